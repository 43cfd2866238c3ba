"""A component is printed once for each thing that it shows."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import DictLoader
from markupsafe import Markup

from kwispel.render.components import ComponentEnvironment

MACROS = """{% macro item(thing, mark="") %}{{ mark }}{{ thing.told() }}{% endmacro %}
{% macro listed(things) %}{{ things | length }}{% endmacro %}
{% macro around() %}({{ caller() }}){% endmacro %}"""
PAGE = """{% from "m" import item, listed, around -%}
{% for each in things %}{{ item(each) }}{{ item(each, mark="!") }}{% endfor %}
{{- listed(things) }}{% call around() %}{{ things | length }}{% endcall %}"""


@dataclass(frozen=True)
class Thing:
    """Something that tells how often it was printed."""

    printed: list[str]

    def told(self) -> str:
        """Count one more."""
        self.printed.append("once")
        return f"<{len(self.printed)}>"


def environment() -> ComponentEnvironment:
    """Give the templates."""
    return ComponentEnvironment(
        loader=DictLoader({"m": MACROS, "page": PAGE}), autoescape=True
    )


def test_a_thing_is_printed_once_for_each_way_in_which_it_is_shown() -> None:
    """Pages that show the same thing in the same way share what was printed."""
    page = environment().get_template("page")
    thing = Thing([])

    first = page.render(things=(thing, thing))

    assert first == "&lt;1&gt;!&lt;2&gt;" * 2 + "2(2)"
    assert page.render(things=(thing,)) == "&lt;1&gt;!&lt;2&gt;1(1)"


def test_equal_things_are_printed_each() -> None:
    """What is the same thing is told by identity, not by what it holds."""
    page = environment().get_template("page")

    page.render(things=(Thing([]),))

    assert page.render(things=(Thing(["x"]),)) == "&lt;2&gt;!&lt;3&gt;1(1)"


def test_what_can_change_is_printed_anew() -> None:
    """A list may hold something else the next time."""
    page = environment().get_template("page")
    things = [Thing([])]

    page.render(things=things)
    things.append(things[0])

    assert page.render(things=things) == "&lt;1&gt;!&lt;2&gt;" * 2 + "2(2)"


def test_what_was_printed_is_let_go_in_time() -> None:
    """The memory of a long build is bounded."""
    templates = environment()
    page = templates.get_template("page")

    for _ in range(5_000):
        page.render(things=(Thing([]),))

    assert len(templates.printed) <= 4096


def test_all_but_markup_is_escaped() -> None:
    """Texts are, and what becomes one when it is printed; markup stands as it is."""
    page = ComponentEnvironment(
        loader=DictLoader({"page": "{% for t in things %}{{ t }};{% endfor %}"}),
        autoescape=True,
    ).get_template("page")

    shown = page.render(things=("<1>", Markup("<b>"), 2, None, ["<3>"]))

    assert shown == "&lt;1&gt;;<b>;2;None;[&#39;&lt;3&gt;&#39;];"
