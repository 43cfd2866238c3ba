// Takes over from a runtime that lacked something: puts each quiz back to what it was
// before Python touched it, and does again what its reader has done, as the journal of
// that runtime tells it (journal.js). What was done is done silently; what was not, as
// the reader asked for it.
const isLast = true;
const send = globalThis.EventTarget?.prototype.dispatchEvent;
// Not by call(), which a page of others may have made its own.
const sendTo = (target, event) => Reflect.apply(send, target, [event]);
let record; // of the runtime before
let put; // puts back what is silenced
let before; // where the reader was
const never = () => new Promise(() => {});

// What nobody must notice while something is done that was done already.
const silenced = () => [
  [globalThis.EventTarget, "dispatchEvent", function (event) {
    return !/^kw-(left|ready)/.test(event.type) || sendTo(this, event);
  }],
  [globalThis.HTMLElement, "focus"],
  [globalThis.HTMLElement, "click"],
  [globalThis.SVGElement, "focus"],
  [globalThis.Element, "scrollIntoView"],
  [globalThis.History, "back"],
  [globalThis.History, "pushState", History.prototype.replaceState],
  [globalThis.Storage, "setItem"],
  [globalThis.Storage, "removeItem"],
  [globalThis.Navigator, "share", never],
  [globalThis.Clipboard, "writeText", never],
  [globalThis.Document, "execCommand", () => true],
];

const silence = () => {
  const undo = [];
  const set = (owner, name, instead) => {
    if (!owner || !(name in owner)) return;
    const own = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, { configurable: true, writable: true, value: instead });
    undo.push(() => own ? Object.defineProperty(owner, name, own) : delete owner[name]);
  };
  for (const [type, name, instead] of silenced()) {
    set(type?.prototype, name, instead ?? (() => {}));
  }
  set(globalThis, "print", () => {});
  // What would come after the next frame comes at once, so that it is done silently too.
  set(globalThis, "requestAnimationFrame", (act) => act(0));
  const { setTimeout } = globalThis;
  set(globalThis, "setTimeout", (act, ms) => (ms > 1 ? setTimeout(act, ms) : act()));
  return () => undo.reverse().forEach((act) => act());
};

const letGo = () => {
  put?.();
  put = null;
};

const isText = (node) => node.nodeType === Node.TEXT_NODE;
const isSame = (node, was) =>
  node === was || (node && isText(node) && isText(was) && node.data === was.data);

// Gives an element the attributes and the children that it had. A reader's own doing is
// left alone: what is chosen, written and unfolded.
const restore = (node, was, children) => {
  for (const { name } of [...node.attributes]) {
    if (!was.hasAttribute(name) && name !== "open") node.removeAttribute(name);
  }
  for (const { name, value } of was.attributes) {
    if (node.getAttribute(name) !== value && name !== "open") node.setAttribute(name, value);
  }
  const now = node.childNodes;
  if (now.length === children.length && children.every((one, at) => isSame(now[at], one))) {
    return;
  }
  node.replaceChildren(...children.map((one) => (isText(one) ? one.data : one)));
};

const isTicked = (entry) => /^(radio|checkbox)$/.test(entry.type);
// What has not changed since is left to Python, which may have written there.
const fill = ({ quiz, values }, since) => {
  quiz.entries.forEach((entry, at) => {
    if (since && since.values[at] === values[at]) return;
    if (isTicked(entry)) entry.checked = values[at] === true;
    else entry.value = values[at];
  });
};

// Answers are the reader's, even where no event told of them.
const answersOf = ({ entries }) => entries
  .filter((entry) => isTicked(entry) && entry.closest("[data-question]"))
  .map((entry) => [entry, entry.checked]);

const putBack = ({ root, nodes, copy }) => {
  const copies = [copy, ...copy.querySelectorAll("*")];
  const live = new Map(copies.map((was, at) => [was, nodes[at]]));
  copies.forEach((was, at) => {
    const children = [...was.childNodes].map((child) => live.get(child) ?? child);
    restore(nodes[at], was, children);
  });
  root.querySelector("[data-quiz]").removeAttribute("data-pending");
};

const isOurs = (roots) => ({ quiz }) => !quiz || roots.includes(quiz.root);
const canGo = () => document.querySelector("[data-kw=quiz-root]");
const stand = ({ href, state }) => canGo() && history.replaceState(state, "", href);

const arrive = (roots) => {
  const take = (given) => {
    record = given;
  };
  record = null;
  const told = { detail: { roots, take } };
  if (send) document.dispatchEvent(new CustomEvent("kw-give-up", told));
  if (!record) return;
  const quizzes = record.kept.filter(({ root }) => roots.includes(root));
  const first = record.journal.findIndex(isOurs(roots));
  const place = roots[0].getRootNode();
  const isWaiting = ({ root }) => root.querySelector("[data-quiz]").hasAttribute("data-pending");
  before = {
    active: place.activeElement,
    answers: quizzes.flatMap(answersOf),
    waiting: quizzes.filter(isWaiting),
    scroll: [scrollX, scrollY],
    place,
    here: { href: location.href, state: history.state },
  };
  if (record.since > first) {
    put = silence();
    queueMicrotask(letGo); // all is done in one go, unless something fails
  }
  quizzes.forEach(putBack);
  if (canGo()) document.title = record.title;
  for (const one of record.journal.filter(isOurs(roots))) {
    if (!one.event && one.quiz) fill(one);
  }
  stand(record.journal[first]);
};

const act = ({ quiz, event, target }) => {
  const { type, detail, key, altKey, ctrlKey, metaKey, shiftKey, repeat } = event;
  const given = { cancelable: true, detail, key, altKey, ctrlKey, metaKey, shiftKey, repeat };
  const again = new event.constructor(type, given);
  Object.defineProperty(again, "target", { value: target });
  sendTo(quiz ? quiz.root : globalThis, again);
};

const redo = (one) => {
  const { journal } = record;
  const earlier = journal.slice(0, journal.indexOf(one));
  if (one.quiz) fill(one, earlier.findLast(({ quiz }) => quiz === one.quiz));
  stand(one);
  act(one);
};

const arrived = (roots) => {
  if (!record) return;
  const { journal, since } = record;
  const isNews = (one) => one.event && isOurs(roots)(one);
  const done = journal.slice(0, since).filter(isNews);
  const isHeld = ({ quiz, event }) =>
    event.type === "submit" && before.waiting.includes(quiz);
  const open = journal.slice(since).filter(isNews);
  const last = before.waiting.map((quiz) => open.findLast((one) => one.quiz === quiz && isHeld(one)));
  done.forEach(redo);
  letGo();
  const { active, scroll, place, here, answers } = before;
  if (place.activeElement !== active) active?.focus({ preventScroll: true });
  scrollTo({ left: scroll[0], top: scroll[1], behavior: "instant" });
  open.filter((one) => !isHeld(one)).forEach(redo);
  for (const [entry, isChosen] of answers) entry.checked = isChosen;
  if (open.length === 0) stand(here);
  for (const one of last.filter(Boolean)) {
    stand(one);
    act(one);
  }
  record = null;
};
