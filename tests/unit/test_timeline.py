"""Judgements over time: drawn, as a table, and what changed in words."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import markdown
import pytest
from inspected import corpus_of, inspected

from converter.site.authorities import authority_pages
from converter.site.changing import movement_since, over_all, step_lines, steps
from converter.site.missing import gaps_of
from converter.site.standing import Standing, frameworks_of, standing
from converter.site.timeline import EDGE, picture, positions, table
from converter.write.dialect import EXTENSIONS

Json = dict[str, Any]
FRAMEWORKS = frameworks_of(corpus_of())
HOSTILE = ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "[a](javascript:b){ #x }", "a*b*_c_|d"]


class Elements(HTMLParser):
    """What a page has in it: its tags, its links and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


OLD = inspected("Norbury", "2011-05-20", "slac", help_and_protection="adequate", children_in_care="good")
SINGLE = inspected("Norbury", "2015-06-12", "sif", help_and_protection="requires-improvement", children_in_care="good")
NEW = inspected("Norbury", "2019-03-08", overall="good", help_and_protection="good", children_in_care="inadequate")


def found(*reports: Json) -> Standing:
    return standing(reports, FRAMEWORKS)


def changes(*reports: Json) -> str:
    return "\n".join(line for step in steps(found(*reports)) for line in step_lines(step))


def pages_of(held: Json) -> dict[str, str]:
    return dict(authority_pages(held, gaps_of(held)))


def test_from_the_first_grade_to_the_latest() -> None:
    assert over_all(found(SINGLE, NEW)) == ""
    said = over_all(found(OLD, SINGLE, NEW))
    assert said.startswith("From the first grade to the latest: better in help and protection (2011 to 2019)")
    assert "worse in children in care (2011 to 2019)" in said


def test_one_inspection_changes_nothing() -> None:
    assert changes(NEW) == ""


def test_what_improved_fell_and_cannot_be_compared() -> None:
    text = changes(SINGLE, NEW)
    assert "### June 2015 to March 2019 { #changes-2019-03-ilacs }" in text
    assert "- **Improved:** Help and protection from **Requires improvement**{" in text
    assert "- **Fell:** Children in care from **Good**{ .grade .good } to **Inadequate**{" in text
    assert "Overall: not found in the report (June 2015)" in text
    assert "Unchanged" not in text


def test_two_words_of_one_rank_are_no_change_and_stay_two_words() -> None:
    text = changes(OLD, SINGLE)
    both = "from **Adequate**{ .grade .adequate } to **Requires improvement**{ .grade .requires-improvement }"
    assert f"- **Unchanged:** Help and protection {both}, which rank alike; Children looked after" in text
    assert "Improved" not in text
    assert "Fell" not in text


def test_steps_are_between_neighbours_the_newest_first() -> None:
    assert re.findall(r"### (.+?) \{", changes(OLD, SINGLE, NEW)) == [
        "June 2015 to March 2019",
        "May 2011 to June 2015",
    ]


@pytest.mark.parametrize(
    "dates",
    [
        ["2010-07-09", "2023-06-30"],
        ["2010-07-09", "2010-08-09", "2023-06-30"],
        ["2010-07-09", "2014-02-05", "2018-11-23", "2023-06-30"],
        ["2010-07-09", "2010-07-09"],
        [f"{year}-01-01" for year in (2010, 2011, 2012, 2013, 2024, 2025)],
        [f"{year}-01-01" for year in range(2010, 2020)],
    ],
)
def test_marks_stand_in_order_and_never_on_each_other(dates: list[str]) -> None:
    places = positions([inspected("Norbury", when) for when in dates])
    assert places[0] == EDGE
    assert places[-1] == pytest.approx(100 - EDGE, abs=0.2)
    even = (100 - 2 * EDGE) / max(6, len(dates) - 1)
    assert all(after - before >= even - 0.2 for before, after in pairwise(places))


def test_time_shows_where_there_is_room() -> None:
    near, far = positions([inspected("Norbury", when) for when in ("2010-01-01", "2012-01-01", "2020-01-01")])[1:]
    assert near - EDGE < far - near


def test_a_mark_has_its_word_its_letters_and_its_colour() -> None:
    drawn = picture(found(OLD, SINGLE, NEW), "Judgements of Norbury")
    title = "<title>Help and protection, June 2015: Requires improvement</title>"
    before, _, mark = drawn.partition(title)
    assert before.rpartition("<svg ")[2].startswith('class="mark requires-improvement"')
    mark = mark.partition("</svg>")[0]
    assert ">Requires</text>" in mark
    assert '<text class="letter" y="4">RI</text>' in mark
    assert 'role="img" aria-label="Judgements of Norbury, drawn from May 2011 to March 2019. ' in drawn
    assert drawn.count('class="up"') == drawn.count('class="down"') == 1
    assert "timeline--dense" not in drawn
    assert not picture(found(NEW), "Judgements of Norbury")
    assert "timeline--dense" in picture(found(*(inspected("Norbury", f"201{n}-01-01") for n in range(7))), "N")


def test_the_table_says_why_there_is_no_grade_and_links_to_each() -> None:
    text = table(found(OLD, SINGLE, NEW), "Judgements", "../../")
    rows = {row[0]: row[1] for row in re.findall(r'<th scope="row">(.+?)</th>(.+?)</tr>', text)}
    assert '<span class="pp-hidden">not part of the inspection</span>' in rows["Adoption"]
    assert '<span class="blank">judged with children in care</span>' in rows["Care leavers"]
    link = 'href="../../reports/norbury/2019-03-ilacs/#judgement-children-in-care"'
    assert f'{link}><strong class="grade inadequate">Inadequate</strong>' in rows["Children in care"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_label_is_only_text(text: str) -> None:
    reports = [
        inspected("Norbury", f"{when}-05-20", "slac", ferry="good", safeguarding__buses="good") for when in (2010, 2011)
    ]
    for report in reports:
        for row in report["judgements"]:
            row["label"] = text
    page = pages_of(corpus_of(*reports))["authorities/norbury.md"]
    shown = Elements(markdown.markdown(page.partition("---\n")[2].partition("---\n")[2], extensions=list(EXTENSIONS)))
    assert text in shown.text
    assert not shown.tags & {"script", "img"}
    assert not [link for link in shown.links if link.startswith("javascript")]


def test_what_has_no_date_is_in_the_table_and_comes_before_or_after_nothing() -> None:
    undated = {**SINGLE, "inspection": {"start": None, "end": None}}
    page = pages_of(corpus_of(NEW, undated, OLD))["authorities/norbury.md"]
    drawn, table = page[page.index('<div class="timeline') :].split("<caption>", 1)
    assert ("no date" in drawn, "no date" in table) == (False, True)
    assert changes(undated, OLD, NEW) == changes(OLD, NEW)
    alone = pages_of(corpus_of(undated))["authorities/norbury.md"]
    assert ("timeline" in alone, "<caption>" in alone) == (False, True)


def test_an_abolished_authority_says_who_took_over() -> None:
    reports = [inspected("Cumbria", "2017-11-01"), inspected("Cumberland", "2024-11-01")]
    pages = pages_of(corpus_of(*reports))
    now = '<dd><a href="../../authorities/cumberland/">Cumberland</a> and Westmorland and Furness</dd>'
    assert "<dt>Until</dt><dd>31 March 2023</dd>" in pages["authorities/cumbria.md"]
    assert now in pages["authorities/cumbria.md"]
    assert (
        '<dt>Before</dt><dd><a href="../../authorities/cumbria/">Cumbria</a></dd>' in pages["authorities/cumberland.md"]
    )


def test_neighbours_that_are_held_are_links_and_the_others_are_named() -> None:
    reports = [inspected("Essex", "2023-06-30"), inspected("Suffolk", "2015-12-17", "sif", overall="good")]
    page = pages_of(corpus_of(*reports))["authorities/essex.md"]
    near = page[page.index("## Statistical neighbours") :]
    assert '<a href="../../authorities/suffolk/">Suffolk</a>' in near
    assert "No report with grades is held here on Kent, West Sussex," in near
    assert "Suffolk," not in near


def test_when_the_newest_report_gave_up_to_judge_all_the_last_such_grade_is_named() -> None:
    reports = [
        inspected("Norbury", "2018-05-18", overall="good"),
        inspected("Norbury", "2026-05-01", leadership="good"),
    ]
    page = pages_of(corpus_of(*reports))["authorities/norbury.md"]
    assert "<dt>Overall</dt><dd>not part of the inspection; in May 2018 <a " in page


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (
            {"overall": "good"},
            {"overall": "good"},
            "Good overall, as in June 2015.",
        ),
        ({"overall": "adequate"}, {"overall": "good"}, "Good overall, better than in June 2015."),
        (
            {"overall": "good", "adoption": "good", "leadership": "good", "lscb": "inadequate"},
            {"overall": "inadequate", "adoption": "outstanding", "leadership": "inadequate", "lscb": "good"},
            "Inadequate overall, worse than in June 2015; better in adoption and Local Safeguarding Children Board; "
            "worse in leadership.",
        ),
        ({"leadership": "good"}, {"leadership": "good"}, "Compared with June 2015: no area better or worse."),
        ({"leadership": "good"}, {"adoption": "good"}, "No grade can be compared with those of June 2015."),
    ],
)
def test_better_or_worse_than_the_time_before(was: dict[str, str], now: dict[str, str], said: str) -> None:
    reports = [inspected("Norbury", "2015-06-12", "sif", **was), inspected("Norbury", "2017-06-12", "sif", **now)]
    corpus = corpus_of(*reports)
    assert movement_since(standing(corpus["reports"], frameworks_of(corpus))) == said
    assert movement_since(standing(corpus["reports"][:1], frameworks_of(corpus))) == ""
