// Only while the tests record which branches of Brython run: each tells its place once,
// to a function that they have put into the page, or waits to be asked.
const tellReached = globalThis.kwispelReached;
const soon = globalThis.queueMicrotask?.bind(globalThis);
const reached = new Set();
let untold = [];
// A page that has replaced what the function needs, to see what becomes of a quiz, would
// break it, and with it the browser's connection to the tests.
const canTell = () => {
  try {
    return JSON.stringify([1]) === "[1]" && Object.keys([1]).length === 1;
  } catch {
    return false;
  }
};
const reach = (place) => {
  if (reached.has(place)) return;
  reached.add(place);
  if (untold.push(place) > 1) return;
  soon?.(() => {
    if (!canTell()) return;
    const told = untold;
    untold = [];
    tellReached?.(RECORDED_FOR, told);
  });
};
if (!tellReached) (globalThis.kwispelReachedPlaces ??= []).push([RECORDED_FOR, reached]);
