"""Everything that a template may see.

Templates loop, test and print; whatever needs thought has been thought before it
arrives here. docs/reference/theme.md lists these names for authors of themes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from kwispel.render.context_embed import EmbedView
from kwispel.render.context_follow_up import FollowUpView
from kwispel.render.context_head import HeadView
from kwispel.render.context_language import LanguageView
from kwispel.render.context_paper import PaperView
from kwispel.render.context_scores import (
    ProfileView,
    RecipeView,
    ScoreView,
    UnscoredView,
)
from kwispel.render.language import Strings


@dataclass(frozen=True, slots=True)
class OptionView:
    """One answer that a reader may choose.

    Shape: tally names the counters that the option moves (see `rules.py`); points is
    text.
    """

    id: str
    input_id: str
    label_html: Markup
    advice_html: Markup | None
    is_na: bool
    points: str
    tally: str


@dataclass(frozen=True, slots=True)
class FeedView:
    """A score that a question counts in.

    Shape: weight is empty where it is 1; share is the factor's id where options have
    points per factor, so that the ledger tells what it got.
    """

    title: str
    weight: str
    share: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question.

    Shape: number is text too; position is as in "Question 3 of 10"; hints say how it
    may be answered, condition_html when it is asked, open what is said while it is
    open; ticks_none is what it is worth where nothing is ticked, empty where that is 0.
    """

    id: str
    element_id: str
    open_id: str
    first_input_id: str
    number: str
    position: str
    title_html: Markup
    text_html: Markup
    lead_html: Markup | None
    note_html: Markup | None
    options: tuple[OptionView, ...]
    is_multiple: bool
    hints: tuple[str, ...]
    condition_html: Markup | None
    open: str
    ticks_none: str
    background_html: Markup | None
    feeds: tuple[FeedView, ...]


@dataclass(frozen=True, slots=True)
class CreditView:
    """Who made a quiz, and what others may do with it."""

    authors: str
    source: str | None
    source_url: str | None
    licence: str | None
    licence_url: str | None
    version: str


@dataclass(frozen=True, slots=True)
class SayView:
    """The texts that the live region may say, with slots for numbers."""

    name: str
    text_html: Markup


@dataclass(frozen=True, slots=True)
class PlainView:
    """What the page says where no script runs.

    Shape: is_counted says that CSS can count every score; score_html is None where
    it cannot, or where there is no total. The rest is how to read what is there.
    """

    is_counted: bool
    explanation: str
    score_html: Markup | None
    not_applicable: str | None
    answered_html: Markup
    failed: str


@dataclass(frozen=True, slots=True)
class PerspectiveView:
    """A point of view from which a reader may answer; answered_as tells it."""

    id: str
    input_id: str
    title: str
    intro_html: Markup | None
    is_default: bool
    answered_as: str


@dataclass(frozen=True, slots=True)
class StepsView:
    """What a quiz needs that shows one question at a time.

    Shape: has_condition where not every question is always asked, so that the page
    cannot tell how many are left, only how many at most.
    """

    first_id: str
    has_condition: bool


@dataclass(frozen=True, slots=True)
class QuizView:
    """A quiz, ready to be printed.

    Shape: steps is None where all questions are shown at once; where shows_score is
    false there is no total, no factor and no recipe, and unscored holds the factors
    that have something to say; where shares_score is true the site around it gets the
    total. shows_left: there is something to gain, so that advice
    can be ranked; reading tells which end of all scales is the better one, where no
    total does. languages are none where there is but one; words are
    what is said where it has to be, by name; has_hook where a rule of the quiz's own
    may adjust the result. is_file where the page is a file that has all it needs in
    itself: runtime_url, complete_url, more_url and late_url are empty then.
    """

    id: str
    version: int
    lang: str
    title: str
    description: str | None
    extent: str
    intro_html: Markup | None
    scope_html: Markup | None
    questions: tuple[QuestionView, ...]
    total: ScoreView | None
    factors: tuple[ScoreView, ...]
    profile: ProfileView | None
    unscored: tuple[UnscoredView, ...]
    shows_score: bool
    shares_score: bool
    shows_left: bool
    reading: str
    steps: StepsView | None
    recipes: tuple[RecipeView, ...]
    credit: CreditView
    says: tuple[SayView, ...]
    languages: tuple[LanguageView, ...]
    perspectives: tuple[PerspectiveView, ...]
    words: Mapping[str, str]
    plain: PlainView
    paper: PaperView
    sheet_json: Markup
    runtime_url: str
    complete_url: str
    more_url: str
    late_url: str
    is_file: bool
    has_hook: bool
    follow_up: FollowUpView


@dataclass(frozen=True, slots=True)
class CardView:
    """A quiz on the site's contents page.

    Shape: direction is empty where it is that of the page; pdf_url and pdf are the
    address and the text of a link to the paper form, empty where there is none.
    """

    url: str
    lang: str
    direction: str
    title: str
    description: str | None
    extent: str
    pdf_url: str
    pdf: str
    translations: tuple[LanguageView, ...]


@dataclass(frozen=True, slots=True)
class SiteView:
    """The site around a quiz.

    Shape: lang and direction are those of the title; empty where they are the page's.
    home_url is empty where nothing leads there; quizzes are there on the contents page
    alone.
    """

    title: str
    lang: str
    direction: str
    home_url: str
    publisher: str | None
    publisher_url: str | None
    quizzes: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Shape: direction is ltr or rtl; quiz is there on a quiz's pages alone, and embed on
    the page for publishers; own_url is the address of the quiz's page of its own, seen
    from here, empty where that is not known; choices are those of the options that are
    no colours; embed_url is the page for publishers of this quiz, empty where nothing
    leads there; linked_data is the JSON-LD of a quiz, empty where there is none.
    """

    lang: str
    direction: str
    head: HeadView
    site: SiteView
    quiz: QuizView | None
    embed: EmbedView | None
    embed_url: str
    own_url: str
    options: Mapping[str, str]
    choices: Mapping[str, str]
    ui: Strings
    linked_data: Markup
