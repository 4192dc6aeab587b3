"""Every index page as Markdown by its file, and what generated parts stand in the written pages."""

from __future__ import annotations

from collections.abc import Iterator

from converter.site.authorities import authority_pages
from converter.site.corpus import Json
from converter.site.coverage import coverage_page
from converter.site.examples import examples_html
from converter.site.glossary import glossary_pages
from converter.site.home import home_summary
from converter.site.judgements import judgements_page
from converter.site.meetings import decision_pages
from converter.site.missing import gaps_of
from converter.site.recommendations import recommendation_pages
from converter.site.reports import reports_pages
from converter.site.themes import theme_pages
from converter.site.trackers import trackers_page


def index_pages(corpus: Json) -> Iterator[tuple[str, str]]:
    """Every index page with its file below docs/, one after the other, so that no more than one need be held."""
    gaps = gaps_of(corpus)
    yield from authority_pages(corpus, gaps)
    yield from reports_pages(corpus)
    yield "judgements/index.md", judgements_page(corpus)
    yield from recommendation_pages(corpus)
    yield from theme_pages(corpus)
    yield from glossary_pages(corpus)
    yield from decision_pages(corpus)
    yield "trackers/index.md", trackers_page(corpus)
    yield "coverage/index.md", coverage_page(corpus, gaps)


def held_part(page: str, corpus: Json) -> str:
    """What a written page says of what is held: the home page all of it, the search page what to try."""
    return home_summary(corpus) if page == "index.md" else examples_html(corpus, "../")
