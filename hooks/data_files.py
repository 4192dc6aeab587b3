"""Publishes the data files, feeds and badges, and keeps the converter's own file off the site."""

from __future__ import annotations

from pathlib import Path

import project_path  # noqa: F401
from generated import begin, end, generated
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from converter.site.corpus import load_corpus
from converter.site.data import data_files
from converter.site.data_page import filled
from converter.site.names import Names
from converter.stages import stage

INTERNAL = "reports/corpus.json"


@stage("data files")
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the data files; take out what only the hooks need."""
    if internal := files.get_file_from_path(INTERNAL):
        files.remove(internal)
    folder = begin(config, "data")
    for path, content in data_files(load_corpus(Path(config.docs_dir)), names(config)):
        files.append(generated(config, folder, path, content))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 (MkDocs passes it)
    """Fill the page about the data."""
    if page.file.src_uri != "data.md":
        return markdown
    return filled(markdown, load_corpus(Path(config.docs_dir)), names(config))


def on_post_build(config: MkDocsConfig) -> None:
    """Clear away what was generated."""
    end(config)


def names(config: MkDocsConfig) -> Names:
    return Names(config.site_name, config.site_url or "")
