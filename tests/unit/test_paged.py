"""Long lists in parts: no part over the budget, nothing lost, and what was published first stays."""

from html import escape

import pytest
from test_glossary import corpus, defining, term
from test_home import held, of
from test_meetings import corpus as meetings_of
from test_meetings import decision, item

from converter.site.glossary import BUDGET as GLOSSARY
from converter.site.glossary import NEWEST, glossary_pages
from converter.site.meetings import LISTED, decision_pages
from converter.site.paged import chunked, named
from converter.site.reports import BUDGET, reports_pages

LARGEST = 400_000


@pytest.mark.parametrize(
    ("sizes", "groups"), [([], []), ([9], [[9]]), ([3, 2, 1], [[3, 2], [1]]), ([1, 9, 1], [[1], [9], [1]])]
)
def test_a_list_is_cut_where_a_page_is_full(sizes: list[int], groups: list[list[int]]) -> None:
    assert list(chunked(sizes, lambda size: size, 5)) == groups


def test_parts_are_called_by_their_place() -> None:
    assert named("2014", 3) == ["2014", "2014-2", "2014-3"]


def test_years_of_reports_that_have_no_room_stand_on_pages_of_their_own() -> None:
    few = BUDGET // 300
    many = [of(year, id=f"norbury-{at}/{year}-03-ilacs") for year in (2019, 2018) for at in range(few)]
    many += [of(2017, id=f"norbury-{at}/2017-03-ilacs") for at in range(2 * few)]
    pages = dict(reports_pages(held(*many)))
    assert max(map(len, pages.values())) < LARGEST
    assert [name for name in pages if "2017" in name] == ["reports/2017.md", "reports/2017-2.md"]
    assert all(f'id="y{year}"' in pages["reports/index.md"] for year in (2019, 2018, 2017))
    assert sum(page.count("<time") for page in pages.values()) == len(many)


def test_an_abbreviation_of_very_many_documents_keeps_its_entry_and_has_its_places_elsewhere() -> None:
    many = [defining(1000 + at, term("PLO", "public law outline" + " and more" * 3)) for at in range(5000)]
    pages = dict(glossary_pages(corpus(*many)))
    assert max(map(len, pages.values())) < LARGEST
    assert '<div id="plo">' in pages["glossary/p.md"]
    assert 'href="plo/"' in pages["glossary/p.md"]
    own = [page for name, page in pages.items() if name.startswith("glossary/p/plo")]
    assert len(own) > 1
    assert sum(page.count("<li>") for page in own) == len(many)
    assert pages["glossary/p.md"].count("/reports/") == NEWEST
    assert '<li><a href="../../../reports/norbury/' in pages["glossary/p/plo.md"]
    assert '<li><a href="../../../../reports/norbury/' in pages["glossary/p/plo/2.md"]


def test_where_the_glossary_has_no_room_for_meanings_it_counts_them() -> None:
    long = "rather long words " * 20
    terms = [term(f"{chr(65 + at % 26)}X{at}", f"{long} {at}") for at in range(GLOSSARY // len(long))]
    index = dict(glossary_pages(corpus(defining(2019, *terms))))["glossary/index.md"]
    assert len(index) < LARGEST
    assert index.count("<dd>1 meaning</dd>") == len(terms)
    assert escape(long.strip()) not in index


def test_a_meeting_whose_decisions_moved_to_a_page_of_their_year_keeps_its_anchor() -> None:
    days = ["2021-05-04", "2020-05-04"]
    pages = dict(decision_pages(meetings_of(*(item(day, decisions=[decision()] * LISTED) for day in days))))
    assert (
        "(2020.md#norbury-panel-2020-05-04-item-3){ #norbury-panel-2020-05-04-item-3 }" in pages["decisions/index.md"]
    )
    assert "{ #norbury-panel-2020-05-04-item-3 }" in pages["decisions/2020.md"]
