// Stands in the head of embed.html: tells the page around the frame how high it is,
// and what happened in it: never an answer, and a score only where its author shares it.
// Messages are {kwispel: 1, type, …}; WordPress and AMP hear it in their own words.
// Source: docs/reference/frame-messages.md
(() => {
  const MOST_PX = 50000; // more is never granted
  const LEAST_AMP_PX = 100; // AMP grants no less
  const MOST_ECHOES = 5;
  const FOLLOWED_MS = 100; // by then a page has followed its frame
  const page = document.documentElement;
  if (window.parent === window) return;
  let id; // by this the parent knows the frame; no parent has spoken while it is unset
  let secret; // by this WordPress does
  let isAmp;
  let told; // the height told last
  let queued;
  let width = innerWidth;
  let following;
  let isResized; // the frame has another height, and the page has yet to follow
  let echoes = 0; // how often the page took another height only because the frame had
  const news = []; // what nobody has been there to hear

  const isName = (name) => typeof name === "string" && /^[a-z0-9-]{1,64}$/.test(name);

  const say = (message) => window.parent.postMessage(message, "*");

  const tell = (message) => say({ kwispel: 1, ...message });

  // What was not granted must stay within reach, so only then no scrollbar.
  const grant = (isEnough) => {
    page.style.overflow = isEnough ? "hidden" : "";
    page.toggleAttribute("data-granted", isEnough);
  };

  const tellHeight = () => {
    queued = false;
    const height = Math.ceil(page.getBoundingClientRect().height);
    if (height === told) return;
    // A page that is always higher than its frame would grow for ever.
    const isEndless = echoes > MOST_ECHOES && height > told;
    if (isEndless || height > MOST_PX) grant(false);
    if (isEndless) return;
    told = height;
    if (id) tell({ type: "height", id, height });
    if (secret) say({ message: "height", value: height, secret });
    if (isAmp) {
      const most = Math.max(height, LEAST_AMP_PX);
      say({ sentinel: "amp", type: "embed-size", height: most });
    }
  };

  // However often it is asked. Not in an animation frame: out of sight there are none.
  const queue = () => {
    if (!queued) setTimeout(tellHeight);
    queued = true;
  };

  const tellAgain = () => {
    told = 0;
    echoes = 0;
    queue();
  };

  new ResizeObserver(() => {
    if (isResized) echoes += 1;
    queue();
  }).observe(page);

  addEventListener("resize", () => {
    if (innerWidth !== width) echoes = 0;
    isResized = innerWidth === width;
    width = innerWidth;
    clearTimeout(following);
    following = setTimeout(() => {
      isResized = false;
    }, FOLLOWED_MS);
  });

  for (const sign of ["pointerdown", "keydown"]) {
    addEventListener(sign, () => {
      echoes = 0;
    });
  }

  // A result is shown in parts: then the page grows by itself, once for each of them.
  new MutationObserver(() => {
    echoes = 0;
  }).observe(document, { attributeFilter: ["hidden", "data-later"], subtree: true });

  // The secret may come later, into the address of a frame that is there.
  const read = () => {
    const found = /[#?&]secret=([a-z0-9]{1,64})(?![a-z0-9])/i.exec(location.hash);
    if (found) secret = found[1];
    isAmp = isAmp || /[#?&]amp=1(?!\d)/.test(location.hash);
    if (secret || isAmp) tellAgain();
  };

  const tellNews = () => {
    if (id) for (const message of news.splice(0)) tell({ ...message, id });
  };

  const answer = ({ type, id: name, height, scheme }) => {
    if (type === "hello" && isName(name)) {
      id = name;
      tellAgain();
      tellNews();
    }
    if (type === "granted" && Number.isFinite(height)) grant(height >= told);
    if (type === "theme" && ["auto", "dark", "light"].includes(scheme)) {
      page.setAttribute("data-scheme", scheme);
    }
  };

  addEventListener("message", (event) => {
    const message = event.data;
    if (event.source !== window.parent || !message) return;
    if (message.kwispel === 1) answer(message);
    if (secret && message.message === "ready" && message.secret === secret) tellAgain();
  });

  // On its way to the element, because the event does not bubble. The height goes
  // first, for the place may lie in what the frame has yet to grow.
  addEventListener("kw-reveal", (event) => {
    tellHeight();
    const top = Math.floor(event.target.getBoundingClientRect().top);
    if (id) tell({ type: "scroll", id, top: Math.max(0, top) });
  }, true);

  const report = (message) => {
    news.push(message);
    tellNews();
  };

  follow(document, (event) => report({ type: "event", ...event }));
  addEventListener("reset", () => report({ type: "reset" }));

  // The page in another language must be able to tell them too.
  addEventListener("click", ({ target }) => {
    const link = closest(target, "a[hreflang]");
    if (link && (secret || isAmp)) link.hash = location.hash;
  });

  addEventListener("hashchange", read);
  addEventListener("load", () => {
    if (secret || isAmp) tellHeight();
    if (isAmp) say({ sentinel: "amp", type: "embed-ready" });
  });

  tell({ type: "ready" });
  read();
})();
