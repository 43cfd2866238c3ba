// node list_functions.js BRYTHON.JS  >  [[start, end], …]
//
// Tells where the functions of a script stand, from the engine that read it: a script
// cannot be taken apart more surely than by what will run it.
"use strict";
const fs = require("node:fs");
const inspector = require("node:inspector");
const vm = require("node:vm");
const { page } = require("./page_for_node.js");

const session = new inspector.Session();
session.connect();
session.post("Profiler.enable");
session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });

const filename = "kwispel-reads-brython.js";
const script = new vm.Script(fs.readFileSync(process.argv[2], "utf8"), { filename });
const context = vm.createContext(page());
vm.runInContext("var self = globalThis, window = globalThis;", context);
script.runInContext(context);

session.post("Profiler.takePreciseCoverage", (error, { result }) => {
  if (error) throw error;
  const { functions } = result.find(({ url }) => url === filename);
  const ranges = functions.map(({ ranges: [{ startOffset, endOffset }] }) => [startOffset, endOffset]);
  process.stdout.write(JSON.stringify(ranges));
});
