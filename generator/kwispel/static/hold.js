// Built into boot.js and element.js, which differ in where the quizzes stand: holds what
// a reader submits before the runtime is there, and falls back on the way without
// scripts.
const QUIZ = "form[data-kw=quiz]";

const works = (form) => /ready|scored/.test(form.getAttribute("data-state"));

// root: what the quizzes stand in. page: the element that says whether scripts run.
// load: brings in the runtime that an attribute of the form names. failed: what else is
// done where that did not work.
const hold = (root, page, load, failed) => {
  let running; // the runtime has come, and every quiz works
  let asked; // for which runtime: false when it did not come, or did not work
  let named = "data-runtime"; // what can be brought in: false once nothing is left

  const quizzes = () => [...root.querySelectorAll(QUIZ)];

  // Shows one note at most, and has a screen reader say it.
  const tell = (form, part) => {
    const quiz = closest(form, "[data-kw=quiz-root]");
    let said = "";
    for (const note of quiz.querySelectorAll("[data-kw=pending],[data-kw=failed]")) {
      note.hidden = note.getAttribute("data-kw") !== part;
      if (!note.hidden) said = note.textContent;
    }
    // It may not have arrived yet.
    for (const status of quiz.querySelectorAll("[data-kw=status]")) status.textContent = said;
  };

  // The way without scripts takes over.
  const fail = () => {
    failed();
    asked = false;
    page.removeAttribute("data-scripts");
    page.removeAttribute("data-link");
    for (const form of quizzes()) {
      form.setAttribute("data-state", "failed");
      form.removeAttribute("data-pending");
      tell(form, "failed");
    }
  };

  const bring = () => {
    if (named) load((asked = named));
    else fail();
  };

  // Where that has failed, only whoever submits again makes the next attempt.
  const want = () => asked ?? bring();

  // Sees whether the runtime, which has started, has made every quiz work.
  const settle = () => (running = quizzes().every(works)) || fail();

  // The runtime lacks something that is needed: the complete one takes over, once. Where
  // there is no other, the one that lacks it says that it is ready, which it is not.
  const leave = () => {
    running = false;
    named = named === "data-runtime" && "data-complete";
    for (const form of quizzes()) {
      form.setAttribute("data-state", "idle");
      if (form.hasAttribute("data-pending")) tell(form, "pending");
    }
    bring();
  };

  const hear = (sign, act, early) =>
    root.addEventListener(sign, (event) => closest(event.target, QUIZ) && act(event), early);

  for (const sign of ["pointerover", "pointerdown", "focusin", "input", "keydown"]) {
    hear(sign, want);
  }

  // In a frame whose sandbox forbids forms the browser never gets as far as "submit",
  // so the click, which Enter makes too, becomes that event here. Firefox sends the form
  // off after an event that cannot be cancelled.
  hear("click", (event) => {
    const button = closest(event.target, "[type=submit]");
    if (!button) return;
    event.preventDefault();
    button.form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  });

  // Comes before the runtime's own listener, which takes data-pending away again.
  hear("submit", (event) => {
    const form = event.target;
    event.preventDefault();
    form.setAttribute("data-pending", "");
    if (running) {
      setTimeout(() => form.hasAttribute("data-pending") && running && fail());
    } else {
      tell(form, "pending");
      asked || bring();
    }
  }, true);

  // Who clears the answers no longer waits for a result.
  hear("reset", ({ target: form }) => {
    if (form.hasAttribute("data-pending")) {
      form.removeAttribute("data-pending");
      tell(form);
    }
  }, true);

  page.setAttribute("data-scripts", "");
  return { fail, leave, settle, want };
};

// Scripts run in the order in which they were added, whichever comes first.
const made = (src) => {
  const element = document.createElement("script");
  element.src = src;
  element.async = false;
  return element;
};
