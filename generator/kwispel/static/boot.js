// Stands in the head of the page: says that scripts run, brings in the runtime on the
// first sign of interest, and holds what the reader submits before it is there.
(() => {
  const QUIZ = "form[data-kw=quiz]";
  const page = document.documentElement;
  let script; // the runtime's element, while it is on its way or there
  let wanted; // somebody or something has asked for the runtime
  let running; // the runtime has come, and every quiz works
  let waiting; // what is done when the style of the result has come
  let bare; // that style did not come

  page.setAttribute("data-scripts", "");

  const quizzes = () => [...document.querySelectorAll(QUIZ)];

  // Not node.closest(): a question may be called "closest", and the form then gives
  // its radios by that name. Names with a capital are safe.
  const closest = (node, selector) => Element.prototype.closest.call(node, selector);

  // Shows one note at most, and has a screen reader say it.
  const tell = (form, part) => {
    const root = closest(form, "[data-kw=quiz-root]");
    let said = "";
    for (const note of root.querySelectorAll("[data-kw=pending],[data-kw=failed]")) {
      note.hidden = note.getAttribute("data-kw") !== part;
      if (!note.hidden) said = note.textContent;
    }
    const status = root.querySelector("[data-kw=status]");
    if (status) status.textContent = said; // it may not have arrived yet
  };

  const style = () => document.querySelector("link[data-kw=late]");

  // Has the style of the result, so far for paper, hold for the screen too once it is
  // there. Firefox loads it again for that, and meanwhile there is no sheet.
  const dress = (then) => {
    const link = style();
    if (link && bare) link.replaceWith(link.cloneNode()); // the network may be back
    else if (link && link.sheet) link.media = "all";
    if (!link || (link.sheet && !bare)) then();
    else waiting = then;
  };

  // A result without its style can be read, so what fails has come too.
  for (const sign of ["load", "error"]) {
    document.addEventListener(sign, ({ target }) => {
      if (target !== style()) return;
      const then = waiting;
      waiting = null;
      bare = sign === "error";
      if (then && bare) then();
      else if (then) dress(then);
    }, true);
  }

  // The way without scripts takes over.
  const fail = () => {
    dress(() => {});
    page.removeAttribute("data-scripts");
    page.removeAttribute("data-link");
    for (const form of quizzes()) {
      form.setAttribute("data-state", "failed");
      form.removeAttribute("data-pending");
      tell(form, "failed");
    }
  };

  // Scripts run in the order in which they were added, whichever comes first.
  const made = (src) => {
    const element = document.createElement("script");
    element.src = src;
    element.async = false;
    return element;
  };

  const load = () => {
    const form = document.querySelector(QUIZ);
    if (script || !form) return;
    const late = form.getAttribute("data-late");
    script = made(form.getAttribute("data-runtime"));
    script.onerror = () => {
      script = null; // whoever submits again makes the next attempt
      fail();
    };
    script.onload = () => {
      const works = (form) => /ready|scored/.test(form.getAttribute("data-state"));
      running = quizzes().every(works);
      if (!running) script.onerror();
    };
    // A file has it in itself, and it runs with this event, or never will.
    if (!form.hasAttribute("data-runtime")) setTimeout(script.onload);
    else dress(() => document.head.append(...(late ? [made(late)] : []), script));
  };

  const want = () => {
    if (!wanted) load();
    wanted = true;
  };

  // Who opens a link to a result has shown all the interest it takes. The place for
  // what is said of it is there from the start, so that nothing moves.
  const arrive = () => {
    if (!/[#?&]r=/.test(location.hash)) return;
    page.setAttribute("data-link", "");
    if (document.readyState !== "loading") want();
  };

  arrive();
  addEventListener("hashchange", arrive);
  addEventListener("DOMContentLoaded", arrive);

  addEventListener("DOMContentLoaded", () => {
    for (const form of quizzes()) {
      for (const sign of ["pointerover", "pointerdown", "focusin", "input", "keydown"]) {
        form.addEventListener(sign, want);
      }
    }
  });

  addEventListener("load", () => {
    if (window.requestIdleCallback) requestIdleCallback(want);
    else setTimeout(want, 1500);
  });

  // In a frame whose sandbox forbids forms the browser never gets as far as "submit",
  // so the click, which Enter makes too, becomes that event here.
  addEventListener("click", (event) => {
    const button = closest(event.target, "[type=submit]");
    const form = button && button.form;
    if (!form || form.getAttribute("data-kw") !== "quiz") return;
    event.preventDefault();
    form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  });

  // Comes before the runtime's own listener, which takes data-pending away again.
  addEventListener("submit", (event) => {
    const form = event.target;
    if (form.getAttribute("data-kw") !== "quiz") return;
    event.preventDefault();
    form.setAttribute("data-pending", "");
    if (running) {
      setTimeout(() => form.hasAttribute("data-pending") && fail());
    } else if (document.readyState === "loading") {
      addEventListener("DOMContentLoaded", load);
    } else {
      load();
    }
    if (!running) tell(form, "pending");
  }, true);

  // Who clears the answers no longer waits for a result.
  addEventListener("reset", (event) => {
    const form = event.target;
    if (!form.hasAttribute("data-pending")) return;
    form.removeAttribute("data-pending");
    tell(form);
  }, true);
})();
