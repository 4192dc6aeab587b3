"""Leaves the theme's own style sheets, scripts and pictures off the site: no page loads them."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keep what stands in this project."""
    own = [Path(config.docs_dir), *map(Path, config.theme.dirs[:1])]
    for file in list(files):
        source = file.abs_src_path and Path(file.abs_src_path)
        if source and not any(source.is_relative_to(folder) for folder in own):
            files.remove(file)
    return files
