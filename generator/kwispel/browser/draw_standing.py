"""What has to change on the page to say where a reader stands."""

from kwispel.browser.figures import exact_figure
from kwispel.browser.standing import ahead, standing
from kwispel.core.flags import is_set
from kwispel.core.ratio import rounded
from kwispel.core.show import exact_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.browser.shapes import Change, Signs
    from kwispel.core.shapes import Result, Score, Sheet, SheetScore

STANDING = "[data-standing]"
RADAR = '[data-kw="radar"]'
SHAPE = '[data-kw="shape"]'


def standing_changes(sheet: "Sheet", result: "Result") -> "list[Change]":
    """List what says which factors stand out, and what draws them as one shape."""
    made: list[Change] = [("hide", STANDING, ""), *_shape(sheet, result)]
    found = standing(sheet, result["factors"])
    if found is None:
        return made
    if found["highest"] == found["lowest"]:
        return [*made, ("show", '[data-standing="equal"]', "")]
    made += _outstanding("highest", found["highest"])
    return made + _outstanding("lowest", found["lowest"])


def _outstanding(place: str, factors: list[str]) -> "list[Change]":
    form = "one" if len(factors) == 1 else "tie"
    titles = [f'[data-score="{name}"] [data-kw="factor-title"]' for name in factors]
    told = f'[data-standing="{place}"],[data-standing="{place} {form}"]'
    return [
        ("gather", f'[data-outstanding="{place}"]', ",".join(titles)),
        ("show", told, ""),
    ]


def _shape(sheet: "Sheet", result: "Result") -> "list[Change]":
    """Draw the factors as one shape, where each has its place."""
    places: list[str] = []
    for compiled in sheet["scores"]:
        if compiled["id"] in result["factors"]:
            percent = result["factors"][compiled["id"]]["percent"]
            if percent is None:
                return [("hide", RADAR, "")]
            places.append(str(rounded(percent * 100, 0).n))
    return [("trace", SHAPE, " ".join(places)), ("show", RADAR, "")]


def ahead_changes(
    sheet: "Sheet", compiled: "SheetScore", score: "Score", signs: "Signs"
) -> "list[Change]":
    """List what says how far the next band is.

    Of a quiz with a hook nothing is said: it may give another band to other answers.
    """
    if is_set(sheet, "hook"):
        return []
    place = f'[data-score="{compiled["id"]}"] '
    found = ahead(compiled, score)
    if found is None:
        return []
    title = f'{place}[data-band="{found["band"]}"] [data-kw="band-title"]'
    told = f'{place}[data-ahead="{found["told"]}"]'
    return [
        ("count", told, exact_text(found["gap"])),
        ("fill", told + " [data-part=count]", exact_figure(found["gap"], signs)),
        ("copy", told + ' [data-kw="band-name"]', title),
        ("show", told, ""),
    ]
