"""Results as plain data, exact numbers as text: what two engines can compare."""
# This is the door where shapes become JSON: what is inside is of any type.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from kwispel.core.ratio import Ratio


def plain(value: object) -> object:
    """Replace every Ratio in a result by its text `n/d`."""
    if isinstance(value, Ratio):
        return repr(value)
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value
