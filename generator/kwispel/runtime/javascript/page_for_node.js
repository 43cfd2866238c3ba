// What brython.js looks for in a page while it loads.
"use strict";

const page = () => ({
  addEventListener() {},
  console,
  customElements: { define() {} },
  document: {
    currentScript: { src: "kwispel://runtime/brython.js" },
    documentElement: {},
    querySelectorAll: () => [],
  },
  HTMLElement: class {},
  location: { href: "kwispel://runtime/", origin: "kwispel://runtime", pathname: "/" },
  MutationObserver: class { observe() {} },
  navigator: { language: "en" },
  URL,
});

module.exports = { page };
