"""Where in a paragraph's text its further blocks, list items and lines begin."""

from __future__ import annotations

import pytest

from converter.model import Block, Item, ItemList, Label, Lines, Paragraph, Span, Text
from converter.site.theme_places import pieces
from converter.write.data import breaks_in, own_text

FERRY, HUBS = Text((Span("Paint  the\nferry."),)), Text((Span("Open hubs."),))
LISTED = ItemList((Item((Span("one"),)), Item((Span("two"),), "a)")))


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (FERRY, ["Paint the ferry."]),
        (LISTED, ["one", "a) two"]),
        (Lines(((Span("A"),), (), (Span("B"),))), ["A", "B"]),
        (Paragraph("1", (FERRY, LISTED, HUBS), "p1"), ["Paint the ferry.", "one", "a) two", "Open hubs."]),
        (Paragraph("1", (FERRY, Label((Span("Soon:"),)), HUBS), "p1"), ["Paint the ferry."]),
        (Paragraph("1", (), "p1"), [""]),
    ],
    ids=["text", "list", "lines", "paragraph", "label", "empty"],
)
def test_the_pieces_of_a_text_are_its_blocks(part: Paragraph | Block, told: list[str]) -> None:
    text = " ".join(own_text(part)[0].split())
    assert pieces({"text": text, "breaks": breaks_in(part)}) == told
    assert pieces({"text": text}) == [text]
