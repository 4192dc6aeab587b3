"""Writes the page of every numbered paragraph after the site is built."""

from __future__ import annotations

from pathlib import Path

import project_path  # noqa: F401
from mkdocs.config.defaults import MkDocsConfig

from converter.site.corpus import load_corpus
from converter.site.names import Names
from converter.site.paragraphs import write_paragraphs
from converter.stages import stage


@stage("paragraph pages")
def on_post_build(config: MkDocsConfig) -> None:
    """Write them all."""
    names = Names(config.site_name, config.site_url or "", icon=config.extra["publisher"].favicon)
    write_paragraphs(load_corpus(Path(config.docs_dir)), Path(config.site_dir), names)
