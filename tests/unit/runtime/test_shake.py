"""What is not reached is cut, and a script that records tells what is."""

from __future__ import annotations

import json

import pytest

from kwispel.runtime.branches import find_branches
from kwispel.runtime.node import run_node
from kwispel.runtime.shake import recording, shaken


def run(script: str) -> object:
    """Run a script in Node, and give what it leaves in `said`."""
    before = "const said = [], refuse = () => { throw new Error('refused') };"
    before += "const cut = () => refuse(), reach = (place) => said.push(place);"
    ran = run_node("-e", f"{before}\n{script}\nconsole.log(JSON.stringify(said))")
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def only(script: str, *reached: str) -> str:
    """Cut all branches but those that begin so."""
    places = {script.index(text) for text in reached}
    return shaken(script, 0, places)


@pytest.mark.parametrize(
    ("script", "reached", "left"),
    [
        ("if(a){b()}else{c()}", "{b", "if(a){b()}else{refuse()}"),
        ("x=a?bbbbb:ccccc", "ccccc", "x=a?refuse():ccccc"),
        ("x=a?0:ccccc", "ccccc", "x=a?0:ccccc"),
        ("x=a||bbbbb", "", "x=a||refuse()"),
        ("x.y=function(a,b){c}", "", "x.y=cut"),
        ("x.y=(a)=>bbbbb", "", "x.y=cut"),
        ("function f(a,b){c}", "", "function f(){refuse()}"),
        ("x={get a(){b}}", "", "x={get a(){refuse()}}"),
        ("{f();bbb\nccc}", "", "{f();;refuse();}"),
        ("try{a()}catch(e){b}", "", "try{a()}catch(e){refuse()}"),
        ("x=()=>{if(a){b}}", "{if", "x=()=>{if(a){refuse()}}"),
    ],
)
def test_what_is_not_reached_refuses(script: str, reached: str, left: str) -> None:
    """Whatever it is, and nothing within it is looked at."""
    assert only(script, *([reached] if reached else [])) == left


def test_a_variable_outlives_the_branch_that_declares_it() -> None:
    """It is one of the whole function, and another of that name may be around."""
    script = "function f(a){if(a){var b=a;for(var c of a){let d;var{e}=c}}return b}"

    assert "{refuse();var b,c,e}" in only(script, "{if", "return")


def test_variables_of_functions_within_go_with_them() -> None:
    """They are nobody else's."""
    script = "function f(a){if(a){g(function(){var b})}return a}"

    assert "{refuse()}" in only(script, "{if", "return")


def test_a_script_that_records_tells_what_runs_and_does_the_same() -> None:
    """Each branch tells its place in the file, as often as it runs."""
    script = (
        "const f=(a)=>a?1:2\nfunction g(a){if(a)return f(a)\nfor(const b of[1])f(b)\n"
        "return a||'none'}\nsaid.push(g(0),g(2))"
    )
    told = run(recording(script, 1000))

    assert isinstance(told, list)
    values = [value for value in told if not (isinstance(value, int) and value > 9)]
    assert values == ["none", 1]
    reached = {value - 1000 for value in told if isinstance(value, int) and value > 9}
    assert reached <= {branch.start for branch in find_branches(script)}
    assert run(shaken(script, 0, reached)) == ["none", 1]


def test_what_was_cut_throws() -> None:
    """Never a wrong result."""
    script = "const f=(a)=>a?'some':'none'\nsaid.push(f(1))"
    script += "\ntry{f(0)}catch(e){said.push(e.message)}"
    reached = {b.start for b in find_branches(script)} - {script.index("'none'")}

    assert run(shaken(script, 0, reached)) == ["some", "refused"]


def test_a_function_that_is_reached_may_stay_whole() -> None:
    """Hooks go ways that no test has gone."""
    script = "f(function(){if(a){b}});g(function(){c})"

    left = shaken(script, 0, {script.index("{if")}, whole=True)

    assert left == "f(function(){if(a){b}});g(cut)"
