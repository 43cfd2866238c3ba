// node try_with_node.js  <  {"script": JAVASCRIPT, "order": TEXT}  >  what was said
//
// Runs the very script that readers get, without a page. The script hands what it says
// to a function that it finds as kwispelSaid, and finds its order as kwispelOrder.
"use strict";
const fs = require("node:fs");
const vm = require("node:vm");

const { script, order } = JSON.parse(fs.readFileSync(0, "utf8"));
const nothing = class {};
let said;
const context = vm.createContext({
  addEventListener() {},
  console: { log() {}, error: console.error },
  CustomEvent: class {},
  customElements: { define() {} },
  document: { dispatchEvent() {}, documentElement: {}, querySelectorAll: () => [] },
  DOMException: nothing,
  Element: nothing,
  Event: nothing,
  HTMLElement: nothing,
  kwispelOrder: order,
  kwispelSaid: (text) => { said = text; },
  location: { href: "kwispel://runtime/", origin: "kwispel://runtime", pathname: "/" },
  MutationObserver: class { observe() {} },
  navigator: { language: "en" },
  Node: nothing,
  performance,
  URL,
});
vm.runInContext("var self = globalThis, window = globalThis;", context);
try {
  vm.runInContext(script, context);
} catch (error) {
  // The program of the page finds no page here, after the hooks were tried. What else
  // went wrong Brython has told, but for errors of JavaScript.
  if (said === undefined && error instanceof Error) console.error(error.stack);
}
if (said === undefined) process.exitCode = 1;
else process.stdout.write(said);
