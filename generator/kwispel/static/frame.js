// Stands in the head of embed.html: tells the page around the frame how high it is.
// Messages are {kwispel: 1, type, …}; never an answer, never a score.
// Source: docs/reference/frame-messages.md
(() => {
  const MOST_PX = 50000; // more is never granted
  const page = document.documentElement;
  if (window.parent === window) return;
  let id; // by this the parent knows the frame; no parent has spoken while it is unset
  let told; // the height told last
  let queued;

  const isName = (name) => typeof name === "string" && /^[a-z0-9-]{1,64}$/.test(name);

  const tell = (message) => {
    window.parent.postMessage({ kwispel: 1, ...message }, "*");
  };

  // What was not granted must stay within reach, so only then no scrollbar.
  const grant = (isEnough) => {
    page.style.overflow = isEnough ? "hidden" : "";
    page.toggleAttribute("data-granted", isEnough);
  };

  const tellHeight = () => {
    queued = false;
    const height = Math.ceil(page.getBoundingClientRect().height);
    if (!id || height === told) return;
    told = height;
    if (height > MOST_PX) grant(false);
    tell({ type: "height", id, height });
  };

  new ResizeObserver(() => {
    if (!queued) requestAnimationFrame(tellHeight);
    queued = true;
  }).observe(page);

  addEventListener("message", (event) => {
    const message = event.data;
    if (event.source !== window.parent || !message || message.kwispel !== 1) return;
    if (message.type === "hello" && isName(message.id)) {
      id = message.id;
      told = 0;
      tellHeight(); // at once: a frame out of sight gets no animation frames
    }
    if (message.type === "granted" && Number.isFinite(message.height)) {
      grant(message.height >= told);
    }
  });

  // On its way to the element, because the event does not bubble. The height goes
  // first, for the place may lie in what the frame has yet to grow.
  addEventListener("kw-reveal", (event) => {
    tellHeight();
    const top = Math.floor(event.target.getBoundingClientRect().top);
    if (id) tell({ type: "scroll", id, top: Math.max(0, top) });
  }, true);

  tell({ type: "ready" });
})();
