// Stands in the head of a quiz's own page that shows one question at a time: whoever
// comes back to it, by reloading or from elsewhere, finds the question they left.
// Not in frames: their steps would spoil the history of the page around them.
// Source: docs/reference/page.md
if (parent === self) {
  addEventListener("DOMContentLoaded", () => {
    for (const root of document.querySelectorAll("[data-stage]")) {
      const name = root.querySelector("[data-quiz]").getAttribute("data-quiz");
      const isLink = location.hash.startsWith("#r="); // to a result, see boot.js
      const [quiz, at] = isLink ? [name, "."] : String(history.state).split("/");
      const steps = [...root.querySelectorAll("[data-step]")];
      const place = steps.findIndex((step) => step.getAttribute("data-step") === at);
      root.setAttribute("data-history", "");
      // A question that has just appeared is shown from its start.
      history.scrollRestoration = "manual";
      if (quiz !== name || !at || place === 0) continue;
      steps[0].removeAttribute("data-current");
      if (steps[place]) steps[place].setAttribute("data-current", "");
      root.setAttribute("data-stage", steps[place] ? "" : "result");
    }
  });
}
