"""Texts cut short."""

from __future__ import annotations


def shortened(text: str, longest: int) -> str:
    """The first words of a text, at most `longest` characters of them, with a sign where it goes on."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"
