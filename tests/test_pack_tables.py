"""The tables of the sample packs, cell for cell: what was set is what is read from their pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import pack_pdf, packs

from converter.model import Kind, plain
from converter.read import read

PACKS = {pack.name: pack for pack in packs.packs()}


def named(pack: pack_pdf.Pack) -> tuple[str, ...]:
    """The tables of a pack that its truth names."""
    names = [name for some in pack.truth.tables.values() for name in some]
    return tuple(dict.fromkeys([*names, *filter(None, [pack.truth.tracker])]))


@pytest.fixture(scope="module")
def read_rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, ...]]]:
    """The cells of every row that is read from each pack."""
    folder = tmp_path_factory.mktemp("tables")
    return {name: rows_of(pack_pdf.write(folder / f"{name}.pdf", pack)) for name, pack in PACKS.items()}


def rows_of(path: Path) -> list[tuple[str, ...]]:
    lines = [line for line in read(path).lines if line.kind is Kind.ROW]
    return [tuple(squeezed(plain(cell)) for cell in line.cells) for line in lines]


def squeezed(text: str) -> str:
    return " ".join(pack_pdf.curly(text).replace("**", "").split())


@pytest.mark.parametrize(("name", "table"), [(name, table) for name in PACKS for table in named(PACKS[name])])
def test_table(name: str, table: str, read_rows: dict[str, list[tuple[str, ...]]]) -> None:
    """Its rows stand one after the other, each once; a merged cell is empty."""
    found = read_rows[name]
    expected = [
        tuple("" if cell in ("<", "^") else squeezed(cell) for cell in row) for row in pack_pdf.rows(PACKS[name], table)
    ]
    at = found.index(expected[0]) if expected[0] in found else 0
    assert found[at : at + len(expected)] == expected
