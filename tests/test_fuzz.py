"""Damaged PDFs: every one ends in a page or in one clear line, and none brings the others down."""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from conftest import ROOT, SAMPLES
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from samples import pack_pdf, packs
from samples.raw_pdf import report

from converter.cli import main

MUTATIONS = int(os.environ.get("FUZZ_MUTATIONS", "60"))  # of each sample
SEED = int(os.environ.get("FUZZ_SEED", "20190308"))
SECONDS = 20
NUMBER = re.compile(rb"\d+")
NAMES = [b"/Kids", b"/Parent", b"/Contents", b"/Font", b"/Length", b"/Filter", b"/Type", b"/Page", b"endobj", b"stream"]


def letter() -> bytes:
    """A sample in the form that reportlab gives it: compressed streams, an outline, a picture drawn in lines."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, pageCompression=1, invariant=1)
    for page in range(1, 4):
        canvas.bookmarkPage(f"page {page}")
        canvas.addOutlineEntry(f"Page {page}", f"page {page}", 0)
        for at in range(30):
            canvas.drawString(72, 780 - 20 * at, f"{page * 100 + at}. Norbury knows its children well.")
            canvas.line(72, 778 - 20 * at, 300, 778 - 20 * at)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def pack() -> bytes:
    """A committee pack with stamps, bookmarks, a tracker and an inspection report inside."""
    found = next(one for one in packs.packs() if one.name.startswith("eastmere-scrutiny"))
    with TemporaryDirectory() as folder:
        return pack_pdf.write(Path(folder) / "pack.pdf", found).read_bytes()


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def flip(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.choice([1, 3, 30, 300])):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def wipe(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    size = chance.choice([1, 16, 256, 4096])
    return content[:start] + bytes([chance.choice([0, 32, 255])]) * size + content[start + size :]


def leave_out(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.choice([1, 10, 100, 1000]) :]


def repeat(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    some = content[start : start + chance.choice([10, 100, 1000])]
    return content[:start] + some * chance.choice([2, 50]) + content[start:]


def renumber(content: bytes, chance: random.Random) -> bytes:
    """Another number in place of a few: other objects, other lengths, loops, and far too much of everything."""
    places = list(NUMBER.finditer(content))
    for found in sorted(chance.sample(places, min(len(places), chance.choice([1, 5]))), key=lambda m: -m.start()):
        other = chance.choice([b"0", b"-1", b"1", b"2", b"3", b"4", b"99999999", b"2147483647", b"9" * 30])
        content = content[: found.start()] + other + content[found.end() :]
    return content


def rename(content: bytes, chance: random.Random) -> bytes:
    old, new = chance.sample(NAMES, 2)
    return content.replace(old, new, chance.choice([1, -1]))


MUTATE: list[Callable[[bytes, random.Random], bytes]] = [cut, flip, wipe, leave_out, repeat, renumber, rename]


@pytest.mark.parametrize(
    ("sample", "mutations"),
    [
        (report, MUTATIONS),
        (letter, MUTATIONS),
        ((SAMPLES / "norbury-2019-ilacs.pdf").read_bytes, MUTATIONS),
        (pack, MUTATIONS // 4),
    ],
    ids=["plain", "compressed", "report", "pack"],
)
def test_a_damaged_pdf_ends_in_a_page_or_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sample: Callable[[], bytes], mutations: int
) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    chance = random.Random(SEED)
    whole = sample()
    for number in range(mutations):
        mutate = MUTATE[number % len(MUTATE)]
        (reports / f"{number:03}-{mutate.__name__}.pdf").write_bytes(mutate(whole, chance))
    (reports / "good.md").write_bytes((SAMPLES / "norbury-2015-sif.md").read_bytes())
    places = ["--docs", str(tmp_path / "docs"), "--cache", str(tmp_path / "cache"), "--seconds", str(SECONDS)]
    assert main(["--reports", str(reports), "--themes", str(ROOT / "themes.yml"), *places]) in {0, 3}
    told = capsys.readouterr().err.splitlines()
    corpus = json.loads((tmp_path / "docs" / "reports" / "corpus.json").read_text(encoding="utf-8"))
    published = {source["file"] for found in corpus["reports"] for source in found["sources"]}
    left_out = {line.removeprefix("left out: ").split(":")[0] for line in told}
    assert all(re.fullmatch(r"left out: \d+-\w+\.pdf: [^;]+; .+", line) for line in told), told
    assert published | left_out == {path.name for path in reports.iterdir()}
    assert published.isdisjoint(left_out)
    assert "good.md" in published
    assert len(published) > 1, "no damaged file could be read, so the damage says nothing of reading"
    assert left_out, "every damaged file could be read, so the damage is too slight"
