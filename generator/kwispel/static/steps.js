// Stands in the head of a quiz's own page that shows one question at a time: whoever
// comes back to it, by reloading or from elsewhere, finds the question they left.
// Not in frames: their steps would spoil the history of the page around them.
// Source: docs/reference/page.md
if (parent === self) {
  const isLink = location.hash.startsWith("#r="); // to a result, see boot.js
  const roots = () => document.querySelectorAll("[data-stage]");
  const steps = (root) => [...root.querySelectorAll("[data-step]")];

  // At no step stands the result.
  const stand = (root, place) => {
    steps(root).forEach((step, at) => step.toggleAttribute("data-current", at === place));
    root.setAttribute("data-stage", ["result", "opening first"][place + 1] ?? "");
  };

  addEventListener("DOMContentLoaded", () => {
    // A question that has just appeared is shown from its start.
    history.scrollRestoration = "manual";
    for (const root of roots()) {
      root.setAttribute("data-history", "");
      const name = root.querySelector("[data-quiz]").getAttribute("data-quiz");
      const [quiz, at] = isLink ? [name, "."] : String(history.state).split("/");
      const place = steps(root).findIndex((step) => step.getAttribute("data-step") === at);
      if (quiz === name && at) stand(root, place);
    }
  });

  // By now the browser has put the answers back, if it keeps them at all.
  addEventListener("pageshow", (event) => {
    if (event.persisted || isLink) return;
    for (const root of roots()) {
      const isIdle = root.querySelector("[data-state=idle]");
      if (isIdle && !root.querySelector("[data-step] :checked")) stand(root, 0);
    }
  });
}
