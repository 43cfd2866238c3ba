// node compile_with_node.js BRYTHON.JS  <  {"NAME": "PYTHON", …}  >  {"NAME": "JAVASCRIPT", …}
//
// Runs Brython's own compiler outside a browser. Each module gets a Brython of its own,
// so that what comes out hangs on that module alone.
"use strict";
const fs = require("node:fs");
const vm = require("node:vm");
const { page } = require("./page_for_node.js");

const brython = new vm.Script(fs.readFileSync(process.argv[2], "utf8"), {
  filename: "brython.js",
});

const compile = (name, source) => {
  const context = vm.createContext(page());
  vm.runInContext("var self = globalThis, window = globalThis;", context);
  // Names in the output carry numbers that count from a random one.
  vm.runInContext("Math.random = () => 0.5", context);
  brython.runInContext(context);
  context.request = { name, source };
  return vm.runInContext("__BRYTHON__.pythonToJS(request.source, request.name)", context);
};

const modules = JSON.parse(fs.readFileSync(0, "utf8"));
const compiled = Object.fromEntries(
  Object.entries(modules).map(([name, source]) => [name, compile(name, source)]),
);
process.stdout.write(JSON.stringify(compiled));
