"""What a change adds: `python -m converter.site.changes BEFORE AFTER` compares two converted folders of pages."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from converter.site.corpus import Json, by_id, load_corpus, numbered, report_title

COUNTS = ("paragraphs", "judgements", "recommendations")


def changes(before: Json, after: Json) -> Iterator[str]:
    """Markdown lines: totals, then each document that came, went or changed."""
    old, new = by_id(before), by_id(after)
    total = {
        name: sum(count(new[key])[name] for key in new) - sum(count(old[key])[name] for key in old) for name in COUNTS
    }
    yield "### Reports"
    yield ""
    yield ", ".join(f"{total[name]:+} {name}" for name in COUNTS)
    yield ""
    for key in sorted(old.keys() | new.keys()):
        if line := change(old.get(key), new.get(key)):
            yield f"- {line}"
    if old == new:
        yield "No report changes."


def change(old: Json | None, new: Json | None) -> str:
    """One document's line, empty where it is the same as before."""
    if old is None and new is not None:
        return f"new: {report_title(new)} ({count(new)['paragraphs']} numbered paragraphs)"
    if new is None and old is not None:
        return f"**gone**: {report_title(old)} ({count(old)['paragraphs']} numbered paragraphs)"
    if old is None or new is None or old == new:
        return ""
    steps = {name: count(new)[name] - count(old)[name] for name in COUNTS}
    moved = ", ".join(f"{step:+} {name}" for name, step in steps.items() if step) or "same counts"
    return f"changed: {report_title(new)} ({moved})"


def count(report: Json) -> Mapping[str, int]:
    """How many numbered paragraphs, judgements and recommendations a report has."""
    return {
        "paragraphs": numbered(report),
        "judgements": len(report["judgements"]),
        "recommendations": len(report["recommendations"]),
    }


if __name__ == "__main__":
    _, first, second = sys.argv
    sys.stdout.write("\n".join(changes(load_corpus(Path(first)), load_corpus(Path(second)))) + "\n")
