// node run_module.mjs PYODIDE PROJECT MODULE ARGUMENT...
// Runs a module, such as pytest, in the browser's Python as "python -m" would. Ends with its status.
import { loadPython, HOME } from "./pyodide_in_node.mjs";

const [runtime, project, ...command] = process.argv.slice(2);
const python = await loadPython(runtime, project);
const status = python.runPython(
  `
import os
import runpy
import sys

def run(home, command):
    os.chdir(home)
    sys.path[:0] = [f"{home}/__pypackages__", f"{home}/src", home]
    sys.argv = list(command)
    try:
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0

run
`,
)(HOME, command);
process.exit(status);
