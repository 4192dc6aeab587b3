"""Gives every page its linked data, the feed that goes with it, and the day on which it last grew."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

import project_path  # noqa: F401
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from converter.site.corpus import by_authority, load_corpus
from converter.site.linked_data import Shown, known, page_script
from converter.site.modified import modified, packed
from converter.site.names import Names
from converter.stages import stage


@stage("linked data")
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """All pages are read by now, so each knows the titles of those above it."""
    describe((page for file in files.documentation_pages() if (page := file.page)), config, files)
    return env


def describe(pages: Iterable[Page], config: MkDocsConfig, files: Files) -> None:
    """Give some pages what they say of themselves to programs."""
    corpus = load_corpus(Path(config.docs_dir))
    authorities, days = by_authority(corpus), modified(corpus)
    held = known(corpus, authorities, Names(config.site_name, config.site_url or ""))
    others = {place_of(page): page for file in files.documentation_pages() if (page := file.page)}
    for page in pages:
        place = place_of(page)
        page.meta["newest"] = days.get(place, "")
        page.update_date = packed(days.get("/", ""))  # with which MkDocs stamps the packed sitemap
        page.meta["linked_data"] = page_script(shown(place, others), held)
        page.meta["feed"] = place.startswith("/authorities/") and place.split("/")[2] in authorities


def place_of(page: Page) -> str:
    return f"/{unquote(page.url)}"


def shown(place: str, pages: dict[str, Page]) -> Shown:
    """A page as its own front matter and its place say."""
    page = pages[place]
    parts = place.strip("/").split("/")
    folders = [f"/{'/'.join(parts[:at])}/" for at in range(1, len(parts))]
    above = tuple((title(pages[folder]), folder) for folder in folders if folder in pages)
    return Shown(place, title(page), str(page.meta.get("description", "")), str(page.meta.get("kind", "")), above)


def title(page: Page) -> str:
    return str(page.meta.get("title") or page.title)
