"""The door to the page: everything that reads or changes it."""

from browser import DOMEvent, document, window
from kwispel.browser.fields import VERBS as FIELD_VERBS
from kwispel.browser.radar import outline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from browser import DOMNode
    from kwispel.browser.shapes import Change, Happening, Signs, View
    from kwispel.core.shapes import Answers


FORMS = "[data-plural]"


DASH = " \u2013 "


def quizzes() -> "list[Quiz]":
    """Give the quizzes on the page."""
    return [Quiz(root) for root in document.select('[data-kw="quiz-root"]')]


class Quiz:
    """One quiz on the page: nothing outside its root is touched.

    A question may be called `reset` or `closest`, and its inputs then stand in for
    what the form element itself offers by that name. So everything is looked up from
    the root, and of the form only names with a capital in them are used, which no id
    of a question has.
    """

    def __init__(self, root: "DOMNode") -> None:
        """Find the parts that stay the same."""
        self.root = root
        self.page = root.closest("html,kw-html")
        self.form = _first(root, 'form[data-kw="quiz"]')
        self.title = document.title

    def sheet_text(self) -> str:
        """Give the compiled quiz, as JSON."""
        return _first(self.root, '[data-kw="sheet"]').textContent

    def signs(self) -> "Signs":
        """Give the signs of the locale."""
        return {
            "decimal": self.form.getAttribute("data-decimal") or ".",
            "minus": self.form.getAttribute("data-minus") or "-",
            "colon": self.form.getAttribute("data-colon") or ": ",
            "digits": self.form.getAttribute("data-digits") or "",
        }

    def pending(self, submitted: "Happening") -> "Happening | None":
        """Give what the reader asked for before this program was there.

        Where it had failed to come all questions were shown, whatever the layout.
        """
        if not self.form.hasAttribute("data-pending"):
            return None
        has_failed = self.form.getAttribute("data-state") == "failed"
        return "submit" if has_failed else submitted

    def answers(self) -> "Answers":
        """Read what is chosen at this moment, however it came to be so."""
        chosen: dict[str, str | list[str]] = {}
        ticked: dict[str, list[str]] = {}
        for entry in self.root.select("[data-question] input:checked"):
            if entry.type == "checkbox":
                ticked.setdefault(entry.name, []).append(entry.value)
            else:
                chosen[entry.name] = entry.value
        return {**chosen, **ticked}

    def fill(self, answers: "Answers") -> None:
        """Choose these answers and no others, as if the reader had."""
        for entry in self.root.select("[data-question] input"):
            chosen = answers[entry.name] if entry.name in answers else []  # noqa: SIM401 - in Brython an absent key costs an exception
            ids = [chosen] if isinstance(chosen, str) else chosen
            entry.checked = entry.value in ids

    def exclude(self, event: "DOMEvent") -> None:
        """Untick what cannot go with what was just ticked: n.a. goes with nothing."""
        entry = event.target
        if entry.type != "checkbox" or not entry.checked:
            return
        is_na = entry.hasAttribute("data-na")
        for other in self.root.select(f'input[name="{entry.name}"]:checked'):
            if (is_na or other.hasAttribute("data-na")) and other.id != entry.id:
                other.checked = False

    def linked_question(self, event: "DOMEvent") -> str | None:
        """Give the question to which a link in the summary leads, if it is one."""
        for entry in self.root.select("[data-open-link]"):
            if entry.contains(event.target):
                return entry.getAttribute("data-open-link")
        return None

    def wanted_view(self, event: "DOMEvent") -> "View | None":
        """Give in what order the advice is wanted, where the event tells that."""
        entry = event.target
        if entry.getAttribute("data-kw") != "in-order":
            return None
        return "asked" if entry.checked else "all"

    def pressed(self, event: "DOMEvent") -> str:
        """Say what the button is for that was pressed; nothing where none was."""
        for button in self.root.select("[data-press]"):
            if button.contains(event.target):
                return button.getAttribute("data-press") or ""
        return ""

    def listen(self, event: str, happened: "Callable[[DOMEvent], None]") -> None:
        """Have a function called for every such event in the quiz."""
        self.root.bind(event, happened)

    def perform(self, changes: "list[Change]") -> None:
        """Carry out changes, in order."""
        for verb, selector, value in changes:
            VERBS[verb](self, selector, value)


def _first(root: "DOMNode", selector: str) -> "DOMNode":
    return root.select(selector)[0]


def _show(quiz: Quiz, selector: str, _: str) -> None:
    for node in quiz.root.select(selector):
        node.removeAttribute("hidden")


def _hide(quiz: Quiz, selector: str, _: str) -> None:
    for node in quiz.root.select(selector):
        node.setAttribute("hidden", "")


def _mark(quiz: Quiz, selector: str, attribute: str) -> None:
    for node in quiz.root.select(selector):
        node.setAttribute(attribute, "")


def _unmark(quiz: Quiz, selector: str, attribute: str) -> None:
    for node in quiz.root.select(selector):
        node.removeAttribute(attribute)


def _fill(quiz: Quiz, selector: str, text: str) -> None:
    # A call, because to set an attribute costs Brython three times as much.
    for node in quiz.root.select(selector):
        node.replaceChildren(text)


def _copy(quiz: Quiz, selector: str, source: str) -> None:
    """Copy words; those of several elements stand on a line each."""
    _fill(quiz, selector, _lines(quiz, source))


def _count(quiz: Quiz, selector: str, number: str) -> None:
    """Show the form of a text that goes with a number in the page's language."""
    lang = quiz.page.getAttribute("lang")
    # Of what is no number, such as 4/3, the form is "other".
    wanted = window.Intl.PluralRules.new(lang).select(window.Number(number))
    for node in quiz.root.select(selector):
        forms = {form.getAttribute("data-plural"): form for form in node.select(FORMS)}
        for form in forms.values():
            form.setAttribute("hidden", "")
        # A text that is not translated has the forms of English.
        forms[wanted if wanted in forms else "other"].removeAttribute("hidden")


def _list(quiz: Quiz, selector: str, lines: str) -> None:
    """Put an item for each line into a list."""
    for node in quiz.root.select(selector):
        items = [_item(line) for line in lines.split("\n") if line]
        node.replaceChildren(*items)


def _gather(quiz: Quiz, selector: str, source: str) -> None:
    """Put an item into a list for the words of each of some elements."""
    _list(quiz, selector, _lines(quiz, source))


def _item(text: str) -> "DOMNode":
    item = document.createElement("li")
    item.replaceChildren(text.replace("\t", "\n"))
    return item


def _lines(quiz: Quiz, source: str) -> str:
    return "\n".join([words_of(found) for found in quiz.root.select(source)])


def words_of(node: "DOMNode") -> str:
    """Give the words of an element, with a space between any two."""
    return " ".join(node.textContent.split())


def _place(quiz: Quiz, selector: str, position: str) -> None:
    for node in quiz.root.select(selector):
        node.setAttribute("transform", f"translate({position} 0)")


def _order(quiz: Quiz, selector: str, questions: str) -> None:
    """Put what is said of each question in this order."""
    for node in quiz.root.select(selector):
        for question in questions.split():
            node.append(*node.select(f'[data-result-question="{question}"]'))


def _trace(quiz: Quiz, selector: str, places: str) -> None:
    """Draw the shape that places on the axes of a chart make together."""
    for node in quiz.root.select(selector):
        axes = node.getAttribute("data-axes") or ""
        node.setAttribute("points", outline(axes, places))


def _settle(quiz: Quiz, _: str, phase: str) -> None:
    """Say how far the reader is, and take back what was said of waiting or failing."""
    quiz.form.setAttribute("data-state", phase)
    quiz.form.removeAttribute("data-pending")
    quiz.page.setAttribute("data-scripts", "")
    _hide(quiz, '[data-kw="pending"],[data-kw="failed"]', "")


def _focus(quiz: Quiz, selector: str, _: str) -> None:
    for node in quiz.root.select(selector)[:1]:
        node.focus({"preventScroll": True})


def _reveal(quiz: Quiz, selector: str, _: str) -> None:
    """Bring something into view.

    In a frame that is as high as its content nothing can scroll but the page around
    it: the frame's own script hears the event and asks for that.
    """
    for node in quiz.root.select(selector)[:1]:
        if not quiz.page.hasAttribute("data-granted"):
            node.scrollIntoView()
        node.dispatchEvent(DOMEvent("kw-reveal"))


def _say(quiz: Quiz, selector: str, what: str) -> None:
    """Have a screen reader say something, and what else the page tells by it."""
    said = f'[data-say="{what}"]'
    told = f"{said},{selector}" if selector else said
    _copy(quiz, '[data-kw="status"]', told)


def _stage(quiz: Quiz, _: str, stage: str) -> None:
    quiz.root.setAttribute("data-stage", stage)


def _entitle(quiz: Quiz, selector: str, word: str) -> None:
    """Put the place into the page's title, and before it the word for what is wrong."""
    if quiz.page.tagName != "HTML":
        return
    nodes = quiz.root.select(selector) if selector else []
    places = [node.getAttribute("data-title") or words_of(node) for node in nodes]
    warning = [words_of(node) for node in quiz.root.select(f'[data-word="{word}"]')]
    document.title = " ".join([*warning, DASH.join([*places, quiz.title])])


VERBS: "dict[str, Callable[[Quiz, str, str], None]]" = {
    "show": _show,
    "hide": _hide,
    "mark": _mark,
    "unmark": _unmark,
    "fill": _fill,
    "copy": _copy,
    "count": _count,
    "list": _list,
    "gather": _gather,
    "place": _place,
    "order": _order,
    "trace": _trace,
    "settle": _settle,
    "focus": _focus,
    "reveal": _reveal,
    "say": _say,
    "stage": _stage,
    "entitle": _entitle,
    **FIELD_VERBS,
}
