// What Brython finds around it: the page, but nothing that stores, asks or evaluates.
// Each name here hides a global of the browser from Brython, and from Brython alone.

// What stands where functions of Brython stood that nobody reaches.
const cut = function () {
  refuse();
};
const leftOut = (name) => {
  const refuseThis = () => refuse(name);
  return new Proxy(function () {}, {
    apply: refuseThis,
    construct: refuseThis,
    get: refuseThis,
    has: refuseThis,
    ownKeys: refuseThis,
  });
};

const evaluate = leftOut("eval");
const Function = leftOut("Function");
const XMLHttpRequest = leftOut("XMLHttpRequest");
const indexedDB = leftOut("indexedDB");
const Storage = undefined;

// A page that was made with Node's tools may have a `process`, but is no Node.
const process = undefined;

// Brython asks for the name of the time zone, which nothing here needs, and dies where
// the browser's language is no language tag ("C").
const Intl = { DateTimeFormat: class { format() { return ""; } } };

// Brython would add this to the page's own RegExp where the browser lacks it.
const RegExp = Object.hasOwn(globalThis.RegExp, "escape")
  ? globalThis.RegExp
  : class extends globalThis.RegExp {
      static escape(text) {
        return text.replace(/[/\-\\^$*+?.()|[\]{}]/g, "\\$&");
      }
    };

// With a path given, Brython does not ask which script element it came from.
const __BRYTHON__ = { brython_path: "kwispel://runtime/" };
