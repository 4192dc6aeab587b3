"""What is measured of a whole site: stages, memory of processes, weights of pages, what is changed."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from bench.figures import section
from bench.plain import copied
from bench.serving import MARK, changes_in
from bench.site import Place, add, held, newest
from bench.staged import Row, rows_in, stages_of, union
from bench.tree import Sample, cost_of
from bench.weights import BODY, MAIN, kind_of, kinds, shown
from converter.stages import VARIABLE, stage

MIB = 1 << 20


# ---------------------------------------------------------------- stages


def test_a_stage_is_told_without_those_inside_it() -> None:
    rows = [Row("hook", 1, 0, 2, 5, 3.0), Row("MkDocs", 1, 0, 0, 10, 9.0), Row("hook", 1, 0, 6, 7, 1.0)]
    samples = [Sample(1, 50, 0), Sample(3, 900, 0), Sample(6.5, 70, 0)]
    outer, inner = stages_of(rows, samples)
    assert (outer.name, outer.cpu, outer.wall, outer.pss) == ("MkDocs", 5.0, 6, 50)
    assert (inner.name, inner.cpu, inner.wall, inner.pss) == ("hook", 4.0, 4, 900)


def test_what_workers_do_within_a_stage_is_theirs() -> None:
    """The stage has waited for them, so their processor seconds are in its own."""
    rows = [Row("pages", 1, 0, 0, 10, 15.0), Row("render", 2, 1, 1, 9, 7.0), Row("render", 3, 1, 2, 9, 6.0)]
    outer, inner = stages_of(rows, [])
    assert (outer.cpu, outer.wall, outer.pss) == (2.0, 2, None)
    assert (inner.cpu, inner.wall) == (13.0, 8)


def test_stages_of_workers_side_by_side_are_not_within_one_another() -> None:
    rows = [Row("read", 2, 1, 0, 4, 3.0), Row("recognise", 3, 1, 1, 2, 1.0), Row("recognise", 2, 1, 4, 6, 2.0)]
    assert [(one.name, one.cpu, one.wall) for one in stages_of(rows, [])] == [("read", 3.0, 4), ("recognise", 3.0, 3)]


def test_spans_are_joined_where_they_meet() -> None:
    assert union([(5, 6), (0, 2), (1, 3), (3, 4)]) == [(0, 4), (5, 6)]


def test_the_lines_of_a_build_are_read_as_they_were_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    place = tmp_path / "stages"
    assert rows_in(place) == []
    monkeypatch.setenv(VARIABLE, str(place))
    with stage("link"):
        pass
    (row,) = rows_in(place)
    assert (row.stage, row.process, row.parent) == ("link", os.getpid(), os.getppid())


# ---------------------------------------------------------------- processes

HOLDS = "import os, time; held = bytearray({} << 20); {}time.sleep(0.6)"


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_memory_of_all_processes_counts_also_of_one_that_outlives_its_parent(tmp_path: Path) -> None:
    program = HOLDS.format(60, "os.fork() and os._exit(0); more = bytearray(b'1') * (40 << 20); ")
    start = time.monotonic()
    cost = cost_of([sys.executable, "-c", program], tmp_path, os.environ, tmp_path / "log")
    assert 0.6 <= cost.wall <= time.monotonic() - start
    assert 100 * MIB < cost.pss <= cost.rss < 400 * MIB
    assert 0 < cost.cpu < cost.wall


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_command_that_fails_ends_the_measurement_with_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no such report"):
        cost_of(["sh", "-c", "echo no such report; exit 4"], tmp_path, os.environ, tmp_path / "log")


# ---------------------------------------------------------------- pages

PAGE = """<html><head><title>Not counted</title></head><body><script>not()</script><p>Two  <b>words</b> &amp;</p>
<!-- not seen --><main id="m"><p>Inside</p></main></body></html>"""


def test_only_the_text_that_a_page_shows_counts() -> None:
    assert shown(PAGE, BODY) == len("Two words & Inside")
    assert shown(PAGE, MAIN) == len("Inside")
    assert shown("<html></html>", MAIN) == 0


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (".", "home"),
        ("reports/norbury/2019-03-ilacs", "report"),
        ("reports/norbury/2019-03-ilacs/p8", "paragraph"),
        ("themes/health/norbury", "themes/*/*"),
        ("reports", "reports"),
        ("judgements", "judgements"),
    ],
)
def test_pages_are_of_a_kind_by_where_they_stand(page: str, kind: str) -> None:
    assert kind_of(page, {"reports/norbury/2019-03-ilacs": "report"}) == kind


def test_of_each_kind_the_largest_is_named() -> None:
    found = kinds({"themes/a": 5, "themes/b": 9, "themes/c": 7}, {})
    assert found == {"themes/*": {"count": 3, "bytes": 9, "page": "themes/b"}}


# ---------------------------------------------------------------- what is changed and added


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def corpus(*files: str) -> str:
    rows = [{"sources": [{"file": name}], "url": f"/reports/{name[0]}/", "kind": "report"} for name in files]
    empty: dict[str, Any] = {"parent": None, "paragraphs": [], "recommendations": []}
    return json.dumps({"reports": [{**row, **empty} for row in rows]})


def test_a_text_a_sidecar_and_a_template_are_changed(tmp_path: Path) -> None:
    long = " ".join(["Children", "are", "safe"] * 10)
    reports = written(
        tmp_path / "reports", a_dot_txt=f"Short\n{long}\n{long}\n{long}\n", b_dot_pdf="", b_dot_yml="end: 2019-03-08"
    )
    files = {
        "docs__reports__corpus_dot_json": corpus("a.txt", "b.pdf"),
        "overrides__partials__footer_dot_html": "<footer>",
    }
    text, sidecar, template = changes_in(written(tmp_path / "project", **files), reports)
    assert (text.file.name, text.page, text.content.count(MARK)) == ("a.txt", "/reports/a/", 1)
    assert text.content.split("\n")[:2] == ["Short", long]
    assert (sidecar.file.name, sidecar.page) == ("b.yml", "/reports/b/")
    assert sidecar.content == f"end: 2019-03-08\nlead_inspector: Ada {MARK}\n"
    assert template.page == "/reports/a/"
    assert template.content.endswith("<footer>")


def test_the_newest_report_is_put_aside_and_added(tmp_path: Path) -> None:
    files = {"old_dot_pdf": "", "old_dot_yml": "end: 2012-01-20", "new_dot_pdf": "", "new_dot_yml": "end: 2024-01-19"}
    folder = written(tmp_path / "corpus-1" / "later", **files, text_dot_yml="end: 2025-01-01")
    assert {path.name for path in newest(folder)} == {"new.pdf", "new.yml"}
    place = Place(1, tmp_path)
    place.reports.mkdir(parents=True)
    add(place)
    assert len(list(place.reports.iterdir())) == 5


def test_a_report_that_was_merged_ends_the_measurement(tmp_path: Path) -> None:
    place = Place(2, tmp_path)
    written(place.project, docs__reports__corpus_dot_json=corpus("a.pdf"))
    with pytest.raises(SystemExit, match="of 2 reports 1 came out"):
        held(place)
    assert held(place, added=-1)["documents"] == 1


def test_the_plain_site_has_the_same_pages_and_nothing_else(tmp_path: Path) -> None:
    pages = written(tmp_path / "pages", a__b_dot_md="# B", a__b_dot_pdf="", corpus_dot_json="{}")
    copied(pages, tmp_path / "copy")
    assert [path.relative_to(tmp_path / "copy").as_posix() for path in (tmp_path / "copy").rglob("*.*")] == ["a/b.md"]


# ---------------------------------------------------------------- tables


def run(count: int, seconds: float, **more: Any) -> dict[str, Any]:
    stages = [{"name": "read", "cpu": 1.0, "wall": 2.0, "pss": None}]
    cold = {"wall": seconds, "cpu": 2 * seconds, "pss": 3e9, "rss": 4e9, "stages": stages}
    weights = {"heavy": {}, "kinds": {"home": {"count": 1, "bytes": 23_400, "page": "."}}}
    return {"n": count, "documents": count, "cold": cold, "weights": weights, **more}


def test_tables_show_ratios_with_their_bars_and_leave_out_what_was_not_measured() -> None:
    base = {"pdftotext": {"wall": 60.0, "cpu": 60.0}, "Material": {"wall": 40.0, "cpu": 40.0}}
    runs = [run(431, 100, baseline=base), run(2000, 500, serve={"text": 2.34, "template": None})]
    about = {
        "date": "2026-11-22",
        "commit": "abc",
        "command": "python -m bench.site",
        "cores": 2,
        "memory": 8 << 30,
        "load": 0.1,
    }
    lines = section({**about, "runs": runs}).splitlines()
    assert "| cold build / (pdftotext + Material), seconds | 1.50 | 1.00 | – |" in lines
    assert "| cost per report / that at 431, seconds | 1.15 | – | 1.08 |" in lines
    assert "| make serve: a text changed, seconds until seen | 8 | – | 2.3 |" in lines
    assert "| make serve: a template changed, seconds until seen |  | – | never |" in lines
    assert "| read | 1.0 | 2.0 | – | 1.0 | 2.0 | – |" in lines
    assert "| the rest | 199.0 | – | – | 999.0 | – | – |" in lines
    assert "| home | 1 | 23 | 1 | 23 |" in lines
    assert not any("added" in line for line in lines)
