// node make_snapshot.mjs PYODIDE APP OUT
// Writes an image of the interpreter's memory after everything that the first screen needs was
// imported. A later start loads it instead of doing that again.
import fs from "node:fs";
import { loadPython } from "./pyodide_in_node.mjs";

const [runtime, app, out] = process.argv.slice(2);
const python = await loadPython(runtime, app, { _makeSnapshot: true });
python.runPython("import web_start; web_start.warm_up()");
fs.writeFileSync(out, python.makeMemorySnapshot());
process.exit(0);
