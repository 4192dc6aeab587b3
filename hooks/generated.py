"""Files that hooks add to the site, kept on disk until MkDocs asks for them: thousands would not fit into memory."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import project_path  # noqa: F401
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

_folders: dict[str, TemporaryDirectory[str]] = {}  # removed with this process, or when the next build begins


def begin(name: str) -> Path:
    """A new folder for the files of a hook, in place of that of the build before."""
    if before := _folders.pop(name, None):
        before.cleanup()
    _folders[name] = TemporaryDirectory(prefix=f"pinpoint-{name}-")
    return Path(_folders[name].name)


def generated(config: MkDocsConfig, folder: Path, path: str, content: str) -> File:
    """A file of the site with its content in a folder of `begin`."""
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(content, encoding="utf-8")
    return File.generated(config, path, abs_src_path=str(place))
