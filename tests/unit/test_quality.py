"""Whether a copy is whole."""

from __future__ import annotations

import pytest

from converter.profiles import profile_named
from converter.read.text import read_text
from converter.recognise.quality import damage
from converter.recognise.structure import sections_of

ORPHAN = "and so the carers whom inspectors met had known these children for a very long time already."
WHOLE = "The carers whom inspectors met had known these children for a very long time already."


def signs(text: str, framework: str = "sif") -> tuple[str, ...]:
    profile = profile_named(framework)
    return damage(sections_of(read_text(text)[1], profile, ()), profile)


@pytest.mark.parametrize(
    ("framework", "text"),
    [
        ("sif", ""),
        ("sif", "\n\n".join([WHOLE] * 12)),
        ("sif", "\n\n".join([WHOLE, ORPHAN.capitalize()] * 6)),
        ("sif", "\n\n".join([WHOLE, ORPHAN] * 3)),
        ("sif", "\n".join(f"- {ORPHAN}" for _ in range(12))),
        ("sif", "\n\n".join([f"1. {WHOLE}", *[WHOLE, ORPHAN] * 8])),
        ("unknown", "\n\n".join([WHOLE, ORPHAN] * 8)),
        ("committee-pack", "\n\n".join([WHOLE, ORPHAN] * 8)),
    ],
    ids=["nothing", "no numbers", "capitals", "three orphans", "bullets", "numbers", "unknown framework", "pack"],
)
def test_whole(framework: str, text: str) -> None:
    assert signs(text, framework) == ()


@pytest.mark.parametrize("count", [4, 9])
def test_damaged(count: int) -> None:
    numbers, orphans = signs("\n\n".join([WHOLE, ORPHAN] * count))
    assert numbers == "The numbers of its paragraphs are missing, so none can be linked by number."
    assert orphans.startswith(f"{count} passages begin in the middle of a sentence")
