// node compile_modules.mjs PYODIDE FOLDER OPTIMIZE
// Replaces each Python source in a folder by what the browser's Python compiles it to, so that
// no phone has to. The result depends on the sources alone.
import fs from "node:fs";
import path from "node:path";
import { loadPython, HOME } from "./pyodide_in_node.mjs";

const [runtime, folder, optimize] = process.argv.slice(2);
const python = await loadPython(runtime, folder);
const compiled = python
  .runPython(
    `
from importlib._bootstrap_external import _code_to_hash_pyc
from importlib.util import source_hash
from pathlib import Path

def compile_all(home, optimize):
    done = []
    for path in sorted(Path(home).rglob("*.py")):
        source = path.read_bytes()
        name = str(path.relative_to(home))
        try:
            code = compile(source, name, "exec", dont_inherit=True, optimize=optimize)
        except SyntaxError:  # a template or a test of bad syntax: nobody imports it
            continue
        compiled = _code_to_hash_pyc(code, source_hash(source), False)
        path.with_suffix(".pyc").write_bytes(compiled)
        done.append(name)
    return done

compile_all
`,
  )(HOME, Number(optimize))
  .toJs();
for (const name of compiled) {
  const target = path.join(folder, name);
  fs.writeFileSync(`${target}c`, python.FS.readFile(`${HOME}/${name}c`));
  fs.unlinkSync(target);
}
console.log(compiled.length);
process.exit(0);
