"""Print a component once for each thing that it shows, however many pages show it.

What a component prints follows from what it is given alone, and that never changes:
so the pages of a quiz, which show the same things, share their markup.
"""

from __future__ import annotations

from typing import Any, cast

from jinja2 import Environment
from jinja2.runtime import Context, Macro

from kwispel.render.class_names import ClassNames

_MOST = 4096
"""Of a quiz some hundreds are printed; older ones are let go."""

_Given = tuple[Any, ...]


class ComponentEnvironment(Environment):
    """Templates that remember what their components printed."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - as Jinja has them
        """Begin with nothing printed."""
        super().__init__(**options)
        self.classes: ClassNames = {}
        self.printed: dict[_Given, tuple[_Given, Any]] = {}


class _Components(Context):
    def call(self, called: Any, /, *args: Any, **named: Any) -> Any:  # noqa: ANN401 - as Jinja has it
        if type(called) is not Macro:
            return super().call(called, *args, **named)
        # Jinja's own, for callables that ask for the context, which no macro does.
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        given = (called, *args, *named.values())
        if not all(map(_is_fixed, args)) or not all(map(_is_fixed, named.values())):
            return called(*args, **named)
        key = (*map(id, given), *named)
        printed = cast("ComponentEnvironment", self.environment).printed
        if key not in printed:
            if len(printed) >= _MOST:
                printed.clear()
            # What was given is kept, so that nothing else gets its identity.
            printed[key] = given, called(*args, **named)
        return printed[key][1]


ComponentEnvironment.context_class = _Components


def _is_fixed(value: object) -> bool:
    """Say whether a value can never change, as all that templates are shown."""
    return isinstance(value, (str, bool, type(None))) or hasattr(
        type(value), "__dataclass_fields__"
    )
