"""The register of coverage: references to one inspection stand together, and none is left out."""

from __future__ import annotations

from typing import Any

import pytest

from converter.site.authorities import authority_pages
from converter.site.coverage import accounted, coverage_page
from converter.site.missing import gaps_of, missing, referring

Json = dict[str, Any]


def reference(anchor: str, kind: str, when: str = "", status: str = "not held", text: str = "last inspection") -> Json:
    return {
        "anchor": anchor,
        "text": text,
        "to": None,
        "status": status,
        "kind": kind,
        "when": when or None,
        "authority": "norbury",
    }


def report(name: str, end: str, *references: Json, problems: tuple[str, ...] = ()) -> Json:
    return {
        "id": f"norbury/{name}",
        "kind": "report",
        "framework": name.rpartition("-")[2],
        "title": f"Norbury, {name}",
        "short": f"Norbury {end[:4]}",
        "authority": {"slug": "norbury", "name": "Norbury"},
        "inspection": {"start": end, "end": end},
        "published": None,
        "quality": {"status": "complete", "words_kept": 1.0, "problems": list(problems)},
        "paragraphs": [{"anchor": "p4", "number": "4", "themes": []}],
        "references": list(references),
        "recommendations": [],
        "judgements": [],
        "overall": None,
    }


EARLY = report("2014-02-sif", "2014-02-05", reference("p4", "looked-after", "2010-08"), reference("p9", "full", "2010"))
LATE = report(
    "2019-03-ilacs",
    "2019-03-08",
    reference("p4-b2", "inspection", "2010", text="[2010](x) inspection"),
    reference("p5", "focused-visit", "2018-05"),
    reference("p6", "inspection"),
    reference("p7", "inspection", status="uncertain", text="previous inspections"),
    problems=("No <b>lead</b> inspector found.",),
)
CORPUS: Json = {"themes": [], "frameworks": [], "reports": [EARLY, LATE]}


def authority_of(held: Json) -> str:
    return dict(authority_pages(held, gaps_of(held)))["authorities/norbury.md"]


def coverage_of(held: Json) -> str:
    return coverage_page(held, gaps_of(held))


def test_references_to_one_inspection_stand_together_whatever_they_call_it() -> None:
    found = missing(referring(CORPUS, "not held"))
    assert [(one.kind, one.when, len(one.references)) for one in found["norbury"]] == [
        ("focused-visit", "2018-05", 1),
        ("inspection", "2010-08", 3),
        ("inspection", "", 1),
    ]


def test_a_year_with_two_inspections_stays_apart_from_both() -> None:
    two = report("x-sif", "2014-02-05", *(reference("p4", "full", when) for when in ("2013-01", "2013-07", "2013")))
    found = missing(referring({"reports": [two]}, "not held"))
    assert sorted(one.when for one in found["norbury"]) == ["2013", "2013-01", "2013-07"]


def test_every_reference_leads_to_its_place() -> None:
    page = authority_of(CORPUS)
    for report_id, anchors in (("2014-02-sif", ("p4", "p9")), ("2019-03-ilacs", ("p4-b2", "p5", "p6", "p7"))):
        assert all(f"../reports/norbury/{report_id}.md#{anchor})" in page for anchor in anchors)
    assert "August 2010" in page
    assert "Not certain which is meant" in page


def test_text_of_reports_stays_text() -> None:
    assert "[2010](x)" not in authority_of(CORPUS)
    assert "<b>" not in coverage_of(CORPUS)


def test_the_index_names_what_is_held_and_what_to_add_next() -> None:
    index = coverage_of(CORPUS)
    assert "[Norbury](../authorities/norbury.md#not-held) | August 2010 | 3 times |" in index
    assert "| Single inspection framework (2013 to 2017) | 1 | 1 | 2014 |" in index


def test_an_inspection_of_an_authority_without_a_page_is_named_with_its_places() -> None:
    away = report("2016-01-sif", "2016-01-05", {**reference("p4", "inspection", "2015"), "authority": "kent"})
    index = coverage_of({"themes": [], "frameworks": [], "reports": [away]})
    assert "| [Kent](#kent) | 2015 | 1 time |" in index
    assert "### Kent { #kent }" in index
    assert "../reports/norbury/2016-01-sif.md#p4)" in index


def test_so_is_one_that_is_only_uncertain() -> None:
    away = report("2016-01-sif", "2016-01-05", {**reference("p4", "inspection", "", "uncertain"), "authority": "kent"})
    index = coverage_of({"themes": [], "frameworks": [], "reports": [away]})
    assert "| [Kent](#kent) | – | 1 |" in index
    assert "### Kent { #kent }" in index
    assert "../reports/norbury/2016-01-sif.md#p4)" in index


@pytest.mark.parametrize(
    ("least", "said"), [(1.0, "Every word of a source is either"), (0.99996, "At least 99.99% of"), (0.9, "90.00%")]
)
def test_what_is_not_all_is_not_called_all(least: float, said: str) -> None:
    assert said in accounted(least)


def test_a_paragraph_that_is_not_certain_is_not_taken_for_an_inspection() -> None:
    astray = {**reference("p4", "paragraph", status="uncertain", text="21"), "authority": None}
    corpus: Json = {"themes": [], "frameworks": [], "reports": [report("2015-01-sif", "2015-01-05", astray)]}
    assert "Referred to and not held" not in authority_of(corpus)
    assert "- [Norbury, 2015-01-sif](../reports/norbury/2015-01-sif.md): 1" in coverage_of(corpus)
