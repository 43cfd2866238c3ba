// How the script tells of itself: of what it lacks, and that it has started or failed to.
// There is no element where the script stands in the page itself.
const element = document.currentScript;
const tell = (type, detail) =>
  (element ?? document).dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
const place = element ?? document.documentElement;
place.kwBegan = true;

// Something was needed that is left out: from then on the script does nothing more,
// whoever caught the error. The event is the mark that no Python can take away.
let isOver = false;
const refuse = (name) => {
  if (!isOver) {
    isOver = true;
    place.kwBegan = false;
    tell("kw-left-out", name);
    if (isLast) tell("kw-ready");
  }
  throw new Error(`left out of kwispel's runtime: ${name}`);
};
