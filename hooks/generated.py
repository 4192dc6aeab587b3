"""Files that hooks add to the site, kept on disk until MkDocs asks for them: thousands would not fit into memory."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import project_path  # noqa: F401
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File


def begin(config: MkDocsConfig, name: str) -> Path:
    """A new folder for the files of a hook; those of builds that are over are removed."""
    place = place_of(config)
    own = place / f"{os.getpid()}-{name}"
    for folder in place.iterdir() if place.is_dir() else ():
        if folder == own or not runs(folder.name.partition("-")[0]):
            shutil.rmtree(folder, ignore_errors=True)
    own.mkdir(parents=True)
    return own


def place_of(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / str(config.extra["cache"]) / "generated"


def runs(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True


def generated(config: MkDocsConfig, folder: Path, path: str, content: str) -> File:
    """A file of the site with its content in a folder of `begin`."""
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(content, encoding="utf-8")
    return File.generated(config, path, abs_src_path=str(place))


def end(config: MkDocsConfig) -> None:
    """The site is written: nobody asks for the files of this build any more."""
    for folder in place_of(config).glob(f"{os.getpid()}-*"):
        shutil.rmtree(folder, ignore_errors=True)
