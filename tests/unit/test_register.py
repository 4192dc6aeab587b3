"""The pages of the register of recommendations."""

from __future__ import annotations

import re
from typing import Any

import pytest

from converter.site.recommendations import BUDGET, asked_over_time, recommendation_pages
from converter.write.wording import deadline_words

Json = dict[str, Any]
THEMES = [{"slug": "education", "name": "Education"}, {"slug": "health", "name": "Health"}]


def point(anchor: str, text: str = "Read every plan.", **more: Any) -> Json:
    plain: Json = {
        "deadline": None,
        "to": None,
        "ref": None,
        "outcome": None,
        "themes": [],
        "matters": [],
        "repeats": [],
    }
    return {"anchor": anchor, "text": text, **plain, **more}


def report(identity: str, *points: Json, **more: Any) -> Json:
    slug = identity.partition("/")[0]
    return {
        "id": identity,
        "kind": "report",
        "url": f"/reports/{identity}/",
        "short": f"{slug.title()} {identity.partition('/')[2][:4]}",
        "authority": {"slug": slug, "name": slug.title()},
        "publisher": None,
        "inspection": {"end": f"{identity.partition('/')[2][:4]}-03-01"},
        "published": None,
        "paragraphs": [{"anchor": "p1", "number": "1", "items": ["p1-b1", "p1-b2"]}],
        "recommendations": list(points),
        **more,
    }


def pages(*reports: Json) -> dict[str, str]:
    return dict(recommendation_pages({"themes": THEMES, "reports": list(reports)}))


LATER = report(
    "norbury/2018-ilacs",
    point(
        "p1", "Write <plans> {{ early }}.", themes=["education"], matters=["plans"], repeats=["norbury/2014-sif#p1-b1"]
    ),
)
BEFORE = report(
    "norbury/2014-sif",
    point("p1-b1", deadline="3 months", to="Local authority; Police", matters=["plans"]),
    point("p1-b2"),
)


def test_nothing_is_held() -> None:
    assert list(pages()) == ["recommendations/index.md"]
    assert asked_over_time([]) == ""


def test_a_page_for_each_authority_and_each_year() -> None:
    assert sorted(pages(LATER, BEFORE, report("eastmere/2014-sif", point("p1")))) == [
        "recommendations/2014.md",
        "recommendations/2018.md",
        "recommendations/eastmere.md",
        "recommendations/index.md",
        "recommendations/norbury.md",
    ]


def test_a_row_says_what_it_is_filtered_by_and_leads_to_its_place() -> None:
    page = pages(LATER, BEFORE)["recommendations/norbury.md"]
    assert 'data-deadline="within-3-months" data-addressee="local-authority police"' in page
    assert 'href="../../reports/norbury/2014-sif/#p1-b1">Norbury 2014, paragraph 1</a>' in page
    assert 'data-theme="education"' in page
    assert 'href="../../themes/education/norbury/"' in page
    assert page.index("2018-ilacs/#p1") < page.index("2014-sif/#p1-b2")


def test_every_choice_is_found_in_a_row() -> None:
    page = pages(LATER, BEFORE)["recommendations/norbury.md"]
    for name, options in re.findall(r'<select name="(\w+)">(.*?)</select>', page):
        for value in re.findall(r'<option value="([^"]+)"', options):
            assert re.search(rf'<tr [^>]*data-{name}="(?:[^"]* )?{value}[ "]', page), (name, value)


def test_an_earlier_point_stands_below_the_later_one_on_the_same_matter() -> None:
    page = pages(LATER, BEFORE)["recommendations/norbury.md"]
    again = page[page.index('<div class="again">') : page.index("</div>", page.index('<div class="again">'))]
    assert "Norbury 2014, paragraph 1" in again
    assert "both: plans" in again
    assert "found by words" in page


def test_the_words_of_a_report_are_only_words() -> None:
    page = pages(LATER, BEFORE)["recommendations/norbury.md"]
    assert "Write &lt;plans&gt; &#123;&#123; early" in page


def test_a_committee_paper_is_told_apart_with_what_was_done() -> None:
    item = report("norbury-panel/2018-03-01/item-1", point("p1", outcome="Done & dusted."), kind="item", authority=None)
    page = pages(item)["recommendations/norbury-panel.md"]
    assert 'data-source="committee"' in page
    assert "Done &amp; dusted." in page
    assert "1 recommendation of 1 committee paper" in page


def test_a_paper_leads_to_its_minute_and_to_the_rows_that_name_it_alone() -> None:
    rows = [
        {"report": "norbury-panel/x", "anchor": f"tracker-{at}", "by": by} for at, by in ((7, "paper"), (8, "title"))
    ]
    minute = {"report": "norbury-panel/y", "number": "84", "anchor": "p84"}
    plain = report("norbury-panel/2018-03-01/item-1", point("p1"), kind="item", minute=None, followed=[])
    page = pages({**plain, "minute": minute, "followed": rows})["recommendations/norbury-panel.md"]
    assert (
        '<p class="outcome"><a href="../../reports/norbury-panel/y/#p84">Considered in minute 84</a>; '
        '<a href="../../reports/norbury-panel/x/#tracker-7">Followed up in the tracker: row 7</a></p>'
    ) in page
    assert "tracker-8" not in page
    assert "outcome" not in pages(plain)["recommendations/norbury-panel.md"]


def test_a_cell_that_says_nothing_has_no_label() -> None:
    page = pages(BEFORE)["recommendations/norbury.md"]
    assert page.count('data-label="Deadline"') == page.count('data-label="Asked of"') == 1
    assert page.count('<td class="none"') == 2


def test_a_long_year_is_parted() -> None:
    long = [point("p1", "word " * 400) for _ in range(150)]
    found = pages(report("norbury/2018-sif", *long), report("eastmere/2018-sif", *long))
    years = [name for name in found if name.startswith("recommendations/2018")]
    assert len(years) > 2
    assert all(len(found[name]) < BUDGET + 60_000 for name in years)
    assert sum(found[name].count("<tr data-") for name in years) == 300


def test_on_the_page_of_an_authority() -> None:
    section = asked_over_time([LATER, BEFORE])
    assert section.index("Norbury 2018") < section.index("Norbury 2014")
    assert "1 point, 1 on an earlier matter" in section
    assert "../recommendations/norbury.md" in section


@pytest.mark.parametrize(
    ("deadline", "words"),
    [(None, ""), ("immediately", "immediately"), ("3 months", "within 3 months"), ("by March 2015", "by March 2015")],
)
def test_deadline_words(deadline: str | None, words: str) -> None:
    assert deadline_words(deadline) == words
