"""Grades as badges, a word and a colour, never the colour alone; and what kinds of decisions are called."""

from __future__ import annotations

WORDS = {
    "outstanding": "Outstanding",
    "good": "Good",
    "requires-improvement": "Requires improvement",
    "adequate": "Adequate",
    "inadequate": "Inadequate",
    "not-judged": "Not judged",
}
DECISIONS = {
    "resolved": "Resolved",
    "recommended": "Recommended",
    "agreed": "Agreed",
    "noted": "Noted",
    "vote": "Vote",
}


def badge(grade: str) -> str:
    """A grade's badge as Markdown; any other value as a dash."""
    return f"**{WORDS[grade]}**{{ .grade .{grade} }}" if grade in WORDS else "–"


def badge_html(grade: str | None) -> str:
    """A grade's badge as HTML; nothing for any other value."""
    return f'<strong class="grade {grade}">{WORDS[grade]}</strong>' if grade in WORDS else ""
