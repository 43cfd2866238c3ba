"""What a sheet says only where it is not the default, to spare the page."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kwispel.core.shapes import Missing, SheetScore


def is_set(table: "Mapping[str, object]", key: str) -> bool:
    """Say whether a key is there and true.

    Not `get`: where the key is absent, Brython 3.15 raises and catches an exception
    in it, which was a fifth of the time that a result took.
    """
    return key in table and bool(table[key])


def missing_of(sheet: "SheetScore") -> "Missing":
    """Give what becomes of a score whose members are not all answered."""
    if "missing" in sheet:
        return sheet["missing"]
    return "rescale"
