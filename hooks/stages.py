"""Tells what MkDocs' own work costs; the stages of the other hooks tell their own."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import project_path  # noqa: F401
from mkdocs.plugins import CombinedEvent, event_priority

from converter.stages import stage

FIRST, LAST = 200, -200
running = ExitStack()


def begin(name: str) -> None:
    """Another stage begins where one ends."""
    running.close()
    running.enter_context(stage(name))


@event_priority(FIRST)
def on_pre_build(**_: Any) -> None:
    """MkDocs empties the site's folder, then finds its files."""
    begin("MkDocs: files")


@event_priority(LAST)
def on_nav(_: Any, /, **__: Any) -> None:
    """The files are known; MkDocs reads each page, and makes HTML of its Markdown."""
    begin("MkDocs: Markdown")


@event_priority(FIRST)
def rendered(_: Any, /, **__: Any) -> None:
    running.close()


@event_priority(LAST)
def ready(_: Any, /, **__: Any) -> None:
    """MkDocs copies files, puts each page into its template and writes it."""
    begin("MkDocs: templates")


on_env = CombinedEvent(rendered, ready)


@event_priority(FIRST)
def on_post_build(**_: Any) -> None:
    """Only other hooks follow."""
    running.close()
