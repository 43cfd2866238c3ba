"""What a reader may ask for besides a result: the part of the program that comes later.

Nothing that comes at once imports this; see `later`.
"""

from kwispel.browser import dom
from kwispel.browser.cards import Cards
from kwispel.browser.later import MAKERS
from kwispel.browser.links import Links
from kwispel.browser.memory import Memory
from kwispel.browser.sharing import Sharing
from kwispel.browser.writing import VERBS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.browser.page import Sitting


class More:
    """All of one quiz that is needed only once somebody asks for it."""

    def __init__(self, sitting: "Sitting") -> None:
        """Begin where the reader stands."""
        quiz = sitting.quiz
        self.links = Links(quiz, lambda: sitting.state, sitting.happen)
        self.cards = Cards(quiz, sitting.state["sheet"]["quiz"])
        self.memory = Memory(quiz, lambda: sitting.state, sitting.signs)
        self._actions = {
            "put-back": self.links.put_back,
            **Sharing(quiz, lambda: sitting.state).actions,
            **self.memory.actions,
        }
        quiz.listen("input", self.cards.type)
        self.memory.begin()

    def press(self, name: str) -> None:
        """Do what a button promises."""
        if name in self._actions:
            self._actions[name]()
        else:
            self.cards.press(name)


dom.VERBS.update(VERBS)
MAKERS.append(More)
