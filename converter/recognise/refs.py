"""The framework that a recommendation refers to at its end: "(National Framework, outcome three)"."""

from __future__ import annotations

import re

from converter.profiles import Profile

NUMBERS = {name: str(value) for value, name in enumerate(("one", "two", "three", "four", "five", "six"), 1)}
NUMBER = re.compile(r"\d+|[a-z]+", re.IGNORECASE)


def ref_of(text: str, profile: Profile) -> str:
    """What a point refers to, as "National Framework, Outcome 3"; empty where it prints nothing of the kind."""
    found = profile.first("refs", text.strip())
    if not found:
        return ""
    pattern, match = found
    numbers = [NUMBERS.get(word.lower(), word) for word in NUMBER.findall(match["numbers"]) if word.lower() != "and"]
    kind = match["kind"].capitalize() + ("s" if len(numbers) > 1 else "")
    listed = " and ".join(filter(None, [", ".join(numbers[:-1]), numbers[-1]]))
    return f"{pattern.means['name']}, {kind} {listed}"
