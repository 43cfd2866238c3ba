// Stands on a publisher's page, once or more: puts the quiz that a <kwispel-quiz> names
// into the page itself. It is the page's own from then on, so nothing of it gets out of
// its shadow root, and the page's title, address and history stay as they are.
// Source: docs/decisions/0015-element-in-the-page.md
const NAME = "kwispel-quiz";
const NEAR = "800px"; // so far from the window a quiz is fetched
const NAMED = ["href", "src", "data-home", "data-runtime", "data-more", "data-complete"];
const runtimes = new Map(); // the script of each, by its address: one for all quizzes of a kind

// The link that the publisher wrote into the element shows wherever no quiz does.
const giveUp = (host, why) => {
  const link = document.createElement("slot");
  host.shadowRoot?.replaceChildren(link);
  console.warn(`<${NAME} src="${host.getAttribute("src")}">: ${why}`);
};

// Does something, and gives up where it cannot: a quiz that works by half is none.
const attempt = (host, act) => {
  try {
    act();
  } catch (error) {
    giveUp(host, error);
  }
};

// One that lacked something that was needed says so by kwBegan, to who comes later.
const bringRuntime = (src, come, fail, leave) => {
  const known = runtimes.get(src);
  const script = known || made(src);
  const hear = (sign, act) => script.addEventListener(sign, act);
  if (script.kwBegan === false) return leave();
  hear("kw-left-out", leave);
  hear("kw-ready", ({ detail }) => come(script, detail));
  if (script.kwReady) return come(script);
  hear("load", () => script.kwBegan ?? fail());
  hear("error", fail);
  if (known) return;
  runtimes.set(src, script);
  hear("kw-ready", () => (script.kwReady = true));
  hear("error", () => runtimes.delete(src));
  document.head.append(script);
};

// Brings a quiz to life that has its style.
const enliven = (host, shell, link) => {
  const root = host.shadowRoot;
  const page = shell.querySelector("[data-kw=page]");
  const form = shell.querySelector(QUIZ);
  const quiz = shell.querySelector("[data-kw=quiz-root]");
  // The runtime listens at its own script, where nobody else hears of it. It is ready
  // once by itself, and once for each quiz.
  const come = (script, ready) => attempt(host, () => {
    if (!ready) script.dispatchEvent(new CustomEvent("kw-mount", { detail: quiz }));
    else if (ready === quiz && held.settle()) link.remove();
  });
  const load = (name) => {
    const src = form.getAttribute(name);
    if (src) attempt(host, () => bringRuntime(src, come, held.fail, held.leave));
    else held.fail();
  };
  const held = hold(root, page, load, () => root.append(link));

  // An anchor would change the page's address, and would not find what is in here.
  root.addEventListener("click", (event) => {
    const anchor = closest(event.target, "a[href^='#']");
    const place = anchor && root.getElementById(anchor.hash.slice(1));
    if (!place || event.defaultPrevented) return;
    event.preventDefault();
    place.scrollIntoView();
  });

  follow(root, (detail) => {
    host.dispatchEvent(
      new CustomEvent(`kwispel-${detail.name}`, { bubbles: true, composed: true, detail }),
    );
  });

  const scheme = host.getAttribute("scheme");
  if (["auto", "dark", "light"].includes(scheme)) {
    page.setAttribute("data-scheme", scheme);
  }
  link.remove();
  shell.hidden = false;
  // A quiz measures in what the reader's letters measure, whatever those of the page do.
  page.style.setProperty("--kw-rem", getComputedStyle(page).fontSize);
};

// What is named in the quiz lies beside it, and not beside the publisher's page.
const resolve = (shell, base) => {
  for (const name of NAMED) {
    for (const node of shell.querySelectorAll(`[${name}]:not([${name}^="#"])`)) {
      node.setAttribute(name, new URL(node.getAttribute(name), base));
    }
  }
};

const show = (host, shell, base) => {
  const root = host.shadowRoot || host.attachShadow({ mode: "open" });
  const link = document.createElement("slot");
  const style = shell.querySelector("link");
  const dressed = () => attempt(host, () => enliven(host, shell, link));
  style.addEventListener("load", dressed, { once: true }); // it loads again when moved
  style.onerror = () => giveUp(host, "its style sheet cannot be fetched");
  resolve(shell, base);
  root.replaceChildren(link, shell);
};

const fetchQuiz = (host, base) => {
  const request = new XMLHttpRequest();
  const gone = () => giveUp(host, "it cannot be fetched");
  request.open("GET", new URL("element.html", base));
  request.responseType = "document";
  request.onerror = gone;
  request.onload = () => attempt(host, () => {
    const shell = request.status === 200 && request.response.querySelector("kw-shell");
    if (shell) show(host, shell, base);
    else gone();
  });
  request.send();
};

// A publisher's server may have written the quiz into the page already.
const begin = (host) => {
  const src = host.getAttribute("src").replace(/\/?(index\.html)?$/, "/");
  const base = new URL(src, document.baseURI);
  const shell = host.shadowRoot?.querySelector("kw-shell");
  if (shell) show(host, shell, base);
  else fetchQuiz(host, base);
};

if (!customElements.get(NAME)) {
  const near = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (isIntersecting) {
        near.unobserve(target);
        attempt(target, () => begin(target));
      }
    }
  }, { rootMargin: NEAR });

  customElements.define(NAME, class extends HTMLElement {
    // Not where it is put into the page: whoever moves it keeps what is answered.
    constructor() {
      super();
      near.observe(this);
    }
  });
}
