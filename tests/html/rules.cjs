// Which rules of html-validate the pages keep, with a reason for each that is not as it
// comes. Run by tests/browser/test_html_validity.py.
module.exports = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  // A frame is as publishers paste it: editors take a style out, and leave these.
  elements: [
    "html5",
    {
      iframe: {
        attributes: {
          frameborder: { deprecated: false },
          width: { enum: ["100%", "/[0-9]+/"] },
        },
      },
    },
  ],
  rules: {
    // Minified: the standard takes either.
    "doctype-style": ["error", { style: "lowercase" }],
    // The boxes of a question with several answers share their name, as radios do.
    "form-dup-name": ["error", { shared: ["radio", "checkbox"] }],
    // Titles are the author's, and a quiz's is as long as it is.
    "long-title": "off",
    // Safari takes a list without bullets for no list, unless its role is said.
    "no-redundant-role": "off",
    // Our own files carry their hash in their name; in a frame without an origin a
    // browser refuses what has an integrity (docs/reference/page.md).
    "require-sri": "off",
    // "q-QUESTION.OPTION": with a dot, which no id of an author can hold.
    "valid-id": ["error", { relaxed: true }],
  },
};
