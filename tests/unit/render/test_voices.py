"""A page speaks in the voice of the perspective that its reader chose."""

from __future__ import annotations

from testkit.sample_pages import page_text, sample_pages_of, sample_site, spoken_quiz

SITE = sample_site(spoken_quiz())


def test_the_first_perspective_is_chosen_at_first() -> None:
    """It is a radio that is no answer: it stands in no question."""
    text = page_text("spoken/index.html", SITE)
    before_questions = text.split("data-question=")[0]

    assert before_questions.count('name="perspective."') == 2
    assert text.count('name="perspective."') == 2
    assert 'data-perspective="self" checked>' in text
    assert 'data-perspective="other">' in text


def test_a_question_stands_there_in_each_voice() -> None:
    """Perspectives without a voice of their own share the question's own text."""
    page = sample_pages_of(spoken_quiz())["spoken/index.html"]
    assert page.quiz is not None
    first, second = page.quiz.questions

    assert first.text_html == (
        '<span data-voice="self">Question first</span>'
        '<span data-voice="other">Do <em>they</em>?</span>'
    )
    assert first.title_html == (
        '<span data-voice="self">Question first</span>'
        '<span data-voice="other">Do they?</span>'
    )
    assert second.text_html == "Question second"


def test_css_shows_the_chosen_voice_alone() -> None:
    """On screen and on paper, and the first where a browser cannot know."""
    text = page_text("spoken/index.html", SITE)

    for name in ("self", "other"):
        assert (
            f'[data-kw=quiz-root]:has([data-perspective="{name}"]:checked) '
            f'[data-voice]:not([data-voice~="{name}"]){{display:none}}'
        ) in text
    assert '@supports not selector(:has(*)){[data-voice]:not([data-voice~="self"])' in (
        text
    )


def test_the_result_tells_the_perspective() -> None:
    """In a sentence for each, of which one is seen."""
    text = page_text("spoken/index.html", SITE)

    assert 'data-voice="other">Ingevuld als: Zij</p>' in text


def test_a_quiz_without_perspectives_says_nothing_of_them() -> None:
    """Its page carries neither radios nor their style."""
    text = page_text("sums/index.html")

    assert "perspective" not in text
    assert "data-voice" not in text
