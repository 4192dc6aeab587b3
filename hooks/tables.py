"""Puts every table of a page in a box of its own, so that no script has to move it."""

from __future__ import annotations

import project_path  # noqa: F401
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from converter.site.framed import framed

STACKED = {"home", "index", "authority"}


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 (MkDocs passes it)
    """Frame the tables; those of lists of pages know their heads."""
    return framed(html, page.meta.get("kind") in STACKED)
