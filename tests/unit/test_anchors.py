"""Addresses: as the design fixes them, each only once."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model import Item, ItemList, Label, Paragraph, Section, Span, Text
from converter.profiles import profile_named
from converter.read.text import read_text
from converter.recognise.anchors import Taken, number_anchor, with_anchors
from converter.recognise.structure import sections_of

WORDS = (Span("Children are safe."),)


def items(count: int) -> ItemList:
    return ItemList(tuple(Item(WORDS) for _ in range(count)))


def anchors(sections: tuple[Section, ...]) -> Iterator[str]:
    """Every address of a document, in reading order."""
    for section in sections:
        yield section.anchor
        if section.number_anchor:
            yield section.number_anchor
        for part in section.content:
            if isinstance(part, Label):
                continue
            yield part.anchor
            for block in part.blocks if isinstance(part, Paragraph) else (part,):
                if isinstance(block, ItemList):
                    yield from (item.anchor for item in block.items)


def addressed(*content: Paragraph | Text | ItemList | Label, slug: str = "care") -> list[str]:
    return list(anchors(with_anchors([Section(slug=slug, content=content)])))


def paragraph(number: str, *blocks: Text | ItemList | Label, run: int = 1) -> Paragraph:
    return Paragraph(number, blocks or (Text(WORDS),), run=run)


@pytest.mark.parametrize(
    ("number", "run", "anchor"),
    [
        ("24", 1, "p24"),
        ("3.1.2", 1, "p3.1.2"),
        ("VIII", 1, "pviii"),
        ("5", 2, "r2-p5"),
        ("1.1", 3, "r3-p1.1"),
    ],
)
def test_number_anchor(number: str, run: int, anchor: str) -> None:
    assert number_anchor(number, run) == anchor


def test_a_number_printed_twice() -> None:
    assert addressed(paragraph("57"), paragraph("57"), paragraph("58")) == ["care", "p57", "p57-2", "p58"]


def test_items_count_through_all_lists_of_a_paragraph() -> None:
    part = paragraph("12", Text(WORDS), items(2), Label(WORDS), items(1))
    assert addressed(part) == ["care", "p12", "p12-b1", "p12-b2", "p12-b3"]


def test_unnumbered_blocks_count_in_their_section() -> None:
    assert addressed(Text(WORDS), paragraph("1"), Label(WORDS), items(1)) == [
        "care",
        "care-1",
        "p1",
        "care-2",
        "care-2-b1",
    ]


def test_sections_of_one_name() -> None:
    sections = with_anchors([Section(slug="care"), Section(slug="care"), Section(slug="care")])
    assert [section.anchor for section in sections] == ["care", "care-2", "care-3"]


def test_reserved_addresses_are_not_given_away() -> None:
    assert [s.anchor for s in with_anchors([Section(slug="judgement-overall")], ["judgement-overall"])] == [
        "judgement-overall-2"
    ]


@pytest.mark.parametrize("slug", ["p1", "r2-p1", "p1-b1", "p1-2"])
def test_printed_numbers_choose_first(slug: str) -> None:
    sections = with_anchors(
        [
            Section(slug=slug),
            Section(slug="care", content=(paragraph("1", Text(WORDS), items(1)), paragraph("1", run=2))),
        ]
    )
    found = list(anchors(sections))
    assert {"p1", "r2-p1"} <= set(found)
    assert len(found) == len(set(found))


@given(st.lists(st.sampled_from(["a", "a-2", "a-3", "b", "a-2-2"]), max_size=20))
def test_no_address_is_given_twice(wishes: list[str]) -> None:
    taken = Taken()
    given_away = [taken.claim(wish) for wish in wishes]
    assert len(set(given_away)) == len(wishes)
    assert all(anchor.startswith(wish) for anchor, wish in zip(given_away, wishes, strict=True))


ROWS = st.sampled_from(
    [
        *(
            "",
            "",
            "1. One.",
            "2. Two.",
            "3. Three.",
            "1. One again.",
            "2. Two again.",
            "57. Twice.",
            "- item",
            " - inner",
            "- a) item",
        ),
        *(
            "A\tB",
            "Summary",
            "P1",
            "p1",
            "Closing",
            "R2 p1",
            "Care 2",
            "Care",
            "What needs to improve?",
            "I. One",
            "II. Two",
        ),
        *(
            "1.1 Context",
            "1. Context",
            "1.1.1 Deep",
            "Judgement overall",
            "Label:",
            "The end of a long sentence, and nothing but that.",
        ),
        *("You may reuse this information", "Fn 1", "Section", "中文"),
    ]
)


@given(st.lists(ROWS, max_size=40), st.sampled_from(["ilacs", "sif", "slac", "unknown", "committee-pack"]))
def test_every_address_of_any_document_is_its_own(rows: list[str], framework: str) -> None:
    sections = sections_of(read_text("\n".join(rows))[1], profile_named(framework), ())
    found = list(anchors(with_anchors(sections, ["judgement-overall"])))
    assert len(found) == len({*found, "judgement-overall"} - {"judgement-overall"})
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9.-]*", anchor) for anchor in found)


@given(st.lists(ROWS, max_size=30))
def test_text_that_is_added_at_the_end_changes_no_address_of_a_number(rows: list[str]) -> None:
    profile = profile_named("ilacs")
    before = list(anchors(with_anchors(sections_of(read_text("\n".join(rows))[1], profile, ()))))
    after = list(anchors(with_anchors(sections_of(read_text("\n".join([*rows, "", "The end."]))[1], profile, ()))))
    numbered = [anchor for anchor in before if re.match(r"(?:r\d-)?p\d", anchor)]
    assert [anchor for anchor in after if anchor in numbered] == numbered
