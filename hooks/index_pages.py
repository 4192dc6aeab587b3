"""Adds the index pages (authorities, themes) and puts what is held into the home page and the search page."""

from __future__ import annotations

from pathlib import Path

import project_path  # noqa: F401
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from converter.site.corpus import load_corpus
from converter.site.pages import held_part, index_pages

PLACE = "<!-- held -->"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a generated file for every index page."""
    for path, content in index_pages(load_corpus(Path(config.docs_dir))):
        files.append(File.generated(config, path, content=content))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 (MkDocs passes it)
    """Put what the site holds in its place on a page that has one."""
    if PLACE not in markdown:
        return markdown
    return markdown.replace(PLACE, held_part(page.file.src_uri, load_corpus(Path(config.docs_dir))))
