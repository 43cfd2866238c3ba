// node list_places.js LEAST  <  [SCRIPT, …]  >  [[place, …], …]
//
// Tells for each script where one of its statements begins and the one before is over,
// so that something can stand between them: at places at least LEAST characters apart.
// The engine that will run it says what is whole: what stands between two places is a
// script by itself.
"use strict";
const fs = require("node:fs");
const vm = require("node:vm");

const BEGINS = /(?<=[;})\]\w$"'`][ \t]*\n)(?!(?:else|catch|finally|while|instanceof|in)\b)(?=[A-Za-z_$])/g;
const HEAD = /(?:^|\n|[;}])[ \t]*(?:(?:if|for|while|with)[ (].*\)|else|do)[ \t]*\n$/;

const isWhole = (text) => {
  try {
    new vm.Script(`(function* () {"use strict";\n${text}\n})`);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
};

const places = (script, least) => {
  const found = [];
  let from = 0;
  for (const { index } of script.matchAll(BEGINS)) {
    const text = script.slice(from, index);
    if (text.length < least || HEAD.test(text) || !isWhole(text)) continue;
    found.push(index);
    from = index;
  }
  return found;
};

const least = Number(process.argv[2]);
const scripts = JSON.parse(fs.readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(scripts.map((script) => places(script, least))));
