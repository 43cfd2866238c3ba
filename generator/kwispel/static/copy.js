// On the page for publishers: a button beside each box copies what is in it.
// Without it the boxes can be selected as any text.
(() => {
  const page = document.documentElement;

  // Where nobody has told the address of the site, it is the one that it is read at.
  const know = () => {
    const place = document.querySelector("[data-kw=ways][data-placeholder]");
    if (!place || !location.protocol.startsWith("http")) return;
    const root = new URL(place.dataset.root, location).href;
    for (const box of place.querySelectorAll("[data-kw=markup]")) {
      box.textContent = box.textContent.replaceAll(place.dataset.placeholder, root);
    }
    place.querySelector("[data-kw=placeholder]").hidden = true;
  };

  const copy = async (box) => {
    try {
      await navigator.clipboard.writeText(box.textContent);
      return "copied";
    } catch {
      getSelection().selectAllChildren(box);
      return "selected";
    }
  };

  const say = (way, name) => {
    for (const said of document.querySelectorAll("[data-kw=said]")) {
      const isHere = way.contains(said);
      said.textContent = isHere ? said.dataset[name] : "";
    }
  };

  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-press=copy]");
    if (!button) return;
    const way = button.closest("[data-kw=way]");
    say(way, await copy(way.querySelector("[data-kw=markup]")));
  });

  document.addEventListener("DOMContentLoaded", know);
  page.setAttribute("data-scripts", "");
})();
