"""Every index page as Markdown by its file, and what generated parts stand in the written pages."""

from __future__ import annotations

from collections.abc import Mapping

from converter.site.authorities import authority_pages
from converter.site.corpus import Json
from converter.site.coverage import coverage_page
from converter.site.examples import examples_html
from converter.site.glossary import glossary_pages
from converter.site.home import home_summary
from converter.site.judgements import judgements_page
from converter.site.meetings import decision_pages
from converter.site.recommendations import recommendation_pages
from converter.site.reports import reports_page
from converter.site.themes import theme_pages
from converter.site.trackers import trackers_page


def index_pages(corpus: Json) -> Mapping[str, str]:
    """Every index page by its file below docs/."""
    return {
        **authority_pages(corpus),
        "reports/index.md": reports_page(corpus),
        "judgements/index.md": judgements_page(corpus),
        **recommendation_pages(corpus),
        **theme_pages(corpus),
        **glossary_pages(corpus),
        **decision_pages(corpus),
        "trackers/index.md": trackers_page(corpus),
        "coverage/index.md": coverage_page(corpus),
    }


def held_part(page: str, corpus: Json) -> str:
    """What a written page says of what is held: the home page all of it, the search page what to try."""
    return home_summary(corpus) if page == "index.md" else examples_html(corpus, "../")
