"""The truth about each sample pack, held against its pages by a plain reading of the PDF: no converter is asked."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from samples import make_ilacs_pdf, pack_pdf, packs, quirky_pdf
from samples.pack_pdf import LEFT_BLANK, Pack

PACKS = {pack.name: pack for pack in packs.packs()}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The words of each page of each pack."""
    folder = tmp_path_factory.mktemp("packs")
    return {name: pages(pack_pdf.write(folder / f"{name}.pdf", pack)) for name, pack in PACKS.items()}


def pages(path: Path) -> list[str]:
    with pdfium.PdfDocument(path) as document:
        return [squeezed(page.get_textpage().get_text_bounded()) for page in document]


def squeezed(text: str) -> str:
    """Letters and marks without spaces: what is left when lines are broken otherwise."""
    return re.sub(r"\s+", "", pack_pdf.curly(text.replace("\ufffe", "-")).replace("**", ""))


@pytest.fixture(params=list(PACKS.values()), ids=list(PACKS))
def pack(request: pytest.FixtureRequest) -> Pack:
    found = request.param
    assert isinstance(found, Pack)
    return found


def test_the_front_sheet(pack: Pack, written: dict[str, list[str]]) -> None:
    truth, first = pack.truth, pack.truth.parts[0].first
    front = "".join(written[pack.name][: first - 1])
    for number, title, printed in truth.items:
        assert squeezed(title) in front
        assert squeezed(number) in front
        assert squeezed(printed) in front
    for name in (*truth.members, truth.place, truth.time):
        assert squeezed(name) in front
    assert squeezed(truth.council).lower() in "".join(written[pack.name]).lower()


def test_the_parts_and_their_pages(pack: Pack, written: dict[str, list[str]]) -> None:
    truth, text = pack.truth, written[pack.name]
    assert len(text) == truth.pages
    assert [at for at, page in enumerate(text, 1) if squeezed(LEFT_BLANK) in page] == list(truth.blank)
    for part in truth.parts:
        assert squeezed(part.title) in text[part.first - 1]
    stood = {at for part in truth.parts for at in range(part.first, part.last + 1)}
    fronts = set(range(1, truth.parts[0].first))
    assert sorted(stood | fronts | set(truth.blank)) == list(range(1, truth.pages + 1))


def test_the_pages_on_the_agenda_are_those_that_are_stamped(pack: Pack) -> None:
    truth = pack.truth
    offset = truth.parts[0].first - pack.stamps.first if not pack.stamps.front else 0
    for number, _, printed in truth.items:
        if "-" in printed:
            first, last = (int(page) + offset for page in printed.split(" - "))
            parts = [part for part in truth.parts if part.item == number]
            assert parts[0].first == first
            assert last in (parts[-1].last, *(page for page in truth.blank if page == parts[-1].last + 1))


def minute(number: str, title: str, item: str) -> re.Pattern[str]:
    """How a minute begins: its number, the item that it names before or after its title."""
    named = rf"(\((Item)?{item}\))?" if item else ""
    return re.compile(re.escape(squeezed(number)) + r"\.?" + named + re.escape(squeezed(title)) + named)


def places(pack: Pack, text: list[str]) -> dict[str, str]:
    """The words of every part, and of every minute."""
    found = {part.title: "".join(text[part.first - 1 : part.last]) for part in pack.truth.parts}
    if pack.truth.minutes:
        said = next(found[part.title] for part in pack.truth.parts if part.kind == "minutes")
        begun = [minute(*about).search(said) for about in pack.truth.minutes]
        starts = [match.start() for match in begun if match]
        assert len(starts) == len(begun)
        assert starts == sorted(starts)
        for (number, _, item), start, end in zip(pack.truth.minutes, starts, [*starts[1:], len(said)], strict=True):
            found[number] = said[start:end]
            assert not item or f"{item})" in said[start:end]
    return found


def test_minutes_decisions_and_numbers(pack: Pack, written: dict[str, list[str]]) -> None:
    found = places(pack, written[pack.name])
    for _, number, words in pack.truth.decisions:
        assert squeezed(words) in found[number], words
    for title, numbers in pack.truth.numbers.items():
        at = 0
        for number in numbers:
            at = found[title].find(squeezed(number), at) + 1
            assert at, (title, number)


def test_tables_and_boxes(pack: Pack, written: dict[str, list[str]]) -> None:
    truth, everything = pack.truth, "".join(written[pack.name])
    tables = [name for names in truth.tables.values() for name in names] + ([truth.tracker] if truth.tracker else [])
    for name in tables:
        for row in pack_pdf.rows(pack, name):
            assert all(squeezed(cell) in everything for cell in row if cell not in ("<", "^"))
    marks = re.findall("[\u2610\u2611\u2612\u2713]", everything)
    assert [mark != "\u2610" for mark in marks] == [state for _, state in truth.boxes]
    if truth.tracker:
        heads = {"tracker": 3 if "stowle" in pack.name else 1, "log": 1}[truth.tracker]
        assert len(pack_pdf.rows(pack, truth.tracker)) - heads == len(truth.closed)


def test_bookmarks_scans_and_turned_pages(pack: Pack, tmp_path: Path) -> None:
    truth = pack.truth
    with pdfium.PdfDocument(pack_pdf.write(tmp_path / "pack.pdf", pack)) as document:
        toc = [(mark.level, mark.get_title(), mark.get_dest().get_index() + 1) for mark in document.get_toc()]
        assert toc == list(truth.outline)
        wide = [at for at, page in enumerate(document, 1) if page.get_width() > page.get_height()]
        assert wide == list(truth.landscape)
        scans = [at for at, page in enumerate(document, 1) if any(found.type == 3 for found in page.get_objects())]
        assert scans == list(truth.scanned)


def test_the_reports_inside_are_those_that_stand_alone(written: dict[str, list[str]], tmp_path: Path) -> None:
    norbury = written["norbury-cabinet-committee-2020-01-14"][5:9]
    eastmere = written["eastmere-scrutiny-2017-06-15"][6:18]
    alone = pages(make_ilacs_pdf.write(tmp_path / "ilacs.pdf"))
    assert [page.removesuffix(f"Page{at}") for at, page in enumerate(norbury, 5)] == alone
    sif = pages(quirky_pdf.write(tmp_path / "sif.pdf", packs.SIF, packs.SIF_LOOK))
    assert [page.removesuffix(f"Page{at}") for at, page in enumerate(eastmere, 5)] == sif


def test_a_pack_of_300_pages(tmp_path: Path) -> None:
    pack = pack_pdf.long_pack(PACKS["norbury-cabinet-committee-2020-01-14"])
    assert len(pages(pack_pdf.write(tmp_path / "long.pdf", pack))) >= 300
