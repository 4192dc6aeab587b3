"""Linked data: what each kind of page says it is, and the way to it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from held import HOSTILE, NAMES, corpus, report

from converter.site.corpus import Held
from converter.site.linked_data import Shown, known, page_script, paragraph_script

START, END = '<script type="application/ld+json">', "</script>"
BASE = NAMES.address


def said(script: str) -> tuple[dict[str, Any], list[str]]:
    """What a page is about, and the names on the way to it."""
    assert script.startswith(START)
    assert script.endswith(END)
    inside = script.removeprefix(START).removesuffix(END)
    assert "<" not in inside
    subject, *trail = json.loads(inside)["@graph"]
    return subject, [item["name"] for item in trail[0]["itemListElement"]] if trail else []


def page(place: str, *above: tuple[str, str], kind: str = "", title: str = "T", **more: Any) -> Any:
    one = report(**more)
    held = known(corpus(one), {"norbury": [one]}, NAMES)
    return said(page_script(Shown(place, title, "What it says.", kind, above), held))


def test_a_report_says_who_where_and_when() -> None:
    subject, trail = page("/reports/norbury/2019-03-ilacs/", source_url="https://example.org/norbury.pdf")
    assert subject["@type"] == "Report"
    assert subject["about"] == {
        "@type": "AdministrativeArea",
        "name": "Norbury",
        "url": f"{BASE}authorities/norbury/",
    }
    assert subject["publisher"]["name"] == "Ofsted"
    assert (subject["datePublished"], subject["temporalCoverage"]) == ("2019-05-02", "2019-03-04/2019-03-15")
    assert subject["isBasedOn"] == "https://example.org/norbury.pdf"
    assert subject["encoding"]["contentUrl"] == f"{BASE}data/reports/norbury/2019-03-ilacs.json"
    assert trail == ["Home", "Norbury", "Norbury: children's services"]


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("The report is published under the Open Government Licence; ...", "https://www.nationalarchives.gov.uk/"),
        ("Crown copyright.", None),
        (None, None),
    ],
)
def test_a_licence_has_an_address_where_it_is_known(licence: str | None, address: str | None) -> None:
    subject, _ = page("/reports/norbury/2019-03-ilacs/", licence=licence)
    assert subject.get("license", "").startswith(address or "")
    assert ("license" in subject) == bool(address)
    assert subject.get("copyrightNotice") == licence


def test_what_is_not_known_is_left_out() -> None:
    nothing: dict[str, Any] = {
        **dict.fromkeys(("authority", "published", "licence", "overall")),
        "framework": "unknown",
    }
    subject, trail = page("/reports/norbury/2019-03-ilacs/", **nothing, inspection={"start": None, "end": None})
    assert not {"about", "publisher", "datePublished", "temporalCoverage", "isBasedOn", "license"} & set(subject)
    assert trail == ["Home", "Norbury: children's services"]


def test_papers_stand_in_their_pack() -> None:
    pack = report("norbury-committee/2015-01-15", kind="pack", title="Committee, 15 January 2015")
    item = report("norbury-committee/2015-01-15/item-5", kind="item", title="5. Care", parent=pack["id"])
    held = known(corpus(pack, item), {"norbury": [pack, item]}, NAMES)
    subject, trail = said(page_script(Shown(item["url"], "T", "", "item", ()), held))
    assert subject["@type"] == "DigitalDocument"
    assert subject["isPartOf"] == {"@id": f"{BASE}reports/norbury-committee/2015-01-15/"}
    assert trail == ["Home", "Norbury", "Committee, 15 January 2015", "5. Care"]


@pytest.mark.parametrize(
    ("place", "kind", "type_", "about"),
    [
        ("/", "home", "WebSite", None),
        ("/about/", "", "WebPage", None),
        ("/search/", "search", "SearchResultsPage", None),
        ("/decisions/", "index", "CollectionPage", None),
        ("/authorities/", "index", "CollectionPage", None),
        ("/authorities/norbury/", "authority", "CollectionPage", "Norbury"),
        ("/themes/care-leavers/", "theme", "CollectionPage", "Care leavers"),
        ("/data/", "data", "Dataset", None),
    ],
)
def test_other_pages(place: str, kind: str, type_: str, about: str | None) -> None:
    subject, trail = page(place, kind=kind)
    assert subject["@type"] == type_
    assert subject.get("about", {}).get("name") == about
    assert trail == ([] if place == "/" else ["Home", "T"])


def test_a_theme_in_one_place_is_about_both() -> None:
    above = (("Themes", "/themes/"), ("Care leavers", "/themes/care-leavers/"))
    subject, trail = page("/themes/care-leavers/norbury/", *above, title="Care leavers: Norbury")
    assert [one["name"] for one in subject["about"]] == ["Care leavers", "Norbury"]
    assert trail == ["Home", "Themes", "Care leavers", "Care leavers: Norbury"]


def test_the_site_says_how_it_is_searched_and_the_data_where_its_files_are() -> None:
    site, _ = page("/")
    assert site["potentialAction"]["target"]["urlTemplate"] == f"{BASE}search/?q={{search_term_string}}"
    data, _ = page("/data/")
    assert f"{BASE}data/judgements.csv" in [one["contentUrl"] for one in data["distribution"]]
    assert data["temporalCoverage"] == "2019/2019"


def test_a_paragraph_is_a_quotation_from_its_report_and_no_text_ends_the_script() -> None:
    row = {"number": HOSTILE, "anchor": "p41", "text": "Words."}
    quoted, _ = said(paragraph_script(Held(report(), row), NAMES))
    assert quoted == {
        "@type": "Quotation",
        "url": f"{BASE}reports/norbury/2019-03-ilacs/p41/",
        "position": HOSTILE,
        "isPartOf": f"{BASE}reports/norbury/2019-03-ilacs/",
    }
