"""Sidecars: what they may say, what is wrong with them in one line, and what they correct."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, SAMPLES

from converter.convert import Outcome, convert
from converter.errors import ReportError
from converter.job import Job
from converter.sidecars import NOTHING, READERS, Sidecar, load_sidecar


def written(folder: Path, content: str) -> Path:
    path = folder / "norbury.yml"
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("content", "sidecar"),
    [
        ("", NOTHING),
        ("# nothing yet\n", NOTHING),
        ("title:  Two   words \n", Sidecar(title="Two words")),
        ("authority: Norbury\nframework: sif", Sidecar(authority="Norbury", framework="sif")),
        ("end: 2019-03-08", Sidecar(end=datetime.date(2019, 3, 8))),
        ("judgements: {overall: good}", Sidecar(judgements=(("overall", "good"),))),
        ("source_url: https://example.org/a?b=1", Sidecar(source_url="https://example.org/a?b=1")),
        ("publish: false", Sidecar(publish=False)),
    ],
)
def test_what_a_sidecar_says(tmp_path: Path, content: str, sidecar: Sidecar) -> None:
    assert load_sidecar(written(tmp_path, content)) == sidecar


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("lead: A Name", "unknown key 'lead'; use title, authority, framework, start, end, published, lead_inspector"),
        ("1: A", "unknown key 1; use title"),
        ("- title", "no list of keys and values; use the keys title"),
        ("title: [", "norbury.yml: line 1: is not valid YAML; correct it"),
        ("title: ''", "wrong title (''); write some text"),
        ("title: [a]", "wrong title (\"['a']\"); write some text"),
        ("end: 8 March 2019", "wrong end ('8 March 2019'); write a date such as 2019-03-08"),
        ("end: 2019-03-08 10:00:00", "write a date such as 2019-03-08"),
        ("start: 2019-03-08\nend: 2019-03-04", "an end before its start"),
        ("framework: ofsted", "write one of "),
        ("framework: {a: b}", "write one of "),
        ("judgements: good", "the grades are outstanding, good"),
        ("judgements: {overall: great}", "the grades are outstanding, good"),
        ("judgements: {overall: [good]}", "the grades are outstanding, good"),
        ("source_url: javascript:alert(1)", "an address that begins with https://"),
        ('source_url: "https://example.org/\\">"', "an address that begins with https://"),
        ('source_url: "https://[::1"', "an address that begins with https://"),
        ("source_url: https://x)[a](b)", "an address that begins with https://"),
        ("end: 2019-02-30", "norbury.yml: is not valid YAML; correct it"),
        ("title: " + "[" * 5000, "is not valid YAML; correct it"),
        ("authority: " + "a" * 400, "write at most 300 letters"),
        ("authority: " + "a" * 100, "write a name of at most 80 letters"),
        ("authority: ..", "write a name of at most 80 letters"),
        ("publish: perhaps", "write true or false"),
        ("lead_inspector: null", "write some text"),
    ],
)
def test_what_is_wrong_with_a_sidecar_is_one_line(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(ReportError) as caught:
        load_sidecar(written(tmp_path, content))
    assert message in str(caught.value)
    assert str(caught.value).startswith("norbury.yml: ")
    assert "\n" not in str(caught.value)


def test_every_key_is_a_field() -> None:
    assert set(READERS) == set(Sidecar.__slots__)


# ---------------------------------------------------------------- what it corrects


def converted(folder: Path, sample: str, content: str) -> tuple[Outcome, dict[str, Any]]:
    """What a sample with this sidecar becomes, and its data."""
    reports = folder / "reports"
    reports.mkdir()
    (reports / sample).write_bytes((SAMPLES / sample).read_bytes())
    (reports / sample).with_suffix(".yml").write_text(content, encoding="utf-8")
    outcome = convert(Job(reports, folder / "docs", ROOT / "themes.yml", folder / "cache"))
    rows = json.loads((folder / "docs" / "reports" / "corpus.json").read_text(encoding="utf-8"))["reports"]
    return outcome, rows[0] if rows else {}


@pytest.mark.parametrize(
    ("content", "key", "value"),
    [
        ("title: Another title", "printed_title", "Another title"),
        ("authority: Eastmere Council", "authority", {"slug": "eastmere", "name": "Eastmere"}),
        ("authority: Eastmere Council", "id", "eastmere/2019-03-ilacs"),
        ("end: 2019-04-02", "id", "norbury/2019-04-ilacs"),
        ("end: 2018-04-02", "inspection", {"start": "2018-04-02", "end": "2018-04-02"}),
        ("framework: sif", "id", "norbury/2019-03-sif"),
        ("published: 2019-05-01", "published", "2019-05-01"),
        ("lead_inspector: A N Other", "lead_inspector", "A N Other"),
        ("judgements: {overall: inadequate}", "overall", "inadequate"),
        ("source_url: https://example.org/r.pdf", "source_url", "https://example.org/r.pdf"),
    ],
)
def test_a_sidecar_corrects_a_field(tmp_path: Path, content: str, key: str, value: object) -> None:
    outcome, data = converted(tmp_path, "norbury-2019-ilacs.pdf", content)
    assert outcome.failures == ()
    assert data[key] == value


def test_a_judgement_that_was_not_found_is_added(tmp_path: Path) -> None:
    _, data = converted(tmp_path, "norbury-2019-ilacs.pdf", "judgements: {lscb: good}")
    assert data["judgements"][-1] == {"area": "lscb", "label": "Lscb", "grade": "good", "anchor": "judgement-lscb"}
    assert len(data["judgements"]) > 1


def test_a_wrong_sidecar_leaves_its_report_out_with_one_line(tmp_path: Path) -> None:
    outcome, data = converted(tmp_path, "norbury-2015-sif.md", "lead: A Name")
    assert data == {}
    assert len(outcome.failures) == 1
    assert outcome.failures[0].startswith("norbury-2015-sif.yml: has the unknown key 'lead'; use title")


def test_a_sidecar_without_a_report_is_told(tmp_path: Path) -> None:
    outcome, _ = converted(tmp_path, "norbury-2015-sif.md", "")
    (tmp_path / "reports" / "redirects.yml").write_text("{}", encoding="utf-8")
    (tmp_path / "reports" / "eastmere.yml").write_text("title: A", encoding="utf-8")
    outcome = convert(Job(tmp_path / "reports", tmp_path / "docs", ROOT / "themes.yml", tmp_path / "cache"))
    assert [line.split(";")[0] for line in outcome.failures] == ["eastmere.yml: is a sidecar without a report"]


def test_a_pack_takes_its_day_and_committee_from_its_sidecar(tmp_path: Path) -> None:
    _, data = converted(tmp_path, "norbury-scrutiny-2016-03-10.txt", "title: Culture Committee\nend: 2020-02-03")
    assert data["id"] in {"culture-committee/2020-02-03", "norbury-culture-committee/2020-02-03"}


# ---------------------------------------------------------------- the source beside its page


def test_the_pdf_is_published_beside_its_page_and_each_paragraph_links_to_its_page_in_it(tmp_path: Path) -> None:
    _, data = converted(tmp_path, "norbury-2019-ilacs.pdf", "")
    place = tmp_path / "docs" / "reports" / "norbury" / "2019-03-ilacs"
    assert place.with_suffix(".pdf").read_bytes() == (SAMPLES / "norbury-2019-ilacs.pdf").read_bytes()
    page = place.with_suffix(".md").read_text(encoding="utf-8")
    numbered = [row for row in data["paragraphs"] if row["number"]]
    assert numbered
    for row in numbered:
        number, at = row["number"], row["page"]
        link = f"[p. {at}](../../reports/norbury/2019-03-ilacs.pdf#page={at}){{ .page }}"
        assert f"[{number}](#p{number}){{ .number }} {link} " in page
    assert data["sources"][0]["url"] == "/reports/norbury/2019-03-ilacs.pdf"


@pytest.mark.parametrize(("publish", "content"), [(True, "publish: false"), (False, "")])
def test_a_source_that_is_withheld_is_not_on_the_site(tmp_path: Path, publish: bool, content: str) -> None:
    converted(tmp_path, "norbury-2019-ilacs.pdf", content)
    job = Job(tmp_path / "reports", tmp_path / "docs", ROOT / "themes.yml", tmp_path / "cache", publish)
    convert(job)
    assert not list((tmp_path / "docs").rglob("*.pdf"))
    assert "#page=" not in (tmp_path / "docs/reports/norbury/2019-03-ilacs.md").read_text(encoding="utf-8")


def test_a_sidecar_publishes_what_the_site_withholds(tmp_path: Path) -> None:
    converted(tmp_path, "norbury-2019-ilacs.pdf", "publish: true")
    convert(Job(tmp_path / "reports", tmp_path / "docs", ROOT / "themes.yml", tmp_path / "cache", publish=False))
    assert [path.name for path in (tmp_path / "docs").rglob("*.pdf")] == ["2019-03-ilacs.pdf"]
