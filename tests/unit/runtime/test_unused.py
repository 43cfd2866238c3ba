"""What nothing names any more goes; what anything may ask for stays."""

from __future__ import annotations

import pytest

from kwispel.runtime.unused import without_unused


def left(block: str, around: str = "") -> str:
    """Give what is left of one block, without the semicolons of what went."""
    (found,) = without_unused([block], around)
    return found.strip(";")


@pytest.mark.parametrize(
    "block",
    [
        "$B.gone=cut",
        "$B.gone={a:1,b:[$B.c]}",
        "$B.gone=function(){a()}",
        "_b_.gone=cut",
        "X.gone=cut",
        "X_funcs.gone=cut",
        "function gone(){refuse()}",
        "function gone(){gone()}",
        "var gone=1",
        "var gone",
        "init_type(_b_,'Gone',['Gone',1])",
        "var test=false;if(test){a()}",
        "var one=1,other=one",
    ],
)
def test_what_nothing_names_goes(block: str) -> None:
    """Members that refuse, functions and variables, and those that they named."""
    assert left(block) == ""


@pytest.mark.parametrize(
    "block",
    [
        "$B.kept=a()",
        "document.kept=1",
        "X.kept=cut;a['kept']",
        "X.kept=cut;b.kept",
        "X_funcs.kept=cut;a('kept')",
        "X_funcs.kept=cut;Y_funcs.kept()",
        "X_funcs.kept=function(){a}",
        "X_funcs.kept_get=cut;a('kept')",
        "function kept(){refuse()}a(kept)",
        "var kept=1;a(kept)",
        "var kept=a()",
        "init_type(_b_,'Kept',['Kept',1]);a(_b_.Kept)",
        "var test=a();if(test){b()}",
        "X.tp_members=[['kept',1,'name']];a('kept')",
    ],
)
def test_what_may_be_asked_for_stays(block: str) -> None:
    """By its name anywhere; and what is done while the script runs is done."""
    assert left(block) == block


def test_what_the_script_around_names_stays() -> None:
    """Our own modules ask for methods by their names."""
    assert left("str_funcs.title=cut", "$send(text, 'title')") == "str_funcs.title=cut"


@pytest.mark.parametrize(
    "told",
    [
        "$B.args('gone',1,{gone:null},arguments)",
        "a(name==='gone')",
        "switch(name){case 'gone':\na()}",
        "a(['gone'].includes(name))",
        "a({gone:1})",
        "$B.str_dict_set(dict,'gone',1)",
        "a('gone is no name')",
    ],
)
def test_a_name_that_is_only_told_asks_for_nothing(told: str) -> None:
    """It is compared, or names what is set, or a function in a message."""
    assert left(f"X_funcs.gone=cut;{told}") == told


def test_a_reader_of_nothing_goes_with_what_sets_nothing() -> None:
    """What cannot be set is of use only where it can be told."""
    block = "X_funcs.gone_get=cut;X_funcs.gone_set=_b_.None;X.tp_getset=['gone']"

    assert left(block) == "X.tp_getset=[]"


def test_a_method_goes_with_its_name_in_the_list() -> None:
    """A list that names what is not there would stop the start."""
    block = "X_funcs.a=cut;X_funcs.b=function(){c};X.tp_methods=['a','b']"

    assert left(block) == "X_funcs.b=function(){c};X.tp_methods=['b']"


def test_a_member_that_nobody_asks_for_is_not_listed() -> None:
    """The name that it has in JavaScript is no question."""
    block = "X.tp_members=[['gone',1,'inner'],['kept',1,'inner']];a('kept')"

    assert left(block) == "X.tp_members=[['kept',1,'inner']];a('kept')"


def test_a_name_that_another_type_needs_stays_in_every_list() -> None:
    """Who looks for it on one type may look for it on the other."""
    block = "X_funcs.a=cut;Y_funcs.a=function(){c};X.tp_methods=['a']"

    assert left(block) == block


def test_a_javascript_method_of_the_same_name_is_no_question() -> None:
    """`text.title()` in Brython's own code is the browser's."""
    assert left("str_funcs.title=cut;text.title()") == "text.title()"


def test_a_member_of_several_goes_alone() -> None:
    """What is set besides it is still set."""
    assert left("X.gone=X.kept=cut;a.kept") == "X.kept=cut;a.kept"
