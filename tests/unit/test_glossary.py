"""The glossary: meanings told apart and joined, places newest first, pages that stay small, text that is only text."""

from __future__ import annotations

import re
from typing import Any

from test_paragraph_pages import HOSTILE
from test_theme_pages import report, row

from converter.site.glossary import NEWEST, entries_of, glossary_pages

Json = dict[str, Any]
LARGEST = 300_000
MARKDOWN = 1.2  # a page of MkDocs is longer by its head, navigation and foot


def term(abbreviation: str, meaning: str, anchor: str = "p1") -> Json:
    return {"abbreviation": abbreviation, "meaning": meaning, "anchor": anchor}


def corpus(*documents: Json) -> Json:
    return {"themes": [], "reports": list(documents)}


def defining(year: int, *terms: Json) -> Json:
    return report(year, row(1, "Words.", items=["p1-b1"]), terms=list(terms))


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


def test_the_spelling_of_most_is_shown_and_each_other_at_its_place() -> None:
    held = corpus(*(defining(year, term("PLO", "Public Law Outline")) for year in range(2010, 2013)))
    held["reports"].append(defining(2020, term("PLO", "public law outlines")))
    pages = glossary_pages(held)
    assert "Public Law Outline <span" in pages["glossary/index.md"]
    assert "4 documents" in pages["glossary/index.md"]
    letter, own = pages["glossary/p.md"], pages["glossary/p/plo.md"]
    assert letter.count("paragraph 1</a>") == NEWEST
    assert "all 4 places</a>" in letter
    assert own.count("paragraph 1</a>") == 4
    assert own.index("Norbury 2020") < own.index("Norbury 2012")
    assert "Norbury 2020, paragraph 1</a>: public law outlines" in own


def test_a_place_is_linked_to_from_each_depth() -> None:
    held = corpus(*(defining(year, term("PLO", "public law outline")) for year in range(2010, 2014)))
    pages = glossary_pages(held)
    assert 'href="p/#plo"' in pages["glossary/index.md"]
    assert '<div id="plo">' in pages["glossary/p.md"]
    assert 'href="../../reports/norbury/2013-03-ilacs/#p1"' in pages["glossary/p.md"]
    assert 'href="plo/#1"' in pages["glossary/p.md"]
    assert 'href="../../../reports/norbury/2013-03-ilacs/#p1"' in pages["glossary/p/plo.md"]


def test_a_meaning_of_the_front_page_leads_to_the_document() -> None:
    page = glossary_pages(corpus(defining(2019, term("PLO", "public law outline", ""))))["glossary/p.md"]
    assert '<a href="../../reports/norbury/2019-03-ilacs/">Norbury 2019</a>' in page


def test_only_letters_that_are_held_are_links() -> None:
    pages = glossary_pages(corpus(defining(2019, term("PLO", "public law outline"), term("A&IT", "Assessment Teams"))))
    assert set(pages) == {"glossary/index.md", "glossary/a.md", "glossary/p.md"}
    assert re.findall(r'<a href="#(\w)">', pages["glossary/index.md"]) == ["a", "p"]
    assert '<a href="../p/" aria-current="page">P</a>' in pages["glossary/p.md"]
    assert "<span>B</span>" in pages["glossary/p.md"]


def test_no_abbreviation_is_a_page_too() -> None:
    assert list(glossary_pages(corpus())) == ["glossary/index.md"]
    assert "No document held here" in glossary_pages(corpus())["glossary/index.md"]


def test_text_of_reports_is_only_text() -> None:
    pages = glossary_pages(corpus(*(defining(year, term("S&H+", HOSTILE)) for year in range(2010, 2015))))
    for name, page in pages.items():
        assert "<script" not in page, name
        assert "S&amp;H+" in page


def test_no_page_grows_too_long() -> None:
    """431 reports, a hundred abbreviations that each of them defines and 1,300 that one does, many of them with C."""
    often = [term(f"{'CCS'[at % 3]}X{chr(65 + at % 26)}{at}", f"common words {at}") for at in range(100)]
    held = corpus(*(defining(1500 + at, *often, *rare(at)) for at in range(431)))
    sizes = {name: MARKDOWN * len(page) for name, page in glossary_pages(held).items()}
    assert len(sizes) > len(often)
    assert max(sizes.values()) < LARGEST, max(sizes, key=sizes.__getitem__)


def rare(at: int) -> list[Json]:
    letters = ("C", "AMS"[at % 3], "BDE"[at % 3])
    return [term(f"{letter}{at}X", f"a rather long name of a thing {at}") for letter in letters]
