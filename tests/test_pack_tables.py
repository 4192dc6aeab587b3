"""The tables of the sample packs, cell for cell: what was set is what is read from their pages.

Boxes are compared by what they say. A title over all columns at a table's head is text above it.
"""

from __future__ import annotations

import re
from itertools import takewhile

import pytest
from samples import pack_pdf, packs

from converter.model import Source, plain
from converter.read import read

STAMP = re.compile(r"Page \d+|(?:Agenda|Minute) Item \d+")
STATES = str.maketrans("☒✓", "☑☑")
PACKS = {pack.name: pack for pack in packs.packs()}


def named(pack: pack_pdf.Pack) -> tuple[str, ...]:
    """The tables of a pack that its truth names."""
    names = [name for some in pack.truth.tables.values() for name in some]
    return tuple(dict.fromkeys([*names, *filter(None, [pack.truth.tracker])]))


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Source]:
    """Each pack as it is read."""
    folder = tmp_path_factory.mktemp("tables")
    return {name: read(pack_pdf.write(folder / f"{name}.pdf", pack)) for name, pack in PACKS.items()}


def squeezed(text: str) -> str:
    return " ".join(pack_pdf.curly(text).replace("**", "").translate(STATES).split())


def set_rows(name: str, table: str) -> tuple[list[str], list[tuple[str, ...]]]:
    """The titles over all columns at the head of a table, and the cells of its other rows; a merged one is empty."""
    rows = pack_pdf.rows(PACKS[name], table)
    titles = [squeezed(row[0]) for row in takewhile(lambda row: set(row[1:]) == {"<"}, rows)]
    return titles, [tuple("" if cell in ("<", "^") else squeezed(cell) for cell in row) for row in rows[len(titles) :]]


@pytest.mark.parametrize(("name", "table"), [(name, table) for name in PACKS for table in named(PACKS[name])])
def test_a_table_is_read_as_it_was_set(name: str, table: str, sources: dict[str, Source]) -> None:
    """Its rows stand one after the other, each once, below its title."""
    titles, expected = set_rows(name, table)
    lines = sources[name].lines
    found = [tuple(squeezed(plain(cell)) for cell in line.cells) for line in lines]
    assert expected[0] in found
    at = found.index(expected[0])
    assert found[at : at + len(expected)] == expected
    assert [squeezed(line.text) for line in lines[at - len(titles) : at]] == titles


@pytest.mark.parametrize("name", PACKS)
def test_numbers_of_lines_rise(name: str, sources: dict[str, Source]) -> None:
    numbers = [line.line for line in sources[name].lines]
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("name", PACKS)
def test_no_stamp_is_a_cell(name: str, sources: dict[str, Source]) -> None:
    cells = [squeezed(plain(cell)) for line in sources[name].lines for cell in line.cells]
    assert not [cell for cell in cells if STAMP.fullmatch(cell)]
