"""The errors the converter raises on purpose."""

from __future__ import annotations

from pathlib import Path


class PinpointError(Exception):
    """A problem that one line explains: which file, what is wrong, what to do."""


class SettingsError(PinpointError):
    """A file of settings (profile, themes, sidecar) that cannot be used."""


class ReportError(PinpointError):
    """A report that cannot be published; `advice` says what its owner can do."""

    def __init__(self, source: Path, wrong: str, advice: str) -> None:
        super().__init__(f"{printable(source.name)}: {printable(wrong)}; {advice}")
        self.source = source


def printable(text: str) -> str:
    """`text` without anything that could move a terminal's cursor or end the line."""
    return "".join(mark if mark.isprintable() else "?" for mark in text)
