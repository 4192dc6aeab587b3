"""The feed: what an entry says in substance, and that it keeps to RFC 4287 whatever a report holds."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from held import HALVES, HOSTILE, NAMES, SINCE_2026, TWO, judgement, point, report

from converter.site.feed import NEWEST, Feed, atom, headline

ATOM = "{http://www.w3.org/2005/Atom}"
WHEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
ONCE, MAYBE, MANY = (1, 1), (0, 1), (0, 999)
FEED = {"title": ONCE, "id": ONCE, "updated": ONCE, "author": (1, 999), "link": (1, 999), "entry": MANY}
ENTRY = {
    "title": ONCE,
    "id": ONCE,
    "updated": ONCE,
    "published": MAYBE,
    "author": MANY,
    "link": (1, 999),
    "category": MANY,
    "rights": MAYBE,
    "content": MAYBE,
}
ATTRIBUTES = {"link": {"rel", "type", "href"}, "category": {"term", "label"}, "content": {"type"}}


def kept(element: ElementTree.Element, wanted: dict[str, tuple[int, int]]) -> None:
    """An element has the children that RFC 4287 allows, as often as it allows."""
    counts = Counter(child.tag.removeprefix(ATOM) for child in element)
    assert set(counts) <= set(wanted)
    for name, (least, most) in wanted.items():
        assert least <= counts[name] <= most, name
    for child in element:
        name = child.tag.removeprefix(ATOM)
        assert set(child.keys()) <= ATTRIBUTES.get(name, set()), name
        if name in {"title", "id", "updated", "published", "rights"}:
            assert (child.text or "").strip(), name
            assert not list(child), name
        if name in {"updated", "published"}:
            assert WHEN.fullmatch(child.text or ""), child.text
        if name == "author":
            assert [(part.tag, bool(part.text)) for part in child] == [(f"{ATOM}name", True)]
    links = [(link.get("rel"), link.get("type")) for link in element.iter(f"{ATOM}link")]
    address = element.findtext(f"{ATOM}id") or ""
    assert re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", address), address
    if "entry" not in wanted:
        assert len(set(links)) == len(links)  # at most one alternate of each type


def valid(text: str) -> ElementTree.Element:
    """The feed, held to what RFC 4287 says."""
    feed = ElementTree.fromstring(text.encode("utf-8"))  # noqa: S314 (our own)
    assert feed.tag == f"{ATOM}feed"
    kept(feed, FEED)
    entries = feed.findall(f"{ATOM}entry")
    for entry in entries:
        kept(entry, ENTRY)
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert days == sorted(days, reverse=True)
    assert not days or feed.findtext(f"{ATOM}updated") == days[0]
    return feed


def feed_of(*reports: dict[str, Any]) -> str:
    feed = Feed("Pinpoint: new reports", "/feed.xml", "/", NAMES)
    return atom(feed, reports, {one["id"]: one for one in reports})


def told(text: str) -> Any:
    """The feed as a reader of feeds takes it."""
    found = feedparser.parse(text.encode("utf-8"))
    assert not found.bozo, found.get("bozo_exception")
    return found


@pytest.mark.parametrize(
    ("more", "title"),
    [
        ({}, "Norbury, 2019: good overall"),
        ({"overall": "requires-improvement"}, "Norbury, 2019: requires improvement overall"),
        (
            {"framework": "slac", "overall": None, "judgements": HALVES},
            "Norbury, 2019: safeguarding services adequate, services for looked after children good",
        ),
        (
            {"overall": None, "judgements": TWO, "inspection": SINCE_2026},
            "Norbury, 2026: inspection of children's services, not judged overall",
        ),
        ({"framework": "jtai", "overall": None, "judgements": []}, "Norbury, 2019: joint targeted area inspection"),
        ({"framework": "unknown", "overall": None, "judgements": []}, "Norbury, 2019: report"),
        ({"authority": None, "title": "Norbury Flood Inquiry: The night"}, "Norbury Flood Inquiry: The night"),
    ],
)
def test_a_headline_says_the_verdict_or_what_there_is(more: dict[str, Any], title: str) -> None:
    assert headline(report(**more)) == title


def test_an_entry_says_what_changed_and_what_is_asked_for() -> None:
    grades = [judgement("overall", "good"), judgement("care-leavers", "good"), judgement("leadership", "good")]
    before = [judgement("care-leavers", "inadequate"), judgement("leadership", "good")]
    first = report("norbury/2016-05-sif", judgements=before, inspection={"start": None, "end": "2016-05-06"})
    points = [point(f"Improve plan {at}.", anchor=f"p7-b{at}") for at in range(1, 6)]
    about = [{"themes": ["care-leavers"], "text": "", "anchor": "p1", "number": "1"}]
    later = report(earlier=first["id"], judgements=grades, recommendations=points, paragraphs=about)
    later["published"] = None
    text = feed_of(first, later)
    valid(text)
    entry = told(text).entries[1]
    assert entry.title == "Norbury, 2019: good overall"
    said = re.sub(r"<[^>]+>", "|", entry.content[0].value)
    for words in ("|Overall: good|", "|Care leavers: good, was inadequate in 2016|", "|Leadership: good, as in 2016|"):
        assert words in said
    assert "5 recommendations or areas for improvement, among them:" in said
    assert "|Improve plan 3.|" in said
    assert "Improve plan 4." not in said
    assert f'href="{NAMES.address}reports/norbury/2019-03-ilacs/#p7-b1"' in entry.content[0].value
    assert entry.id == entry.link == f"{NAMES.address}reports/norbury/2019-03-ilacs/"
    assert (entry.author, entry.rights) == ("Ofsted", "Crown copyright.")
    assert [tag.term for tag in entry.tags] == ["care-leavers"]


@pytest.mark.parametrize(
    ("published", "end", "day"),
    [
        ("2019-05-02", "2019-03-15", "2019-05-02"),
        (None, "2019-03-15", "2019-03-15"),
        ("2019-05", "2019-03-15", "2019-03-15"),
        ("2019-05", None, "2019-05-01"),
        (None, None, None),
    ],
)
def test_an_entry_is_dated_by_its_report_or_not_there(published: str | None, end: str | None, day: str | None) -> None:
    text = feed_of(report(published=published, inspection={"start": None, "end": end}))
    valid(text)
    assert [entry.updated[:10] for entry in told(text).entries] == ([day] if day else [])


def test_no_text_of_a_report_breaks_the_feed() -> None:
    hostile = report(
        title=HOSTILE,
        authority={"slug": "norbury", "name": HOSTILE},
        publisher=HOSTILE,
        licence=HOSTILE,
        recommendations=[point(HOSTILE)],
        judgements=[{**judgement("x", "good"), "label": HOSTILE}],
    )
    text = feed_of(hostile)
    valid(text)
    entry = told(text).entries[0]
    assert "<script" not in entry.content[0].value
    assert "alert(1)" in entry.title


def test_the_newest_fifty_are_on_it() -> None:
    many = [report(f"norbury/{year}-03-ilacs", published=f"{year}-05-02") for year in range(1950, 2020)]
    entries = told(feed_of(*many)).entries
    assert len(entries) == NEWEST == 50
    assert entries[0].id.endswith("2019-03-ilacs/")


def test_a_feed_without_reports_is_a_feed() -> None:
    valid(feed_of())
