// Runs the app's Python in a thread of its own.
import { lockFile } from "./lock_file.mjs";
import { unpack } from "./unpack.mjs";

const HOME = "/home/pyodide";
const asked = new Map();
let python, bridge;

self.onmessage = ({ data }) => {
  if (data instanceof Uint8Array) bridge.send(data);
  else if (data.kind === "answer") settle(data);
  else start(data).catch((error) => postMessage({ kind: "failed", message: String(error) }));
};

async function start({ base, useSnapshot, documentUrl, build }) {
  const archive = load(`${base}app.tar`);
  const snapshot = useSnapshot ? await cached(`${base}${build.snapshot}`) : undefined;
  const [{ loadPyodide }, { default: createModule }] = await Promise.all([
    import(`${base}pyodide/pyodide.mjs`),
    import(`${base}pyodide/pyodide.asm.mjs`),
  ]);
  python = await loadPyodide({
    indexURL: `${base}pyodide/`,
    env: { HOME },
    lockFileContents: lockFile,
    fsInit: async (FS) => unpack(FS, await archive, HOME),
    ...(snapshot && { _loadSnapshot: snapshot }),
    createPyodideModule: async (settings) => {
      const module = await createModule(settings);
      // The image may be larger than the memory that an interpreter begins with.
      if (snapshot) module.growMemory(snapshot.length - new Uint32Array(snapshot.buffer, 0, 2)[1]);
      return module;
    },
  });
  bridge = { documentUrl };
  self.python = python;
  self.ayaBase = base;
  self.ayaBuild = build;
  self.askPage = askPage;
  python.registerJsModule("flet_js", bridge);
  await python.runPythonAsync("import web_start; web_start.run()");
  await bridge.start_connection(sendToPage);
  postMessage({ kind: "ready" });
}

async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** A file that the service worker has kept, or undefined: not worth a download at this moment. */
async function cached(address) {
  const response = await globalThis.caches?.match(address);
  return response && new Uint8Array(await response.arrayBuffer());
}

function sendToPage(message) {
  const bytes = message.toJs();
  postMessage(bytes, [bytes.buffer]);
}

/** Ask a service of the page (see python.js); resolves with its answer. */
function askPage(service, value) {
  const id = crypto.randomUUID();
  return new Promise((resolve, reject) => {
    asked.set(id, { resolve, reject });
    postMessage({ kind: "ask", id, service, value });
  });
}

function settle({ id, value, error }) {
  const { resolve, reject } = asked.get(id);
  asked.delete(id);
  if (error) reject(new Error(error));
  else resolve(value);
}
