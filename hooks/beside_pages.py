"""Makes what stands beside MkDocs' pages: the search index while it renders them, the pages of paragraphs afterwards.

What is unchanged since the previous build is taken over from the previous site.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal

import project_path  # noqa: F401
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.utils import CountHandler

from converter.errors import PinpointError
from converter.site.background import Background
from converter.site.corpus import load_corpus, stored_corpus
from converter.site.kept import NOTHING, Kept, Parts, begin, finish, forget, give_back, making_of, take_over
from converter.site.names import Names
from converter.site.paragraph_folders import write_paragraphs
from converter.site.search import build_search
from converter.stages import stage


@dataclass(slots=True)
class Build:
    """The build that is under way: the site, where it is made, what it may take over, and its search index."""

    site: Path
    making: Path
    kept: Kept = NOTHING
    search: Background[Parts] | None = None
    parts: Parts = field(default_factory=dict)


LAST = -100  # after the hook that holds the site to its published addresses
_builds: list[Build] = []  # one at most: MkDocs calls its hooks one after the other
_dirty: list[bool] = []


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001 (MkDocs passes it)
    """Remember whether MkDocs was told to write into the site that is there."""
    _dirty[:] = [dirty]


def on_pre_build(config: MkDocsConfig) -> None:
    """Let MkDocs write beside the site that is there."""
    abandon()
    site = Path(config.site_dir)
    build = Build(site, site) if _dirty == [True] else Build(site, making_of(site), begin(site))
    config.site_dir = str(build.making)
    _builds.append(build)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Begin with the search index: it needs what the converter wrote, and no page."""
    for build in _builds:
        build.search = Background(partial(searched, Path(config.docs_dir), build))
    return files


@stage("search index")
def searched(docs: Path, build: Build) -> Parts:
    """Write the search index, with the reports in memory only as they are needed."""
    return build_search(stored_corpus(docs), build.making, build.kept)


def written(config: MkDocsConfig) -> None:
    """Write the pages of paragraphs, wait for the search index, and take over what is unchanged."""
    build = _builds[0]
    hold_to_strict(config)
    names = Names(config.site_name, config.site_url or "", icon=config.extra["publisher"].favicon)
    with stage("paragraph pages"):
        paragraphs = write_paragraphs(load_corpus(Path(config.docs_dir)), build.making, names, build.kept)
    try:
        bundles = build.search.outcome() if build.search else {}
    except PinpointError as error:
        raise PluginError(str(error)) from error
    build.search, parts = None, {**paragraphs, **bundles}
    take_over(build.site, parts)
    build.parts = parts


@event_priority(LAST)
def replaced(config: MkDocsConfig) -> None:
    """Every other hook is content with the new site: it takes the place of the old one."""
    build = _builds.pop()
    if build.making != build.site:
        finish(build.site, build.parts)
    config.site_dir = str(build.site)


on_post_build = CombinedEvent(written, replaced)


def hold_to_strict(config: MkDocsConfig) -> None:
    """Fail where MkDocs would a moment later: the site that is there stays."""
    counted = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    count = sum(number for handler in counted for _, number in handler.get_counts())
    if config.strict and count:
        raise PluginError(f"{count} warnings, see above; the site is left as it was")


def on_build_error(error: Exception) -> None:  # noqa: ARG001 (MkDocs passes it)
    """Leave nothing behind."""
    abandon()


def on_shutdown() -> None:
    """End what is under way when MkDocs is stopped."""
    abandon()


def abandon() -> None:
    while _builds:
        build = _builds.pop()
        if build.search:
            build.search.end()
        give_back(build.site, build.parts)
        forget(build.site)
