// Which rules hold of what a browser shows: it writes as it likes, `hidden=""` for one.
const built = require("./rules.cjs");

module.exports = {
  ...built,
  rules: {
    ...built.rules,
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
  },
};
