"""Adds the index pages (authorities, themes) and puts what is held into the home page and the search page."""

from __future__ import annotations

from pathlib import Path

import project_path  # noqa: F401
from generated import begin, generated
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from converter.site.authority_badge import badge_section
from converter.site.corpus import Json, by_authority, load_corpus
from converter.site.names import Names
from converter.site.pages import held_part, index_pages
from converter.stages import stage

PLACE = "<!-- held -->"


@stage("index pages")
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a generated file for every index page."""
    corpus, folder = load_corpus(Path(config.docs_dir)), begin(config, "pages")
    badges = badge_sections(corpus, Names(config.site_name, config.site_url or ""))
    for path, content in index_pages(corpus):
        files.append(generated(config, folder, path, content + badges.get(path, "")))
    return files


def badge_sections(corpus: Json, names: Names) -> dict[str, str]:
    """What ends the page of each authority: its feed and its badge, which need the address of the site."""
    held = by_authority(corpus)
    return {f"authorities/{slug}.md": badge_section(documents, names) for slug, documents in held.items()}


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 (MkDocs passes it)
    """Put what the site holds in its place on a page that has one."""
    if PLACE not in markdown:
        return markdown
    return markdown.replace(PLACE, held_part(page.file.src_uri, load_corpus(Path(config.docs_dir))))
