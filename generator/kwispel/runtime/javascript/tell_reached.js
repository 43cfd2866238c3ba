// Only while the tests record which branches of Brython run: each tells its place once,
// to a function that they have put into the page, or waits to be asked.
const tellReached = globalThis.kwispelReached;
const soon = globalThis.queueMicrotask?.bind(globalThis);
const reached = new Set();
let untold = [];
const reach = (place) => {
  if (reached.has(place)) return;
  reached.add(place);
  if (untold.push(place) > 1) return;
  soon?.(() => {
    const told = untold;
    untold = [];
    tellReached?.(RECORDED_FOR, told);
  });
};
if (!tellReached) (globalThis.kwispelReachedPlaces ??= []).push([RECORDED_FOR, reached]);
