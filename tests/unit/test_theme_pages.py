"""The pages of themes: pages that would grow too long are split, and report text is only text."""

from __future__ import annotations

import re
from typing import Any

import pytest
from test_paragraph_pages import HOSTILE

from converter.site.theme_places import BUDGET, section_name
from converter.site.themes import theme_pages

Json = dict[str, Any]
THEME = {"slug": "care-leavers", "name": "Care leavers", "description": "Young people who leave care."}
LARGEST = 300_000


def row(number: int, text: str, **more: Any) -> Json:
    return {
        "number": str(number),
        "anchor": f"p{number}",
        "section": "s",
        "grade": "good",
        "text": text,
        "themes": ["care-leavers"],
        "page": None,
        **more,
    }


def report(year: int, *rows: Json, **more: Any) -> Json:
    return {
        "id": f"norbury/{year}-03-ilacs",
        "kind": "report",
        "framework": "ilacs",
        "url": f"/reports/norbury/{year}-03-ilacs/",
        "title": f"Norbury, {year}",
        "short": f"Norbury {year}",
        "citation": f"Ofsted, Norbury, {year}",
        "authority": {"slug": "norbury", "name": "Norbury"},
        "publisher": None,
        "published": None,
        "inspection": {"start": f"{year}-03-01", "end": f"{year}-03-01"},
        "sources": [],
        "sections": [{"anchor": "s", "title": "Care leavers: good", "grade": "good", "level": 2, "themes": []}],
        "paragraphs": list(rows),
        "recommendations": [],
        **more,
    }


def pages(*reports: Json) -> dict[str, str]:
    return dict(theme_pages({"themes": [THEME], "reports": list(reports)}))


def test_the_older_documents_of_a_long_page_have_pages_of_their_own() -> None:
    long = "A home of their own is what most of them ask for. " * 20
    numbers = range(1, 61)
    reports = [report(year, *(row(at, f"{year} {at} {long}") for at in numbers)) for year in range(2010, 2020)]
    made = pages(*reports)
    place = made["themes/care-leavers/norbury.md"]
    own = {path: text for path, text in made.items() if path.startswith("themes/care-leavers/norbury/")}
    assert max(map(len, made.values())) < BUDGET + 70_000 < LARGEST
    assert "themes/care-leavers/norbury/2010-03-ilacs.md" in own
    assert "themes/care-leavers/norbury/2019-03-ilacs.md" not in own
    for year in range(2010, 2020):
        assert f"{{ #{year}-03-ilacs }}" in place
        for number in numbers:
            assert sum(text.count(f"{year} {number} A home") for text in [place, *own.values()]) == 1
    assert "(norbury/2010-03-ilacs.md)" in place


def test_one_document_stays_whole_however_long() -> None:
    made = pages(report(2019, *(row(number, "Home. " * 900) for number in range(1, 61))))
    assert list(made) == ["themes/index.md", "themes/care-leavers/index.md", "themes/care-leavers/norbury.md"]


def test_documents_of_no_authority_stand_under_their_publisher() -> None:
    made = pages(report(2019, row(1, "A home."), id="inquiry/2019-a", authority=None, publisher="The Inquiry"))
    assert "# Care leavers: The Inquiry" in made["themes/care-leavers/inquiry.md"]
    assert "[The Inquiry](inquiry.md)" in made["themes/care-leavers/index.md"]


def test_a_repeated_recommendation_is_not_shown_as_a_paragraph_again() -> None:
    point = {"anchor": "p1", "text": "Build homes.", "deadline": "3 months", "themes": ["care-leavers"]}
    page = pages(report(2019, row(1, "Build homes."), row(2, "Homes are few."), recommendations=[point]))
    text = page["themes/care-leavers/index.md"]
    assert text.count("#p1)") == text.count("#p2)") == 1
    assert "within 3 months" in text


def test_hostile_text_is_only_text() -> None:
    section: Json = {"anchor": "s", "title": HOSTILE, "grade": None, "level": 2, "themes": []}
    made = pages(
        report(2019, row(1, HOSTILE, grade=None), title=HOSTILE, short=HOSTILE, citation=HOSTILE, sections=[section])
    )
    for text in made.values():
        assert "<script" not in text.replace("\\<script", "").replace("`<script", "")
    assert not re.search(
        r"<(?:img|script|iframe)", made["themes/care-leavers/norbury.md"].split('<div class="document"')[1]
    )


def test_a_theme_without_a_paragraph_says_so() -> None:
    assert "No paragraph on this theme is held yet." in pages()["themes/care-leavers/index.md"]
    assert "No report is held yet." in pages()["themes/index.md"]


@pytest.mark.parametrize(
    ("title", "grade", "name"),
    [
        (
            "The experiences and progress of care leavers: outstanding",
            "outstanding",
            "The experiences and progress of care leavers",
        ),
        ("The Local Safeguarding Children Board is good", "good", "The Local Safeguarding Children Board"),
        (
            "Leadership, management and governance Requires improvement",
            "requires-improvement",
            "Leadership, management and governance",
        ),
        ("Being healthy Grade 3 (Adequate)", "adequate", "Being healthy"),
        ("Good", "good", "Good"),
        ("What is good", None, "What is good"),
    ],
)
def test_section_name(title: str, grade: str | None, name: str) -> None:
    assert section_name({"title": title, "grade": grade}) == name
