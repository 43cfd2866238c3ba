// Stands in the head of the page: says that scripts run, brings in the runtime on the
// first sign of interest, and holds what the reader submits before it is there.
const page = document.documentElement;
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

const load = (name) => {
  const form = document.querySelector(QUIZ);
  const late = form.getAttribute("data-late");
  const src = form.getAttribute(name);
  if (!src) return; // a file has it in itself
  const script = made(src);
  script.onerror = held.fail;
  script.onload = () => script.kwBegan ?? held.fail();
  dress(() => document.head.append(...(late ? [made(late)] : []), script));
};

// Does something with the whole page, as soon as that is there.
const whole = (act) => {
  if (document.readyState !== "loading") act();
  else addEventListener("DOMContentLoaded", act);
};

const held = hold(document, page, (name) => whole(() => load(name)), () => dress(() => {}));
document.addEventListener("kw-ready", held.settle);
document.addEventListener("kw-left-out", held.leave);

// Who opens a link to a result has shown all the interest it takes. The place for
// what is said of it is there from the start, so that nothing moves.
const arrive = () => {
  if (!/[#?&]r=/.test(location.hash)) return;
  page.setAttribute("data-link", "");
  held.want();
};

arrive();
addEventListener("hashchange", arrive);

// So has who keeps results here: the page tells of them. It may not even look.
whole(() => {
  try {
    const quiz = document.querySelector(QUIZ).getAttribute("data-quiz");
    if (localStorage["kwispel:" + quiz]) held.want();
  } catch {}
});
