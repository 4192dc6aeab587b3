"""The server that sites are measured with answers as a host does; Lighthouse's table says what is under the bar."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from bench.largest import largest
from bench.lighthouse import Found, Json, row, shortcomings
from bench.served import served

CANONICAL = '<link rel="canonical" href="https://example.org/reports-of/norbury/">'


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = tmp_path_factory.mktemp("site")
    (site / "about").mkdir()
    files = {"index.html": CANONICAL, "404.html": "lost", "about/index.html": "about", "a.js": "1;", "a.pf_meta": "x"}
    for name, text in files.items():
        (site / name).write_text(text, encoding="utf-8")
    with served(site) as address:
        yield address


@pytest.mark.parametrize(
    ("path", "status", "kind", "body"),
    [
        ("", 200, "text/html; charset=utf-8", CANONICAL),
        ("about/", 200, "text/html; charset=utf-8", "about"),
        ("about", 200, "text/html; charset=utf-8", "about"),
        ("about/?q=1", 200, "text/html; charset=utf-8", "about"),
        ("a.js", 200, "text/javascript; charset=utf-8", "1;"),
        ("nowhere/", 404, "text/html; charset=utf-8", "lost"),
        ("../../../../../etc/passwd", 404, "text/html; charset=utf-8", "lost"),
    ],
)
def test_answers(base: str, path: str, status: int, kind: str, body: str) -> None:
    assert base.endswith("/reports-of/norbury/")
    try:
        answer = urlopen(Request(base + path, headers={"Accept-Encoding": "gzip"}))  # noqa: S310 (this machine)
    except HTTPError as error:
        answer = error
    with answer:
        assert (answer.status, answer.headers["Content-Type"]) == (status, kind)
        assert answer.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(answer.read()).decode() == body


def test_what_is_packed_already_is_not_packed_again(base: str) -> None:
    with urlopen(Request(base + "a.pf_meta", headers={"Accept-Encoding": "gzip"})) as answer:  # noqa: S310
        assert answer.headers["Content-Encoding"] is None
        assert answer.read() == b"x"


def test_the_largest_page_of_each_kind(tmp_path: Path) -> None:
    rows = [("reports/a/1", "report", 10), ("reports/a/2", "report", 20), ("reports/c/1", "pack", 99)]
    for place, _, size in [*rows, ("themes/b", "", 5), ("judgements", "", 5)]:
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "index.html").write_text("x" * size, encoding="utf-8")
    (tmp_path / "data").mkdir()
    documents = [{"url": f"/{place}/", "kind": kind} for place, kind, _ in rows]
    (tmp_path / "data" / "reports.json").write_text(json.dumps({"reports": documents}), encoding="utf-8")
    found = largest(tmp_path, ["home", "report", "pack", "theme", "tracker"])
    assert found == {"home": "", "report": "reports/a/2/", "pack": "reports/c/1/", "theme": "themes/b/"}


def run(performance: float, accessibility: float) -> Json:
    metric = {"numericValue": 1000.0, "score": 1, "scoreDisplayMode": "numeric"}
    names = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "speed-index")
    audits: Json = dict.fromkeys((*names, "cumulative-layout-shift"), metric)
    audits["network-requests"] = {"details": {"items": [{"transferSize": 1500}, {"transferSize": 500}]}}
    items = [{"node": {"selector": "main > h4"}}]
    failed = {"id": "heading-order", "title": "Headings skip", "score": 0, "scoreDisplayMode": "binary"}
    audits["heading-order"] = {**failed, "details": {"items": items}}
    scores = {"performance": performance, "accessibility": accessibility, "best-practices": 1, "seo": 1}
    references = [{"id": "heading-order"}]
    return {"audits": audits, "categories": {name: {"score": n, "auditRefs": references} for name, n in scores.items()}}


def test_performance_is_the_median_and_the_rest_the_worst() -> None:
    found = Found("report", "mobile", "reports/a/2/", (run(0.9, 1), run(0.96, 0.99), run(0.97, 1)))
    assert found.low == ["accessibility"]
    assert row(found).split()[2:4] == ["96", "99!"]
    assert row(found).endswith("2  90 96 97")
    assert list(shortcomings(found))[1:] == ["  a11y: heading-order: Headings skip", "      main > h4"]
