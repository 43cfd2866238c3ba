// Built into scripts that tell a publisher's page what happens in a quiz: `start` when
// the first answer is chosen, `complete` when a result was scored. Never an answer, and
// a score only where its author shares it. Each once, until the reader clears the
// answers; a result that a link has brought is nobody's visit.
const follow = (root, tell) => {
  const noted = new Set();

  const note = (name, more) => {
    if (noted.has(name)) return;
    noted.add(name);
    const quiz = root.querySelector("[data-quiz]").getAttribute("data-quiz");
    tell({ quiz, name, ...more });
  };

  root.addEventListener("change", ({ target }) => {
    if (target.matches("[data-question] input")) note("start");
  });
  root.addEventListener("reset", () => noted.clear());
  root.addEventListener("kw-scored", ({ detail }) => {
    const [value, min, max, percent, band] = detail.map((text) => text || null);
    note("start");
    note("complete", detail.length ? { score: { value, min, max, percent, band } } : {});
  });
};
