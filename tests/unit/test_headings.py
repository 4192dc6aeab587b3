"""Headings: known ones, and lines that only look like one."""

from __future__ import annotations

import pytest

from converter.model import Line, plain
from converter.profiles import profile_named
from converter.read.text import read_text
from converter.recognise.headings import bare, known_heading, looks_like_heading, numbered_title

SENTENCE = "Children in Norbury live with carers who know them well and who stay in touch when they leave home."


def line(text: str) -> Line:
    return read_text(text)[1][0]


def looks(text: str, after: str = SENTENCE) -> bool:
    return looks_like_heading(read_text(f"{text}\n\n{after}")[1], 0)


@pytest.mark.parametrize(
    "text",
    [
        "Children are safe.",
        "children in care",
        "It was found that:",
        "Norbury,",
        "No",
        "N/A",
        "Chairman",
        "Cllr M Fennimarsh",
        "Mr I Collingtree",
        "Thursday 10 March 2016",
        "See appendix A",
        "www.norbury.example",
        "https://norbury.example",
        "“Nobody asked me”",
        "(continued)",
        "*present",
        "£45,000",
        "someone@norbury.example",
        "Telephone 01632 960123",
        "Email: scrutiny@norbury.example",
        "Age group: All",
        "12345",
        "A1",
        "Ab",
        "- Children in care",
        "Number\tShare",
        SENTENCE.rstrip(".") + " and who never give up",
    ],
)
def test_does_not_look_like_a_heading(text: str) -> None:
    assert not looks(text)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Children in care", ""),
        ("Children in care", "and their carers, who have known them for many years, stay in touch with them all."),
        ("Children in care", "Care leavers"),
    ],
    ids=["nothing below", "a small letter below", "a short line below"],
)
def test_nothing_that_a_heading_could_stand_over(text: str, after: str) -> None:
    assert not looks(text, after)


def test_no_white_space_is_no_heading() -> None:
    lines = read_text(f"{SENTENCE}\nChildren in care\n\n{SENTENCE}")[1]
    assert not looks_like_heading(lines, 1)
    assert not looks_like_heading(read_text(f"Children in care\n{SENTENCE}")[1], 0)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Children in care", SENTENCE),
        ("Children in care", "They are safe."),
        ("Children in care", "- an item"),
        ("Children in care", "Number\tShare"),
        ("What happens next?", SENTENCE),
        ("SEND", SENTENCE),
        ("Option A: One contract", SENTENCE),
        ("Appendix 2 – What people said", SENTENCE),
        ("Stage 1: " + "a very long title " * 6, SENTENCE),
        ("Children aged 16 to 18", SENTENCE),
    ],
)
def test_looks_like_a_heading(text: str, after: str) -> None:
    assert looks(text, after)


@pytest.mark.parametrize(
    ("framework", "text"),
    [
        ("ilacs", "Children in care"),
        ("ilacs", "- What needs to improve?"),
        ("ilacs", "What needs to improve?\tGood"),
        ("ilacs", "What needs to improve is the speed of assessment."),
        ("ilacs", "The experiences and progress of care leavers have improved since the last visit."),
        ("ilacs", "Recommendations"),
        ("sif", "What needs to improve?"),
        ("sif", "An LSCB requires improvement if it does not hold partners to account"),
        ("sif", "This local authority is good"),
        ("slac", "Staying safe online"),
        ("slac", "Good"),
        ("slac", "Grade 3 (adequate)"),
        ("unknown", "Recommendations"),
    ],
)
def test_unknown_headings_are_left_alone(framework: str, text: str) -> None:
    assert known_heading(line(text), profile_named(framework), ()) is None


@pytest.mark.parametrize(
    ("framework", "text", "level", "grade", "area", "role"),
    [
        ("ilacs", "What needs to improve?", 2, "", "", "improve"),
        ("ilacs", "**What needs to improve in this local authority?**", 2, "", "", "improve"),
        ("ilacs", "The experiences and progress of care leavers: good", 2, "good", "care-leavers", ""),
        ("ilacs", "The experiences and progress of care leavers is good", 2, "good", "care-leavers", ""),
        ("ilacs", "Experiences and progress of children in care", 2, "", "children-in-care", ""),
        ("sif", "Recommendations", 4, "", "", "improve"),
        ("sif", "This local authority requires improvement because", 4, "", "", ""),
        ("sif", "Leadership, management and governance requires improvement", 4, None, "leadership", ""),
        ("slac", "Areas for improvement", 3, "", "", "improve"),
        ("slac", "3. Areas for improvement", 3, "", "", "improve"),
        ("slac", "a. Being healthy", 4, "", "", ""),
        ("slac", "The quality of provision Grade 3 (adequate)", 3, "adequate", "", ""),
        ("slac", "Record of main findings: Norbury", 2, "", "", "record"),
        ("sif", "The effectiveness of the Local Safeguarding Children Board1", 3, "", "lscb", ""),
    ],
)
def test_known_headings(framework: str, text: str, level: int, grade: str | None, area: str, role: str) -> None:
    found = known_heading(line(text), profile_named(framework), ())
    assert found is not None
    assert (found.level, found.area, found.role) == (level, area, role)
    assert found.grade == ("requires-improvement" if grade is None else grade)
    assert plain(found.spans) == text.replace("*", "")


def test_an_entry_of_the_contents_is_a_heading() -> None:
    entry = "help at the front door"
    assert known_heading(line("Help at the front door"), profile_named("ilacs"), {entry}) is not None
    assert known_heading(line("Help at the back door"), profile_named("ilacs"), {entry}) is None
    graded = known_heading(line("Help at the front door: good"), profile_named("ilacs"), {entry})
    assert graded is not None
    assert (graded.title, graded.grade) == ("Help at the front door", "good")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("1. Context", "Context"),
        ("a. Context", "Context"),
        ("12. Context", "Context"),
        ("2019. Context", "2019. Context"),
        ("Context", "Context"),
        ("Context 1. One", "Context 1. One"),
    ],
)
def test_bare(text: str, title: str) -> None:
    assert bare(text) == title


@pytest.mark.parametrize(
    ("text", "is_title"),
    [
        ("", False),
        ("Children are safe.", False),
        ("children in care", False),
        ("Children in care", True),
        ("Purpose of report", True),
        ("Members asked, among other things;", False),
        ("One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen", False),
    ],
)
def test_numbered_title(text: str, is_title: bool) -> None:
    assert numbered_title(text) is is_title
