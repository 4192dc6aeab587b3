"""The glossary: meanings told apart and joined, places newest first, pages that stay small, text that is only text."""

from __future__ import annotations

import re
from typing import Any

from test_paragraph_pages import HOSTILE
from test_theme_pages import report, row

from converter.site.glossary import entries_of, glossary_pages

Json = dict[str, Any]
LARGEST = 300_000
MARKDOWN = 1.2  # a page of MkDocs is longer by its head, navigation and foot


def term(abbreviation: str, meaning: str, anchor: str = "p1") -> Json:
    return {"abbreviation": abbreviation, "meaning": meaning, "anchor": anchor}


def corpus(*documents: Json) -> Json:
    return {"themes": [], "reports": list(documents)}


def defining(year: int, *terms: Json) -> Json:
    return report(year, row(1, "Words.", items=["p1-b1"]), terms=list(terms))


def pages_of(held: Json) -> dict[str, str]:
    return dict(glossary_pages(held))


def test_spellings_are_one_meaning_and_other_meanings_others() -> None:
    held = corpus(
        defining(2019, term("FSP", "family support plan")),
        defining(2018, term("FSP", "Family Support Plans", "p1-b1")),
        defining(2017, term("FSP", "family support plan")),
        defining(2016, term("FSP", "family support process", "s"), term("fsp", "family support plan")),
    )
    (entry,) = entries_of(held)
    assert entry.name == "FSP"
    assert [[place.meaning for place in places] for places in entry.places] == [
        ["family support plan", "Family Support Plans", "family support plan", "family support plan"],
        ["family support process"],
    ]
    assert [place.reference for place in entry.places[0]][:2] == [
        "Norbury 2019, paragraph 1",
        "Norbury 2018, paragraph 1",
    ]
    assert [place.reference for place in entry.places[1]] == ["Norbury 2016"]


def test_the_spelling_of_most_is_shown_with_the_newest_places_and_the_rest_folded_away() -> None:
    held = corpus(*(defining(year, term("PLO", "Public Law Outline")) for year in range(2010, 2015)))
    held["reports"].append(defining(2020, term("PLO", "public law outlines")))
    pages = pages_of(held)
    assert "Public Law Outline <span" in pages["glossary/index.md"]
    assert "6 documents" in pages["glossary/index.md"]
    shown, folded = pages["glossary/p.md"].split("<details>")
    assert re.findall(r">(Norbury [^<]*)</a>", shown) == [f"Norbury {year}, paragraph 1" for year in (2020, 2014, 2013)]
    assert re.findall(r">(Norbury [^<]*)</a>", folded) == [f"Norbury {year}" for year in (2012, 2011, 2010)]
    assert "3 more places" in folded


def test_a_place_is_linked_to() -> None:
    pages = pages_of(corpus(defining(2013, term("PLO", "public law outline"))))
    assert 'href="p/#plo"' in pages["glossary/index.md"]
    assert '<div id="plo">' in pages["glossary/p.md"]
    assert 'href="../../reports/norbury/2013-03-ilacs/#p1"' in pages["glossary/p.md"]
    assert "<details>" not in pages["glossary/p.md"]


def test_a_meaning_of_the_front_page_leads_to_the_document() -> None:
    page = pages_of(corpus(defining(2019, term("PLO", "public law outline", ""))))["glossary/p.md"]
    assert '<a href="../../reports/norbury/2019-03-ilacs/">Norbury 2019</a>' in page


def test_only_letters_that_begin_something_are_links_and_all_have_a_page() -> None:
    pages = pages_of(corpus(defining(2019, term("PLO", "public law outline"), term("A&IT", "Assessment Teams"))))
    assert len(pages) == 27
    assert re.findall(r'<a href="#(\w)">', pages["glossary/index.md"]) == ["a", "p"]
    assert '<a href="../p/" aria-current="page">P</a>' in pages["glossary/p.md"]
    assert "<span>B</span>" in pages["glossary/p.md"]
    assert "begins with B." in pages["glossary/b.md"]


def test_no_abbreviation_is_a_glossary_too() -> None:
    assert len(pages_of(corpus())) == 27
    assert "No document held here" in pages_of(corpus())["glossary/index.md"]


def test_text_of_reports_is_only_text() -> None:
    pages = pages_of(corpus(*(defining(year, term("S&H+", HOSTILE)) for year in range(2010, 2015))))
    assert not [name for name, page in pages.items() if "<script" in page]
    assert "S&amp;H+" in pages["glossary/index.md"]
    assert pages["glossary/s.md"].count("S&amp;H+") == 2


def test_no_page_grows_too_long() -> None:
    """431 reports that define 30 abbreviations each: 27 that all of them define, 1,300 of one alone, many with C."""
    often = [term(f"{'CLASPMIR'[at % 8]}X{chr(65 + at % 26)}{at}", f"common words {at}") for at in range(27)]
    held = corpus(*(defining(1500 + at, *often, *rare(at)) for at in range(431)))
    sizes = {name: MARKDOWN * len(page) for name, page in pages_of(held).items()}
    assert max(sizes.values()) < LARGEST, max(sizes, key=sizes.__getitem__)


def rare(at: int) -> list[Json]:
    letters = ("C", "AMS"[at % 3], "BDE"[at % 3])
    return [term(f"{letter}{at}X", f"a rather long name of a thing {at}") for letter in letters]
