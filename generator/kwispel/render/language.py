"""The words of the interface, by language and form of address."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from kwispel.render.conventions import Conventions
from kwispel.render.plurals import Form, Plural

Forms = tuple[Form, ...]

_NAME = re.compile(r"\{(\w+)\}")
_SLOT = Markup('<span data-part="{}"></span>')
_BAND_NAME = Markup('<span data-kw="band-name"></span>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Strings:
    """Every text of the interface in one language.

    Shape: str and Plural are filled in at build time, where they have `{names}`;
    Markup and Forms have slots that the reader's browser fills. Each name but the
    first is the context of a text in the catalogues.
    """

    conventions: Conventions
    comma: str
    skip: str
    questions: str
    position: str
    position_alone: str
    extent: Plural
    extent_most: Plural
    minutes: Plural
    extent_joint: str
    open: str
    open_both: str
    several: str
    optional: str
    condition: str
    condition_part: str
    quoted: str
    or_joint: str
    answered: str
    submit: str
    reset: str
    errors_heading: str
    errors: Forms
    pending: str
    failed_counted: str
    failed_key: str
    failed_unscored: str
    result: str
    stale: str
    stale_link: str
    unadjusted: str
    hook_note: str
    score: Markup
    factor_score: Markup
    absent: Markup
    absent_refuse: Markup
    absent_table: Markup
    unasked: str
    partial: Markup
    partial_lowest: str
    partial_shrink: str
    rescaled: str
    rescaled_short: str
    rescaled_mean: str
    rescaled_mean_short: str
    dropped_na: str
    dropped_open: str
    dropped_either: str
    full: str
    full_total: str
    bands: str
    from_points: Plural
    from_number: str
    from_lowest: str
    above_points: Plural
    above_number: str
    here: str
    unscored: str
    unscored_factors: str
    profile: str
    profile_factor: str
    profile_place: str
    profile_score: str
    profile_band: str
    profile_range: Markup
    profile_absent: str
    standing_highest_one: str
    standing_highest_tie: str
    standing_lowest_one: str
    standing_lowest_tie: str
    standing_equal: str
    standing_note: str
    radar: str
    radar_note: str
    ahead_exactly: Forms
    ahead_about: Forms
    ahead_beyond: Forms
    ahead_exactly_number: Markup
    ahead_about_number: Markup
    ahead_beyond_number: Markup
    ahead_next: Markup
    advice_ranked: str
    advice_in_order: str
    advice_unfold: Forms
    factors: str
    per_question: str
    your_answer: str
    word_open: str
    word_none: str
    left: str
    nothing_left: str
    changed: str
    background: str
    ledger: str
    ledger_intro: str
    ledger_code: str
    ledger_question: str
    ledger_answer: str
    ledger_value: str
    ledger_min: str
    ledger_max: str
    ledger_left: str
    ledger_feeds: str
    ledger_note: str
    total: str
    weight: str
    recipe_sum: str
    recipe_mean: str
    recipe_percent: str
    recipe_multiply: str
    recipe_add: str
    recipe_subtract: str
    recipe_table: str
    recipe_round: str
    recipe_round_decimals: Plural
    recipe_rescale: str
    recipe_missing_mean: str
    recipe_shrink: str
    recipe_lowest: str
    recipe_refuse: str
    recipe_hidden: str
    recipe_hidden_lowest: str
    members: Plural
    members_all: str
    members_least: Plural
    members_share: str
    members_count: Plural
    member_weight: str
    say_scored: Markup
    say_scored_band: Markup
    say_scored_none: str
    say_changed: Markup
    say_changed_band: Markup
    say_same: Markup
    say_same_none: str
    say_unchanged: Markup
    say_unchanged_none: str
    say_no_score: str
    say_reset: str
    plain_score: str
    plain_factor: str
    plain_empty: str
    plain_how: str
    plain_na: str
    plain_least: Plural
    plain_key: str
    plain_key_heading: str
    plain_none: str
    plain_unscored: str
    plain_result: str
    plain_answer: str
    points: Plural
    points_na: str
    paper_strip: str
    paper_mark: str
    paper_key: str
    paper_apart: str
    paper_points: str
    paper_several: str
    paper_start: str
    paper_carry: str
    paper_hook: str
    paper_scale: str
    next_heading: str
    card_heading: str
    card_intro: str
    card_intro_own: str
    card_pick: str
    card_action: str
    card_what: str
    card_when: str
    card_when_hint: str
    card_whom: str
    card_drop: str
    card_own: str
    card_again: str
    card_summary: str
    card_calendar: str
    card_copy: str
    card_print: str
    card_picked: str
    card_dropped: str
    card_full: str
    card_link: str
    card_copied: str
    card_refused: str
    card_saved: str
    next_related: str
    next_contact: str
    next_reading: str
    about: str
    privacy: str
    by: str
    source: str
    licence: str
    version: str
    published: str
    own_page: str
    no_quizzes: str
    link_opened: str
    link_back: str
    link_voice: str
    link_damaged: str
    link_other_quiz: str
    link_other_version: str
    link_other_key: str
    languages: str
    perspectives: str
    answered_as: str
    title_error: str
    step_next: str
    step_back: str
    step_forward: str
    step_review: str
    step_change: str
    step_ahead: Markup
    step_none_ahead: str
    step_pending: str


def with_slots(text: str) -> Markup:
    """Turn `{name}` into a slot that the reader's browser fills."""
    return _replaced(
        text, lambda name: _BAND_NAME if name == "band" else _SLOT.format(name)
    )


def with_counters(text: str, counters: Mapping[str, str]) -> Markup:
    """Turn `{name}` into an element that shows a CSS counter, or into plain text.

    Shape: counters maps a name to the counter's, which begins with "kw-", or to
    what is printed as it stands.
    """
    return _replaced(text, lambda name: _counted(counters[name]))


def _counted(value: str) -> Markup:
    if value.startswith("kw-"):
        return Markup('<span class="kw-count" data-counter="{}"></span>').format(value)
    return escape(value)


def _replaced(text: str, replacement: Callable[[str], Markup]) -> Markup:
    """Escape a text, and put markup in the place of its `{names}`."""
    parts = _NAME.split(text)
    return Markup().join(
        replacement(part) if position % 2 else escape(part)
        for position, part in enumerate(parts)
    )
