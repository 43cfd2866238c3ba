"""HTML that is written as it is meant: balanced, and with nothing inline."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
DRAWN = frozenset({"circle", "path", "polygon", "rect", "use"})
REFERENCES = ("for", "aria-labelledby", "aria-describedby")

Attributes = dict[str, str]


class Markup(HTMLParser):
    """A document or a part of one, taken apart.

    Shape: elements are tag and attributes in order; faults are sentences.
    """

    def __init__(self, text: str) -> None:
        """Read the text to its end."""
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, Attributes]] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        if self._open:
            self.faults.append(f"never closed: {self._open}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element, and remember to see it closed."""
        self._keep(tag, attrs)
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element without content: drawings have them, HTML has not."""
        self._keep(tag, attrs)
        if tag not in DRAWN:
            self.faults.append(f"<{tag}/> is not closed in HTML")

    def handle_endtag(self, tag: str) -> None:
        """See whether this is the element to be closed."""
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes another element")

    def ids(self) -> list[str]:
        """List every id, as often as it is there."""
        return [
            attributes["id"] for _, attributes in self.elements if "id" in attributes
        ]

    def references(self) -> set[str]:
        """List the ids that labels, descriptions and links in the page refer to."""
        found = {
            name
            for _, attributes in self.elements
            for key in REFERENCES
            for name in attributes.get(key, "").split()
        }
        links = (attributes.get("href", "") for _, attributes in self.elements)
        return found | {link[1:] for link in links if link.startswith("#")}

    def having(self, name: str, value: str | None = None) -> list[Attributes]:
        """List the attributes of elements that have this one (with this value)."""
        return [
            attributes
            for _, attributes in self.elements
            if name in attributes and value in {None, attributes[name]}
        ]

    def _keep(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append((tag, attributes))
        if len(attributes) < len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        self.faults += [
            f"<{tag}> has {name}, which the policy forbids"
            for name in attributes
            if name == "style" or name.startswith("on")
        ]
