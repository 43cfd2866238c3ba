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

  // The result takes the runtime: boot.js hears of it as if its reader had shown some
  // interest. Before the browser has put the answers back it would be scored without.
  const bring = (root) => {
    if (root.querySelector("[data-step][data-current]")) return;
    const form = root.querySelector("[data-quiz]");
    form.dispatchEvent(new Event("focusin", { bubbles: true }));
  };

  const isIdle = (root) => root.querySelector("[data-state=idle]");

  // Goes where the history says that the reader was.
  const follow = (entry) => {
    for (const root of roots()) {
      const name = root.querySelector("[data-quiz]").getAttribute("data-quiz");
      const [quiz, at] = entry ? entry.split("/") : [name, "."];
      const place = steps(root).findIndex((step) => step.getAttribute("data-step") === at);
      if (quiz === name && at && isIdle(root)) stand(root, place);
    }
  };

  addEventListener("DOMContentLoaded", () => {
    // A question that has just appeared is shown from its start.
    history.scrollRestoration = "manual";
    for (const root of roots()) root.setAttribute("data-history", "");
    follow(isLink ? "" : String(history.state));
  });

  // The browser's back and forward, as long as no runtime hears of them.
  addEventListener("popstate", () => {
    follow(String(history.state));
    roots().forEach(bring);
  });

  // By now the browser has put the answers back, if it keeps them at all.
  addEventListener("pageshow", (event) => {
    if (event.persisted || isLink) return;
    for (const root of roots()) {
      if (isIdle(root) && !root.querySelector("[data-step] :checked")) stand(root, 0);
      bring(root);
    }
  });
}
