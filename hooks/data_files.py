"""Publishes the data files, and keeps the converter's own file off the site."""

from __future__ import annotations

from pathlib import Path

import project_path  # noqa: F401
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from converter.site.corpus import load_corpus
from converter.site.data import data_files

INTERNAL = "reports/corpus.json"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the data files; take out what only the hooks need."""
    if internal := files.get_file_from_path(INTERNAL):
        files.remove(internal)
    for path, content in data_files(load_corpus(Path(config.docs_dir))).items():
        files.append(File.generated(config, path, content=content))
    return files
