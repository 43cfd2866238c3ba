// Stands on a publisher's page, once or more: gives every iframe[data-kwispel] the
// height that its quiz asks for.
// Messages are {kwispel: 1, type, …}; all others are left alone.
// Source: docs/reference/frame-messages.md
(() => {
  const once = Symbol.for("kwispel.embed");
  if (window[once]) return;
  window[once] = true;

  const FRAME = "iframe[data-kwispel]";
  const ids = new WeakMap();
  let count = 0;

  const frames = () => [...document.querySelectorAll(FRAME)];

  const tell = (frame, message) => {
    // To any origin, because that of a sandboxed frame has no name. Nothing in it is
    // for anyone's eyes only.
    frame.contentWindow.postMessage({ kwispel: 1, ...message }, "*");
  };

  const greet = (frame) => {
    if (!ids.has(frame)) ids.set(frame, `kwispel-${(count += 1)}`);
    if (frame.contentWindow) tell(frame, { type: "hello", id: ids.get(frame) });
  };

  const isFrom = (frame, event) =>
    frame.contentWindow === event.source &&
    (event.origin === "null" ||
      event.origin === new URL(frame.src, document.baseURI).origin);

  const resize = (frame, height) => {
    if (!(Number.isFinite(height) && height >= 50 && height <= 50000)) return;
    frame.style.height = `${height}px`;
    // A border may take its part of the height.
    const missing = height - frame.clientHeight;
    if (missing > 0) frame.style.height = `${height + missing}px`;
    tell(frame, { type: "granted", height: frame.clientHeight });
  };

  // Only for the reader who is in that frame, only within it, only when out of view.
  const scroll = (frame, top) => {
    if (document.activeElement !== frame || !(top >= 0)) return;
    const page = document.documentElement;
    const margin = parseFloat(getComputedStyle(page).scrollPaddingTop) || 0;
    const place = frame.getBoundingClientRect().top + Math.min(top, frame.clientHeight);
    if (place < margin || place > innerHeight / 2) scrollBy(0, place - margin);
  };

  addEventListener("message", (event) => {
    const message = event.data;
    if (!message || message.kwispel !== 1) return;
    const frame = frames().find((candidate) => isFrom(candidate, event));
    if (!frame) return;
    if (message.type === "ready") greet(frame);
    if (!ids.has(frame) || message.id !== ids.get(frame)) return;
    if (message.type === "height") resize(frame, message.height);
    if (message.type === "scroll") scroll(frame, message.top);
  });

  // A frame that comes later makes itself known, unless it was marked after that.
  new MutationObserver((changes) => {
    for (const { target } of changes) if (target.matches(FRAME)) greet(target);
  }).observe(document, { attributeFilter: ["data-kwispel"], subtree: true });

  frames().forEach(greet);
})();
