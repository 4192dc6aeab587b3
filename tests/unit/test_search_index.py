"""What the search index and the search page know of each paragraph."""

from __future__ import annotations

import json
from typing import Any

import pytest

from converter.site.search_names import document_row, names_file
from converter.site.search_records import records, searched


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
    return {
        "number": "3",
        "anchor": "p3",
        "section": "",
        "grade": None,
        "text": "Buses run on time.",
        "themes": [],
        **more,
    }


@pytest.mark.parametrize(
    ("row", "of", "expected"),
    [
        (block(), {}, {}),
        (block(grade="good"), {}, {"grade": ["good"]}),
        (block(themes=["a", "b"]), {}, {"theme": ["a", "b"]}),
        (block(), {"recommendations": [{"anchor": "p3"}]}, {"kind": ["recommendation"]}),
        (block(items=["p3-b1"]), {"recommendations": [{"anchor": "p3-b1"}]}, {"kind": ["recommendation"]}),
    ],
)
def test_filters_of_a_block(row: dict[str, Any], of: dict[str, Any], expected: dict[str, list[str]]) -> None:
    (made,) = records([report(paragraphs=[row], **of)])
    assert made["filters"] == {"document": ["essex/2015-06-sif"], **expected}


@pytest.mark.parametrize(
    ("row", "content", "meta"),
    [
        (block(), "Buses run on time.", {"title": "Essex 2015, paragraph 3"}),
        (block(more="So do trams."), "Buses run on time.\nSo do trams.", {"title": "Essex 2015, paragraph 3"}),
        (block(number=None, grade="good"), "Buses run on time.", {"title": "Essex 2015", "grade": "good"}),
        (block(section="help"), "Buses run on time.", {"title": "Essex 2015, paragraph 3", "section": "Help"}),
    ],
)
def test_what_is_shown_of_a_block(row: dict[str, Any], content: str, meta: dict[str, str]) -> None:
    (made,) = records([report(paragraphs=[row], sections=[{"anchor": "help", "title": "Help"}])])
    assert (made["url"], made["content"], made["meta"]) == ("/reports/essex/2015-06-sif/#p3", content, meta)


def test_a_block_of_few_words_is_not_found() -> None:
    rows = [block(text=text) for text in ("Buses", "Buses run on", "Buses run on time.")]
    of = report(paragraphs=rows)
    assert [made["content"] for made in records([of])] == ["Buses run on time."]
    assert searched(of) == 1


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
            {"reports": [report()], "themes": [{"slug": "buses", "name": "Buses", "words": ["bus(?:es)?", "coach"]}]},
            ["pagefind", "pagefind-2"],
        )
    )
    assert names["authority"] == {"essex": "Essex"}
    assert names["region"] == {"essex": "East of England"}
    assert names["theme"] == {"buses": "Buses"}
    assert names["words"] == {"buses": "bus(?:es)?|coach"}
    assert names["bundles"] == ["pagefind", "pagefind-2"]
    assert [row[0] for row in names["documents"]] == ["reports/essex/2015-06-sif/"]
