"""How the search index is divided, and that its files are the same each time."""

from __future__ import annotations

import gzip
import json
import os
import time
from pathlib import Path
from typing import Any

import cbor2
import pytest

from converter.errors import PinpointError
from converter.site.background import Background
from converter.site.bundles import bundles
from converter.site.pagefind import encoded, index_of, service
from converter.site.pagefind_files import SIGNED, digits, settled


def report(name: str, date: str | None, blocks: int = 1) -> dict[str, Any]:
    rows = [{"text": "Buses run on time.", "anchor": f"p{at}"} for at in range(blocks)]
    inspection = {"start": None, "end": date}
    return {
        "id": name,
        "authority": {"slug": "norbury"},
        "inspection": inspection,
        "published": None,
        "paragraphs": rows,
    }


def divided(*reports: dict[str, Any], largest: int = 4) -> list[list[str]]:
    made = bundles(reports, largest)
    assert [bundle.place for bundle in made] == ["pagefind", *(f"pagefind-{at}" for at in range(2, len(made) + 1))]
    return [[reports[at]["id"] for at in bundle.documents] for bundle in made]


A, B, C, D = (report(name, f"201{at}-02-03", 2) for at, name in enumerate("abcd"))
MONTHS = [report(name, f"2015-0{month}-01", 2) for name, month in (("m", 3), ("n", 4), ("o", 4), ("p", 5))]


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([], [[]]),
        ([B, A], [["a", "b"]]),
        ([C, A, B], [["a", "b"], ["c"]]),
        ([A, B, C, D], [["a", "b"], ["c", "d"]]),
        ([A, B, report("new", "2019-01-01", 3)], [["a", "b"], ["new"]]),
        ([A, B, report("new", "2010-01-01", 1)], [["new", "a"], ["b"]]),
        ([B, report("undated", None, 2), A], [["undated", "a"], ["b"]]),
        (MONTHS, [["m"], ["n", "o"], ["p"]]),
        ([report("x", "2015-03-01", 3), report("y", "2015-03-01", 2)], [["x"], ["y"]]),
        ([report("large", "2015-03-01", 9), A], [["a"], ["large"]]),
    ],
)
def test_bundles(reports: list[dict[str, Any]], expected: list[list[str]]) -> None:
    assert divided(*reports) == expected


def test_numbers_in_letters() -> None:
    assert [digits(number) for number in (0, 9, 10, 35, 36, 1296)] == ["0", "9", "a", "z", "10", "100"]


def records(count: int) -> list[bytes]:
    filters = {"document": ["norbury"], "theme": ["buses", "trams"], "grade": ["good"]}
    return [
        encoded(
            {
                "url": f"/reports/norbury/#p{at}",
                "content": f"Bus {at} runs.",
                "language": "en",
                "meta": {"title": f"Norbury, paragraph {at}"},
                "filters": {name: values[at % len(values) :] for name, values in filters.items()},
            }
        )
        for at in range(count)
    ]


def test_the_same_records_are_the_same_files() -> None:
    one, two = (settled(index_of(records(40)), program=program) for program in (True, False))
    assert one.keys() - two.keys() == {"pagefind.js", "pagefind-worker.js", "wasm.en.pagefind"}
    assert {name: one[name] for name in two} == two
    entry = json.loads(two["pagefind-entry.json"])["languages"]["en"]
    assert entry["page_count"] == 40
    head = cbor2.loads(gzip.decompress(two[f"pagefind.{entry['hash']}.pf_meta"]).removeprefix(SIGNED))
    for at, (name, _) in enumerate(head[1]):
        fragment = json.loads(gzip.decompress(two[f"fragment/{name}.pf_fragment"]).removeprefix(SIGNED))
        assert fragment["url"] == f"/reports/norbury/#p{at}"
    assert all(f"filter/{name}.pf_filter" in two for _, name in head[3])


def test_pagefind_says_what_is_wrong() -> None:
    with pytest.raises(PinpointError, match=r"^search index: Pagefind failed \(.*string"):
        index_of([encoded({"url": 5})])


def test_work_that_is_ended_leaves_no_program(tmp_path: Path) -> None:
    note = tmp_path / "process"

    def work() -> None:
        with service([]) as said:
            note.write_text(f"{os.getpid()} {children(os.getpid())[0]}", encoding="utf-8")
            said.read()

    background = Background(work)
    while not note.is_file() or not note.read_text(encoding="utf-8"):
        time.sleep(0.01)
    background.end()
    worker, program = map(int, note.read_text(encoding="utf-8").split())
    for _ in range(500):
        if not (Path(f"/proc/{worker}").exists() or running(program)):
            return
        time.sleep(0.01)
    pytest.fail("Pagefind goes on")


def children(process: int) -> list[int]:
    return [int(name) for name in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def running(process: int) -> bool:
    """Whether a process is there and not only waits to be counted."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_an_error_of_work_in_the_background_is_told_when_its_outcome_is_asked_for() -> None:
    def work() -> None:
        raise PinpointError("search index: Pagefind failed (no reason); see its output")

    with pytest.raises(PinpointError, match="no reason"):
        Background(work).outcome()


def test_the_outcome_of_work_in_the_background() -> None:
    assert Background(lambda: {"pagefind": 3}).outcome() == {"pagefind": 3}
