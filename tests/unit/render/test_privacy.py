"""What a site is given for its privacy statement is true, and in its languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner

from kwispel.cli import main
from kwispel.render.privacy import privacy_notices
from testkit.sample_pages import mean_quiz, sample_site, sum_quiz

ROOT = Path(__file__).parents[3]


def test_notice_names_what_is_left_to_the_host() -> None:
    """Nothing is called anonymous: the host's log has addresses."""
    (notice,) = privacy_notices(sample_site())

    assert "IP address" in notice.text
    assert "cookies" in notice.text
    assert (
        "until they delete them or have not opened the test for a year" in notice.text
    )
    assert "anonym" not in notice.text


def test_notice_comes_once_in_each_language() -> None:
    """The site's own first, whatever the first quiz is in."""
    dutch = replace(mean_quiz(), lang="nl")
    site = sample_site(dutch, replace(sum_quiz(), id="three"), sum_quiz(), lang="en")

    found = list(privacy_notices(site))

    assert [(each.lang, each.name) for each in found] == [
        ("en", "English"),
        ("nl", "Nederlands"),
    ]
    assert "cookies op deze site" not in found[0].text
    assert "plaatsen geen cookies" in found[1].text


def test_notice_names_the_quizzes_that_share_their_score() -> None:
    """And those alone: a quiz that does is told of by its title."""
    told = replace(sum_quiz(), title="Told", shares_score=True)

    (notice,) = privacy_notices(sample_site(told, mean_quiz()))
    (other,) = privacy_notices(sample_site())

    assert "Of these tests it is also told the score, and the test says so: Told." in (
        notice.text
    )
    assert "the score" not in other.text


def test_a_language_that_no_quiz_is_in_has_no_notice() -> None:
    """The language of the site's title may be another."""
    site = sample_site(sum_quiz(), lang="de")

    assert [each.lang for each in privacy_notices(site)] == ["en"]


def test_command_prints_every_notice() -> None:
    """For the project's own site, in Dutch and English."""
    said = CliRunner().invoke(main, ["privacy", str(ROOT / "content")])

    assert said.exit_code == 0
    for notice in (
        "Nederlands (nl):\n\n",
        "English (en):\n\n",
        "IP-adres",
        "IP address",
    ):
        assert notice in said.output


def test_documentation_shows_the_notice_as_it_is() -> None:
    """A site may copy it from there."""
    (notice,) = privacy_notices(sample_site())
    text = (ROOT / "docs/reference/privacy.md").read_text(encoding="utf-8")

    assert f"\n> {notice.text}\n" in text
