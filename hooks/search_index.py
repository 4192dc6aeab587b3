"""Builds the search index after the site."""

from __future__ import annotations

from pathlib import Path

import project_path  # noqa: F401
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from converter.errors import PinpointError
from converter.site.corpus import load_corpus
from converter.site.search import build_search
from converter.stages import stage


@stage("search index")
def on_post_build(config: MkDocsConfig) -> None:
    """Index every paragraph."""
    try:
        build_search(load_corpus(Path(config.docs_dir)), Path(config.site_dir))
    except PinpointError as error:
        raise PluginError(str(error)) from error
