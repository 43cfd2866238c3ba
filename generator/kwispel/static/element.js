// Stands on a publisher's page, once or more: puts the quiz that a <kwispel-quiz> names
// into the page itself. It is the page's own from then on, so nothing of it gets out of
// its shadow root, and the page's title, address and history stay as they are.
// Source: docs/decisions/0015-element-in-the-page.md
const NAME = "kwispel-quiz";
const NEAR = "800px"; // so far from the window a quiz is fetched
const SCHEMES = ["auto", "dark", "light"];
const NAMED = ["href", "src", "data-home", "data-runtime", "data-more", "data-complete"];
const runtimes = new Map(); // the script of each, by its address: one for all quizzes
const there = new WeakSet(); // those that have started
const over = new WeakSet(); // those that lacked something that was needed

// The link that the publisher wrote into the element shows wherever no quiz does.
const giveUp = (host, why) => {
  const link = document.createElement("slot");
  if (host.shadowRoot) host.shadowRoot.replaceChildren(link);
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

const bringRuntime = (src, { come, mounted, gone, leave }) => {
  const known = runtimes.get(src);
  const script = known || made(src);
  if (over.has(script)) return leave();
  script.addEventListener("kw-left-out", leave);
  script.addEventListener("kw-ready", mounted);
  if (there.has(script)) return come(script);
  script.addEventListener("kw-ready", () => come(script), { once: true });
  script.addEventListener("load", () => script.kwBegan ?? gone());
  script.addEventListener("error", gone);
  if (known) return;
  runtimes.set(src, script);
  script.addEventListener("kw-left-out", () => over.add(script));
  script.addEventListener("kw-ready", () => there.add(script));
  script.addEventListener("error", () => runtimes.delete(src));
  document.head.append(script);
};

// Brings a quiz to life that has its style.
const enliven = (host, shell, link) => {
  const root = host.shadowRoot;
  const page = shell.querySelector("[data-kw=page]");
  const form = shell.querySelector(QUIZ);
  const quiz = closest(form, "[data-kw=quiz-root]");
  let asked; // the runtime is on its way
  // The runtime listens at its own script, where nobody else hears of it.
  const come = (script) => attempt(host, () => {
    script.dispatchEvent(new CustomEvent("kw-mount", { detail: quiz }));
  });
  const mounted = ({ detail }) => {
    if (detail === quiz && held.settle()) link.remove();
  };
  const load = (name, instead) => {
    if (asked && !instead) return;
    asked = true;
    const { fail, leave } = held;
    const src = form.getAttribute(name);
    if (!src) return fail();
    attempt(host, () => bringRuntime(src, { come, mounted, gone: fail, leave }));
  };
  const held = hold(root, page, load, () => {
    asked = false; // whoever submits again makes the next attempt
    root.append(link);
  });

  // An anchor would change the page's address, and would not find what is in here.
  root.addEventListener("click", (event) => {
    const anchor = closest(event.target, "a[href^='#']");
    const place = anchor && root.getElementById(anchor.hash.slice(1));
    if (!place || event.defaultPrevented) return;
    event.preventDefault();
    place.scrollIntoView();
  });

  follow(root, (detail) => {
    const options = { bubbles: true, composed: true, detail };
    host.dispatchEvent(new CustomEvent(`kwispel-${detail.name}`, options));
  });

  const scheme = host.getAttribute("scheme");
  if (SCHEMES.includes(scheme)) page.setAttribute("data-scheme", scheme);
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
    if (shell) show(host, document.adoptNode(shell), base);
    else gone();
  });
  request.send();
};

// A publisher's server may have written the quiz into the page already.
const begin = (host) => {
  const src = host.getAttribute("src").replace(/\/?(index\.html)?$/, "/");
  const base = new URL(src, document.baseURI);
  const shell = host.shadowRoot && host.shadowRoot.querySelector("kw-shell");
  if (shell) show(host, shell, base);
  else fetchQuiz(host, base);
};

if (!customElements.get(NAME)) {
  const near = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      attempt(target, () => begin(target));
    }
  }, { rootMargin: NEAR });
  const begun = new WeakSet();

  customElements.define(NAME, class extends HTMLElement {
    connectedCallback() {
      if (!begun.has(this)) near.observe(this);
      begun.add(this);
    }
  });
}
