"""What the search index and the search page know of each paragraph."""

from __future__ import annotations

import json
from typing import Any

import pytest

from converter.site.corpus import Held
from converter.site.search import document_row, filters, names_file, search_page


def report(**more: Any) -> dict[str, Any]:
    return {
        "id": "essex/2015-06-sif",
        "kind": "report",
        "url": "/reports/essex/2015-06-sif/",
        "title": "Essex, June 2015",
        "short": "Essex 2015",
        "authority": {"slug": "essex", "name": "Essex"},
        "framework": "sif",
        "inspection": {"start": None, "end": "2015-06-12"},
        "published": None,
        "sections": [],
        "recommendations": [],
        "paragraphs": [],
        **more,
    }


def block(**more: Any) -> dict[str, Any]:
    return {"number": "3", "anchor": "p3", "section": "", "grade": None, "text": "Buses run.", "themes": [], **more}


@pytest.mark.parametrize(
    ("row", "of", "expected"),
    [
        (block(), {}, [("document", "7")]),
        (block(grade="good"), {}, [("document", "7"), ("grade", "good")]),
        (block(themes=["a", "b"]), {}, [("document", "7"), ("theme", "a"), ("theme", "b")]),
        (block(), {"recommendations": [{"anchor": "p3"}]}, [("document", "7"), ("kind", "recommendation")]),
        (
            block(items=["p3-b1"]),
            {"recommendations": [{"anchor": "p3-b1"}]},
            [("document", "7"), ("kind", "recommendation")],
        ),
    ],
)
def test_filters_of_a_block(row: dict[str, Any], of: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert list(filters(Held(report(**of), row), 7)) == expected


@pytest.mark.parametrize(
    ("of", "facts"),
    [
        ({}, ["essex", "2015", "sif", "paragraph", []]),
        (
            {"paragraphs": [block(number=str(n), anchor=f"p{n}") for n in (1, 2, 3)] + [block(number=None)]},
            ["essex", "2015", "sif", "paragraph", ["p1..3"]],
        ),
        ({"authority": None, "kind": "item"}, ["", "2015", "sif", "paper"]),
        ({"kind": "item", "minutes_of": "2015-01-14"}, ["essex", "2015", "sif", "minute"]),
    ],
)
def test_facts_of_a_document(of: dict[str, Any], facts: list[Any]) -> None:
    assert document_row(report(**of))[2:] == facts


def test_names() -> None:
    names = json.loads(
        names_file(
            {"reports": [report()], "themes": [{"slug": "buses", "name": "Buses", "words": ["bus(?:es)?", "coach"]}]}
        )
    )
    assert names["authority"] == {"essex": "Essex"}
    assert names["region"] == {"essex": "East of England"}
    assert names["theme"] == {"buses": "Buses"}
    assert names["words"] == {"buses": "bus(?:es)?|coach"}
    assert [row[0] for row in names["documents"]] == ["reports/essex/2015-06-sif/"]


def test_a_page_of_the_index_is_only_text() -> None:
    hostile = "<script>alert(1)</script>"
    of = report(title=hostile, short=hostile, sections=[{"anchor": "", "title": hostile}])
    made = search_page(Held(of, block(text=hostile, themes=[hostile])), 0)
    assert "<script" not in made
