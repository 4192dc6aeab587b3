"""How counts, deadlines and the beginnings of texts are written in sentences."""

from __future__ import annotations

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def number(count: int) -> str:
    """A count as people write it in a sentence."""
    return SMALL[count] if count < len(SMALL) else f"{count:,}"


def shortened(text: str, longest: int) -> str:
    """The first words of a text, at most `longest` characters of them, with a sign where it goes on."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


def deadline_words(deadline: str | None) -> str:
    """A deadline as people say it, such as "within 3 months"; empty where none is printed."""
    if not deadline or deadline == "immediately" or deadline.startswith("by "):
        return deadline or ""
    return f"within {deadline}"


def plural(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"
