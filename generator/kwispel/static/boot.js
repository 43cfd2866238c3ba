// Stands in the head of the page: says that scripts run, brings in the runtime on the
// first sign of interest, and holds what the reader submits before it is there.
const page = document.documentElement;
let script; // the runtime's element, while it is on its way or there
let waiting; // what is done when the style of the result has come
let bare; // that style did not come

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

const load = () => {
  if (document.readyState === "loading") return addEventListener("DOMContentLoaded", load);
  const form = document.querySelector(QUIZ);
  if (script || !form) return;
  const late = form.getAttribute("data-late");
  script = made(form.getAttribute("data-runtime"));
  script.onerror = () => {
    script = null; // whoever submits again makes the next attempt
    held.fail();
  };
  script.onload = () => held.settle() || script.onerror();
  // A file has it in itself, and it runs with this event, or never will.
  if (!form.hasAttribute("data-runtime")) setTimeout(script.onload);
  else dress(() => document.head.append(...(late ? [made(late)] : []), script));
};

const held = hold(document, page, load, () => dress(() => {}));

// Who opens a link to a result has shown all the interest it takes. The place for
// what is said of it is there from the start, so that nothing moves.
const arrive = () => {
  if (!/[#?&]r=/.test(location.hash)) return;
  page.setAttribute("data-link", "");
  held.want();
};

arrive();
addEventListener("hashchange", arrive);

addEventListener("load", () => {
  if (window.requestIdleCallback) requestIdleCallback(held.want);
  else setTimeout(held.want, 1500);
});
