"""The registers of committees: decisions by meeting and year, the newest trackers."""

from __future__ import annotations

import re
from typing import Any

import markdown
import pytest
from test_hostile import HOSTILE, Shown, check

from converter.site.meetings import LISTED, decision_pages, meetings
from converter.site.trackers import BUDGET, trackers_page
from converter.write.dialect import EXTENSIONS
from converter.write.wording import shortened

Json = dict[str, Any]
EMPTY: Json = {"reports": [], "themes": []}


def decision(text: str = "That it be so.", minute: str = "84", **more: Any) -> Json:
    return {
        "kind": "agreed",
        "anchor": "p1",
        "text": text,
        "minute": minute,
        "title": "Buses",
        "about": [],
        **more,
    }


def row(number: int, *cells: str, closed: bool = False) -> Json:
    return {"anchor": f"tracker-{number}", "cells": list(cells), "closed": closed}


def tracker(*rows: Json, means: str = "item outcome responsible review update") -> Json:
    return {"means": means.split(), "rows": list(rows)}


def item(day: str, committee: str = "norbury-panel", **more: Any) -> Json:
    return {
        "id": f"{committee}/{day}/item-3",
        "url": f"/reports/{committee}/{day}/item-3/",
        "kind": "item",
        "parent": f"{committee}/{day}",
        "printed_title": "Minutes",
        "title": "Minutes",
        "authority": {"slug": "norbury", "name": "Norbury"},
        "published": None,
        "inspection": {"start": day, "end": day},
        "minutes_of": None,
        "minutes": [{"number": "84", "anchor": "p84"}],
        "decisions": [],
        "trackers": [],
        **more,
    }


def corpus(*items: Json, name: str = "Ferry Panel") -> Json:
    packs = [
        {**one, "id": one["parent"], "kind": "pack", "parent": None, "meeting": {"committee": name}} for one in items
    ]
    return {"reports": [*packs, *items], "themes": []}


def body(page: str) -> str:
    return page.removeprefix("---\n").partition("\n---\n")[2]


def meeting_pages(held: Json) -> dict[str, str]:
    return {**dict(decision_pages(held)), "trackers/index.md": trackers_page(held)}


def rendered(page: str) -> Shown:
    return Shown(markdown.markdown(body(page), extensions=list(EXTENSIONS)))


# ---------------------------------------------------------------- meetings


@pytest.mark.parametrize(
    "held", [EMPTY, corpus(), corpus(item("2021-05-04"))], ids=["nothing", "no packs", "no decision"]
)
def test_no_decision_and_no_tracker(held: Json) -> None:
    pages = meeting_pages(held)
    assert list(pages) == ["decisions/index.md", "trackers/index.md"]
    assert "No minutes with a decision are held yet." in pages["decisions/index.md"]
    assert "No tracker is held yet." in pages["trackers/index.md"]


def test_meetings_are_newest_first_by_the_day_that_the_minutes_record() -> None:
    held = corpus(item("2021-05-04", minutes_of="2021-01-05"), item("2021-03-02"), item("2021-06-01", "eastmere-panel"))
    assert [meeting.when for meeting in meetings(held)] == ["2021-06-01", "2021-03-02", "2021-01-05"]


@pytest.mark.parametrize(
    ("more", "name", "heading"),
    [
        ({}, "Ferry Panel", "Norbury: Ferry Panel, 4 May 2021"),
        ({}, "Norbury Ferry Panel", "Norbury Ferry Panel, 4 May 2021"),
        ({"minutes_of": "2021-04-06"}, "Ferry Panel", "Norbury: Ferry Panel, 6 April 2021"),
        ({"authority": None}, "Ferry Panel", "Ferry Panel, 4 May 2021"),
        ({"inspection": {"start": None, "end": None}}, "Ferry Panel", "Norbury: Ferry Panel"),
    ],
)
def test_the_heading_of_a_meeting(more: Json, name: str, heading: str) -> None:
    page = meeting_pages(corpus(item("2021-05-04", decisions=[decision()], **more), name=name))["decisions/index.md"]
    assert f"## {heading} {{ #norbury-panel-2021-05-04-item-3 }}" in page.splitlines()


# ---------------------------------------------------------------- decisions


def test_the_decisions_of_a_minute_stand_together() -> None:
    found = [decision("One."), decision("Two.", about=["CFS/01/16"]), decision("Three.", minute="", title="")]
    lines = meeting_pages(corpus(item("2021-05-04", decisions=found)))["decisions/index.md"].splitlines()
    target = "../reports/norbury-panel/2021-05-04/item-3.md"
    assert [line for line in lines if ".where" in line] == [
        f'[Minute 84: Buses]({target}#p84){{ .where }} <span class="count">CFS/01/16</span>',
        f"[Minutes]({target}#p1){{ .where }}",
    ]
    assert [line for line in lines if ".kind" in line] == [
        f"[Agreed]({target}#p1){{ .kind .agreed }} {text}" for text in ("One.", "Two.", "Three.")
    ]


def test_few_decisions_are_on_one_page() -> None:
    held = corpus(*(item(f"20{year}-05-04", decisions=[decision()]) for year in range(10, 20)))
    pages = dict(decision_pages(held))
    assert list(pages) == ["decisions/index.md"]
    assert "## Earlier" not in pages["decisions/index.md"]


def test_a_paper_that_a_decision_names_is_one_click_away_with_the_rows_that_name_it() -> None:
    papers = [{"reference": "CFS/01/16", "anchor": "a1"}, {"reference": "", "anchor": ""}]
    rows = [{**row(2, "Buses"), "reference": ["CFS/01/16"]}]
    held = corpus(
        item("2021-05-04", decisions=[decision(about=["CFS/01/16", "CFS/02/16"])]),
        item("2021-03-02", papers=papers, trackers=[tracker(*rows)]),
    )
    held["reports"] = [one for one in held["reports"] if one["kind"] == "item"]
    page = dict(decision_pages(held))["decisions/index.md"]
    there = "../reports/norbury-panel/2021-03-02/item-3.md"
    assert f'"count">[CFS/01/16]({there}#a1), [tracker row 2]({there}#tracker-2); CFS/02/16<' in page


def test_many_decisions_have_a_page_for_each_earlier_year() -> None:
    days = ["2021-05-04", "2020-05-04", "2020-03-03", "2019-05-04", "2019-03-05"]
    held = corpus(*(item(day, decisions=[decision(f"On {day}.") for _ in range(LISTED // 2)]) for day in days))
    pages = dict(decision_pages(held))
    assert set(pages) == {"decisions/index.md", "decisions/2020.md", "decisions/2019.md"}
    index = pages["decisions/index.md"]
    assert "[2020](2020.md) [2019](2019.md)" in index
    assert "# Decisions of 2019" in pages["decisions/2019.md"]
    said = {page: sorted(set(re.findall(r"On (\S+)\.", text)), reverse=True) for page, text in pages.items()}
    assert said == {
        "decisions/index.md": ["2021-05-04", "2020-05-04"],
        "decisions/2020.md": ["2020-03-03"],
        "decisions/2019.md": ["2019-05-04", "2019-03-05"],
    }


def test_meetings_without_a_day_have_a_page_of_their_own() -> None:
    undated = item("undated", decisions=[decision()], inspection={"start": None, "end": None})
    many = item("2021-05-04", decisions=[decision() for _ in range(LISTED)])
    assert [name for name, _ in decision_pages(corpus(many, undated))] == ["decisions/index.md", "decisions/undated.md"]


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [("", 5, ""), ("12345", 5, "12345"), ("123456", 5, "12345 …"), ("12 3456", 5, "12 …"), ("12 34 56", 5, "12 …")],
)
def test_long_texts_are_cut(text: str, longest: int, expected: str) -> None:
    assert shortened(text, longest) == expected


# ---------------------------------------------------------------- trackers


def test_only_the_newest_tracker_of_a_committee() -> None:
    found = [tracker(row(1, "Buses", "Pay"))]
    held = corpus(
        item("2021-05-04", trackers=found),
        item("2021-03-02", trackers=found),
        item("2021-06-01"),
        item("2020-03-02", "eastmere-panel", trackers=found),
    )
    linked = re.findall(r"^## \[.*\]\((.*)\) ", trackers_page(held), re.MULTILINE)
    assert linked == [
        "../reports/norbury-panel/2021-05-04/item-3.md",
        "../reports/eastmere-panel/2020-03-02/item-3.md",
    ]


def test_the_newest_tracker_is_the_one_of_the_last_meeting_and_not_of_the_last_minutes() -> None:
    old = item("2021-03-02", trackers=[tracker(row(1, "Old"))])
    new = item("2021-05-04", trackers=[tracker(row(1, "New"))], minutes_of="2021-01-05")
    page = trackers_page(corpus(old, new))
    assert "New" in page
    assert "Old" not in page


def test_open_rows_come_first_and_closed_ones_are_folded() -> None:
    rows = [row(1, "Buses", closed=True), row(2, "Hubs"), row(3, "Ferry")]
    page = trackers_page(corpus(item("2021-05-04", trackers=[tracker(*rows)])))
    assert page.index("2 rows open") < page.index(">Ferry<") < page.index("<details") < page.index(">Buses<")
    assert "<summary>1 row closed</summary>" in page


@pytest.mark.parametrize(
    ("means", "cells", "shown"),
    [
        (
            "item outcome responsible review update",
            ("Buses", "Pay", "Mr A", "June", "Paid"),
            ["Buses", "Pay", "Mr A", "June", "Paid"],
        ),
        ("item outcome officer status", ("Buses", "Pay", "Mr A", "Green"), ["Buses", "Pay", "Mr A", "Green", "Green"]),
        ("reference outcome", ("Buses", "Pay"), ["Buses", "Pay", "", "", ""]),
        ("item item", ("Buses", "and ferries"), ["Buses and ferries", "", "", "", ""]),
        ("outcome", ("Buses",), ["Buses", "Buses", "", "", ""]),
        ("item outcome", ("Buses",), ["Buses", "", "", "", ""]),
        ("item outcome", ("Buses", "one\ntwo | three"), ["Buses", "one two | three", "", "", ""]),
        ("item update", ("Buses", "UPDATE: paid"), ["Buses", "", "", "", "<b>UPDATE:</b> paid"]),
        ("item update", ("Buses", "BUS: paid"), ["Buses", "", "", "", "BUS: paid"]),
    ],
)
def test_a_row(means: str, cells: tuple[str, ...], shown: list[str]) -> None:
    page = trackers_page(corpus(item("2021-05-04", trackers=[tracker(row(1, *cells), means=means)])))
    (line,) = [line for line in page.splitlines() if line.startswith("<tr><td")]
    first, *rest = re.findall(r"<td[^>]*>(.*?)</td>", line)
    address = "../reports/norbury-panel/2021-05-04/item-3/#tracker-1"
    assert [first, *rest] == [f'<a href="{address}">{shown[0]}</a>', *shown[1:]]


def test_a_row_leads_to_the_items_that_it_is_about() -> None:
    follows = {"report": "norbury-panel/2021-05-04/item-3", "anchor": "tracker-1", "title": "Buses", "closed": False}
    paper = item("2021-03-02", printed_title="5. Buses", followed=[{**follows, "by": "paper"}])
    page = trackers_page(corpus(item("2021-05-04", trackers=[tracker(row(1, "Buses"), row(2, "Hubs"))]), paper))
    assert page.count('class="tie"') == 1
    link = '<a href="../reports/norbury-panel/2021-03-02/item-3/">item 5. Buses, 2 March 2021</a>'
    assert f'#tracker-1">Buses</a><p class="tie">Names the paper of {link}</p>' in page


def test_a_tracker_without_room_is_counted() -> None:
    long = [tracker(*(row(number, "Buses", "word " * 60) for number in range(1, 400)))]
    names = [f"norbury-{name}" for name in "abcd"]
    page = trackers_page(corpus(*(item("2021-05-04", name, trackers=long) for name in names)))
    assert len(page) < BUDGET + 10_000
    assert page.count("399 rows open, 0 closed: see the tracker itself.") == 3


# ---------------------------------------------------------------- hostile


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_text(text: str) -> None:
    found = item(
        "2021-05-04",
        decisions=[decision(text, title=text, about=[text]), decision(text, minute=text, title=text)],
        trackers=[tracker(row(1, text, text, text, text, text), row(2, text, closed=True))],
        authority={"slug": "x", "name": text},
    )
    for page in meeting_pages(corpus(found, name=text)).values():
        shown = rendered(page)
        check(shown, "span")
        assert [tag for tag, _ in shown.tags].count("h2") == 1
