"""Print a component once for each thing that it shows, however many pages show it.

What a component prints follows from what it is given alone, and that never changes:
so the pages of a quiz, which show the same things, share their markup.
"""

from __future__ import annotations

from typing import Any, cast

from jinja2 import Environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

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
        self.escaped = escaped
        self.printed: dict[_Given, tuple[_Given, Any]] = {}


def escaped(value: object) -> str:
    """Give a value as it is printed; markup is not copied, as Jinja would do."""
    return value if type(value) is Markup else escape(value)


class _Printed(CodeGenerator):
    """Jinja's compiler, with `escaped` where it writes `escape`."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - private to Jinja
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write(f"environment.escaped({finalize.src or ''}")
        else:
            super()._output_child_pre(node, frame, finalize)


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
ComponentEnvironment.code_generator_class = _Printed


def _is_fixed(value: object) -> bool:
    """Say whether a value can never change, as all that templates are shown."""
    return isinstance(value, (str, bool, type(None))) or hasattr(
        type(value), "__dataclass_fields__"
    )
