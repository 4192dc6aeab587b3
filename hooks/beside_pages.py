"""Makes what stands beside MkDocs' pages: the search index while it renders them, the pages of paragraphs afterwards.

What is unchanged since the previous build is taken over from the previous site.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import project_path  # noqa: F401
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from converter.errors import PinpointError
from converter.site.background import Background
from converter.site.corpus import Json, load_corpus
from converter.site.kept import NOTHING, Kept, Parts, finish, forget, set_aside
from converter.site.names import Names
from converter.site.paragraph_folders import write_paragraphs
from converter.site.search import build_search
from converter.stages import stage


@dataclass(slots=True)
class Build:
    """The build that is under way: where it writes, what it may take over, and its search index."""

    site: Path
    kept: Kept = NOTHING
    search: Background[Parts] | None = None


_builds: list[Build] = []  # one at most: MkDocs calls its hooks one after the other
_command: list[str] = []
_served: set[Path] = set()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember what MkDocs was started for."""
    _command[:] = ["dirty" if dirty else command]


def on_pre_build(config: MkDocsConfig) -> None:
    """Put the previous site aside before MkDocs empties its folder."""
    abandon()
    site = Path(config.site_dir)
    if _command == ["serve"]:
        _served.add(site)
    _builds.append(Build(site, NOTHING if _command == ["dirty"] else set_aside(site)))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Begin with the search index: it needs what the converter wrote, and no page."""
    build = _builds[0]
    corpus = load_corpus(Path(config.docs_dir))
    build.search = Background(lambda: searched(corpus, build))
    return files


@stage("search index")
def searched(corpus: Json, build: Build) -> Parts:
    """Write the search index."""
    return build_search(corpus, build.site, build.kept)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the pages of paragraphs, and wait for the search index."""
    build = _builds[0]
    names = Names(config.site_name, config.site_url or "", icon=config.extra["publisher"].favicon)
    with stage("paragraph pages"):
        paragraphs = write_paragraphs(load_corpus(Path(config.docs_dir)), build.site, names, build.kept)
    try:
        bundles = build.search.outcome() if build.search else {}
    except PinpointError as error:
        raise PluginError(str(error)) from error
    finish(build.site, {**paragraphs, **bundles})
    _builds.clear()


def on_build_error(error: Exception) -> None:  # noqa: ARG001 (MkDocs passes it)
    """Leave nothing behind."""
    abandon()


def on_shutdown() -> None:
    """Take away what lies beside the site of `mkdocs serve`, which is gone itself."""
    abandon()
    while _served:
        forget(_served.pop())


def abandon() -> None:
    while _builds:
        build = _builds.pop()
        if build.search:
            build.search.end()
        forget(build.site)
