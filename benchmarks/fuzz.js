// Finds in a page what an action of the fuzzing is done to, and brings it into view.
// Called with the kind of the action and its number; gives where to click, or null.
([kind, number]) => {
  const root = document.querySelector("[data-kw=quiz-root]");
  if (!root) return null;
  const label = (entry) => root.querySelector(`label[for="${CSS.escape(entry.id)}"]`);
  const entries = [...root.querySelectorAll("[data-question] input")];
  const isOurs = ({ href }) => new URL(href).origin === location.origin;
  const kinds = {
    choose: () => entries.map((entry) => label(entry) ?? entry),
    submit: () => [...root.querySelectorAll("button[type=submit]")],
    reset: () => [...root.querySelectorAll("button[type=reset]")],
    press: () => [
      ...root.querySelectorAll("button:not([type=submit],[type=reset])"),
      ...root.querySelectorAll("[data-kw=in-order],[data-perspective],[data-go]"),
    ],
    link: () => [...document.querySelectorAll("a[href]:not([download])")].filter(isOurs),
    unfold: () => [...root.querySelectorAll("summary")],
    write: () => [...root.querySelectorAll("textarea,input:is([type=text],[type=date])")],
    focus: () => [...root.querySelectorAll("button,input,a[href],summary,textarea,fieldset")],
  };
  const isThere = (node) => node.checkVisibility({ visibilityProperty: true });
  // Every question that shows gets an answer, the first, a middle or the last one.
  if (kind === "all") {
    const names = [...new Set(entries.filter(({ id }) => id).map(({ name }) => name))];
    names.forEach((name, at) => {
      const own = entries.filter((entry) => entry.name === name);
      const entry = own[(number + at * (number % 7)) % own.length];
      const shown = label(entry) ?? entry;
      if (isThere(shown) && !entry.checked) shown.click();
    });
    return null;
  }
  const found = (kinds[kind]?.() ?? []).filter(isThere);
  if (found.length === 0) return null;
  const one = found[number % found.length];
  if (kind === "focus" || kind === "write") one.focus();
  if (kind === "focus") return null;
  one.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = one.getClientRects()[0] ?? one.getBoundingClientRect();
  return [left + Math.min(width / 2, 40), top + height / 2];
}
