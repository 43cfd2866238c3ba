// Keeps what it takes to do elsewhere again what a reader has done here: each quiz as it
// was before Python touched it, and all that has happened to it since. The runtime that
// takes over asks for it (take_over.js).
const isLast = false;
const blank = document.implementation?.createHTMLDocument("");
const kept = []; // the quizzes
const journal = [];
const { title } = document;
let underWay; // what the reader has just done: what it takes may come a moment later
const MOMENT_MS = 5000;
let since; // from this place on nothing that the journal tells of has been done

const note = (quiz, event, target) => {
  const values = quiz?.entries.map(({ checked, value }) => checked || value);
  const one = { quiz, event, target, values, href: location.href, state: history.state };
  journal.push(underWay = one);
  setTimeout(() => underWay === one && (underWay = null), MOMENT_MS);
};

// A submission that came before the runtime did is one all the same.
const arrive = (roots) => {
  for (const root of roots) {
    const nodes = [root, ...root.querySelectorAll("*")];
    const entries = [...root.querySelectorAll("input,textarea,select")];
    const quiz = { root, nodes, entries, copy: blank.importNode(root, true) };
    const form = root.querySelector("[data-quiz]");
    kept.push(quiz);
    note(quiz);
    if (form.hasAttribute("data-pending")) note(quiz, new Event("submit"), form);
    for (const sign of ["submit", "reset", "change", "click", "keydown", "input"]) {
      root.addEventListener(sign, (event) => note(quiz, event, event.target), true);
    }
  }
};
const arrived = (roots) => {
  for (const quiz of kept) quiz.isThere ||= roots.includes(quiz.root);
};

for (const sign of ["hashchange", "popstate"]) {
  globalThis.addEventListener(sign, (event) => note(null, event, globalThis), true);
}
(element ?? document).addEventListener?.("kw-left-out", () => {
  const isOpen = ({ quiz, event, target }) =>
    event ? event.type === "submit" && target.hasAttribute("data-pending") : !quiz.isThere;
  const places = journal.map((one) => one === underWay || isOpen(one));
  const isArriving = kept.some((quiz) => !quiz.isThere);
  since = isArriving ? places.indexOf(true) : places.lastIndexOf(true);
  if (since < 0) since = journal.length;
});
document.addEventListener?.("kw-give-up", ({ detail: { roots, take } }) => {
  if (!kept.some(({ root }) => roots.includes(root))) return;
  isOver = true;
  take({ kept, journal, title, since: since ?? journal.length });
});
