// Stands on a publisher's page, once or more: gives every iframe[data-kwispel] the
// height that its quiz asks for, and tells the page of what happened in it.
// Messages are {kwispel: 1, type, …}; all others are left alone.
// Source: docs/reference/frame-messages.md
(() => {
  const once = Symbol.for("kwispel.embed");
  if (window[once]) return;
  window[once] = true;

  const FRAME = "iframe[data-kwispel]";
  const SCHEME = "data-kwispel-scheme";
  const MOST_GROWTHS = 100; // in a row, and at one width: more is no quiz that unfolds
  const known = new WeakMap(); // what is known of each frame
  const asking = new Set(); // the frames that want something done
  let count = 0;

  const frames = () => [...document.querySelectorAll(FRAME)];

  const tell = (frame, message) => {
    // To any origin, because that of a sandboxed frame has no name. Nothing in it is
    // for anyone's eyes only.
    frame.contentWindow.postMessage({ kwispel: 1, ...message }, "*");
  };

  const greet = (frame) => {
    if (!known.has(frame)) {
      const id = `kwispel-${(count += 1)}`;
      known.set(frame, { id, height: 0, growths: 0, told: new Set() });
    }
    if (!frame.contentWindow) return;
    tell(frame, { type: "hello", id: known.get(frame).id });
    const scheme = frame.getAttribute(SCHEME);
    if (/^(auto|dark|light)$/.test(scheme)) tell(frame, { type: "theme", scheme });
  };

  const isFrom = (frame, event) =>
    frame.contentWindow === event.source &&
    (event.origin === "null" ||
      event.origin === new URL(frame.src, document.baseURI).origin);

  const isHeight = (height) =>
    Number.isFinite(height) && height >= 50 && height <= 50000;

  const resize = (frame, height) => {
    const it = known.get(frame);
    if (it.width !== frame.clientWidth || height < it.height) it.growths = 0;
    if (height > it.height) it.growths += 1;
    if (it.growths <= MOST_GROWTHS) {
      it.width = frame.clientWidth;
      it.height = height;
      frame.style.height = `${height}px`;
      // A border may take its part of the height.
      const missing = height - frame.clientHeight;
      if (missing > 0) frame.style.height = `${height + missing}px`;
    }
    // Also of no more than before: what does not fit needs a scrollbar.
    if (frame.contentWindow) {
      tell(frame, { type: "granted", height: frame.clientHeight });
    }
  };

  // Only for the reader who is in that frame, only within it, only when out of view.
  const scroll = (frame, top) => {
    if (document.activeElement !== frame) return;
    const page = document.documentElement;
    const margin = parseFloat(getComputedStyle(page).scrollPaddingTop) || 0;
    const place = frame.getBoundingClientRect().top + Math.min(top, frame.clientHeight);
    if (place < margin || place > innerHeight / 2) scrollBy(0, place - margin);
  };

  // However often a frame asks, it is served once a picture, with what it asked last.
  const serve = () => {
    for (const frame of asking) {
      const { wish } = known.get(frame);
      known.get(frame).wish = {};
      if (wish.height) resize(frame, wish.height);
      if (wish.top >= 0) scroll(frame, wish.top);
    }
    asking.clear();
  };

  const ask = (frame, wish) => {
    const it = known.get(frame);
    it.wish = { ...it.wish, ...wish };
    if (!asking.size) requestAnimationFrame(serve);
    asking.add(frame);
  };

  // Whatever a listener does with it, it can be no markup.
  const isText = (value) => typeof value === "string" && /^[\w./-]+$/.test(value);

  const pass = (frame, { name, quiz, score }) => {
    const it = known.get(frame);
    if (!["start", "complete"].includes(name) || it.told.has(name)) return;
    if (!isText(quiz)) return;
    it.told.add(name);
    const detail = { quiz, name };
    if (score) {
      detail.score = {};
      for (const part of ["value", "min", "max", "percent", "band"]) {
        detail.score[part] = isText(score[part]) ? score[part] : null;
      }
    }
    const options = { bubbles: true, composed: true, detail };
    frame.dispatchEvent(new CustomEvent(`kwispel-${name}`, options));
  };

  addEventListener("message", (event) => {
    const message = event.data;
    if (!message || message.kwispel !== 1) return;
    const frame = frames().find((candidate) => isFrom(candidate, event));
    if (!frame) return;
    if (message.type === "ready") greet(frame);
    const it = known.get(frame);
    if (!it) return;
    const { type, height, top } = message;
    if (type === "ready") it.told.clear();
    if (message.id !== it.id) return;
    if (type === "height" && isHeight(height)) ask(frame, { height });
    if (type === "scroll" && Number.isFinite(top)) ask(frame, { top });
    if (type === "event") pass(frame, message);
    if (type === "reset") it.told.clear();
  });

  // A frame that comes later makes itself known, unless it was marked after that.
  new MutationObserver((changes) => {
    for (const { target } of changes) if (target.matches(FRAME)) greet(target);
  }).observe(document, { attributeFilter: ["data-kwispel", SCHEME], subtree: true });

  frames().forEach(greet);
})();
