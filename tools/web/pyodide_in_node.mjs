// Starts the browser's Python under Node, with a folder of the build as its home.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { lockFile } from "./lock_file.mjs";

// Node would print the minified line that threw instead of what Python said.
process.on("uncaughtException", (error) => {
  console.error(error.message ?? error);
  process.exit(1);
});

export const HOME = "/home/pyodide";

/** Copy a folder into Python's file system in memory. */
export function copyIn(FS, folder, target) {
  FS.mkdirTree(target);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const from = path.join(folder, entry.name);
    const to = `${target}/${entry.name}`;
    if (entry.isDirectory()) copyIn(FS, from, to);
    else FS.writeFile(to, fs.readFileSync(from));
  }
}

/**
 * Load Pyodide from a folder.
 * The hash seed is fixed so that a build gives the same bytes each time.
 */
export async function loadPython(runtime, app, options = {}) {
  const { loadPyodide } = await import(pathToFileURL(path.resolve(runtime, "pyodide.mjs")));
  return loadPyodide({
    indexURL: path.resolve(runtime) + "/",
    env: { HOME, PYTHONHASHSEED: "0" },
    lockFileContents: lockFile,
    fsInit: async (FS) => copyIn(FS, app, HOME),
    ...options,
  });
}
