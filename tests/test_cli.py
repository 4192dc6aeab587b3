"""The command as people run it: exit status, one clear line for each bad file, and nothing else lost."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES

from converter.cli import main
from converter.read import read

GOOD = SAMPLES / "norbury-2015-sif.md"
SAMPLE = SAMPLES / "norbury-2019-ilacs.pdf"
PDF = SAMPLE.read_bytes() if SAMPLE.is_file() else b""  # without the samples all of this file is skipped
BAD = {
    "empty.txt": (b"", "is empty"),
    "blank.md": (b" \n\n \n", "is empty"),
    "marks.txt": (b"-----\n\n***\n\t\n", "holds no text"),
    "web-page.pdf": (b"<!doctype html><title>Sign in</title>", "cannot be read as a PDF"),
    "cut.pdf": (PDF[: len(PDF) // 3], "PDF"),
    "latin.txt": (b"Caf\xe9 \xff", "is not UTF-8 text"),
    "letter.docx": (b"PK\x03\x04", "is of a kind that is not read"),
    "odd\n\x1b[31mname.txt": (b"", "is empty"),
}


def run(folder: Path, *arguments: str) -> int:
    places = ["--docs", str(folder / "docs"), "--cache", str(folder / "cache"), "--themes", str(ROOT / "themes.yml")]
    return main(["--reports", str(folder / "reports"), *places, *arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "good.md").write_bytes(GOOD.read_bytes())
    return tmp_path


def test_a_good_folder_ends_well(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder) == 0
    out = capsys.readouterr().out
    assert "converted 1 of 1 (good.md)" in out
    assert "norbury/2015-06-sif" in out


@pytest.mark.parametrize(
    ("name", "content", "wrong"), [(name, *case) for name, case in BAD.items()], ids=range(len(BAD))
)
def test_a_bad_file_ends_in_one_line_and_the_rest_goes_on(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, wrong: str
) -> None:
    (folder / "reports" / name).write_bytes(content)
    assert run(folder, "--problems", str(folder / "problems.txt")) == 3
    lines = [line for line in capsys.readouterr().err.splitlines() if line]
    assert len(lines) == 1
    assert wrong in lines[0]
    assert name.split("\n")[0][:3] in lines[0]
    assert "\x1b" not in lines[0]
    assert "Traceback" not in lines[0]
    assert (folder / "problems.txt").read_text(encoding="utf-8").count("\n") == 1
    assert (folder / "docs" / "reports" / "norbury" / "2015-06-sif.md").is_file()


def test_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--reports", str(tmp_path / "none")]) == 2
    assert "no such folder" in capsys.readouterr().err


def test_settings_that_are_wrong(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "themes.yml").write_text("- slug: [", encoding="utf-8")
    assert (
        main(["--reports", str(folder / "reports"), "--themes", str(folder / "themes.yml"), "--docs", str(folder)]) == 2
    )
    assert "themes.yml, line 1" in capsys.readouterr().err


def forbid(monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    """Fail where `what` is used; the workers are copies of this process, so it holds in them too."""

    def used(*_: object, **__: object) -> None:
        raise AssertionError(f"{what} was used again")

    monkeypatch.setattr(what, used)


def test_a_run_in_which_nothing_changed_does_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "reports" / "empty.txt").touch()
    assert run(folder) == 3
    first = capsys.readouterr()
    forbid(monkeypatch, "converter.convert.convert")
    assert run(folder, "--problems", str(folder / "problems.txt")) == 3
    again = capsys.readouterr()
    assert "pages: 0 written, 2 unchanged, 0 removed; 1 left out" in again.out
    assert again.err == first.err
    assert "empty.txt is empty" in (folder / "problems.txt").read_text(encoding="utf-8").replace(":", "")


@pytest.mark.parametrize("what", ["changed", "gone", "another"])
def test_pages_that_were_touched_are_made_again_and_no_source_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    assert run(folder) == 0
    page = folder / "docs" / "reports" / "norbury" / "2015-06-sif.md"
    good = page.read_bytes()
    if what == "changed":
        page.write_text("spoilt", encoding="utf-8")
    elif what == "gone":
        shutil.rmtree(folder / "docs")
    else:
        page.with_name("2016-06-sif.md").write_text("another", encoding="utf-8")
    forbid(monkeypatch, "converter.study.read")
    assert run(folder) == 0
    assert page.read_bytes() == good
    assert [path.name for path in page.parent.iterdir()] == [page.name]


def test_changed_themes_are_given_without_reading_a_source_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    themes = folder / "themes.yml"
    one = "- {slug: health, name: Doctors, description: Doctors., headings: {}, evidence: {9: [care]}}\n"
    themes.write_text(one, encoding="utf-8")
    assert run(folder, "--themes", str(themes)) == 0
    corpus = folder / "docs" / "reports" / "corpus.json"
    assert '"health"' in corpus.read_text(encoding="utf-8")
    themes.write_text(one.replace("slug: health", "slug: care"), encoding="utf-8")
    forbid(monkeypatch, "converter.study.read")
    assert run(folder, "--themes", str(themes)) == 0
    assert '"health"' not in corpus.read_text(encoding="utf-8")
    assert '"care"' in corpus.read_text(encoding="utf-8")


def test_a_changed_source_is_read_again(folder: Path) -> None:
    assert run(folder) == 0
    path = folder / "reports" / "good.md"
    path.write_text(path.read_text(encoding="utf-8").replace("\n\n1. ", "\n\n1. Newly written. "), encoding="utf-8")
    assert run(folder) == 0
    assert "Newly written." in (folder / "docs" / "reports" / "norbury" / "2015-06-sif.md").read_text(encoding="utf-8")


def test_a_removed_source_takes_its_page_along(folder: Path) -> None:
    assert run(folder) == 0
    (folder / "reports" / "good.md").unlink()
    assert run(folder) == 0
    assert [path.name for path in (folder / "docs" / "reports").rglob("*") if path.is_file()] == ["corpus.json"]


def test_a_spoilt_cache_is_no_matter(folder: Path) -> None:
    assert run(folder) == 0
    for path in (folder / "cache").iterdir():
        path.write_bytes(b"spoilt")
    assert run(folder) == 0


def test_the_audit_of_a_good_folder_ends_well(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "audit") == 0
    assert "printed contents list" in capsys.readouterr().out


def test_make_site_builds_all_the_same_and_strict_fails(tmp_path: Path) -> None:
    """`make site` as a person types it, in the project's own environment."""
    if Path(sys.prefix) != ROOT / ".venv":
        pytest.skip("make uses the project's own .venv, which is not the one running now")
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "good.md").write_bytes(GOOD.read_bytes())
    (reports / "bad.pdf").write_bytes(b"no PDF")
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("reports"))
    places = [
        f"REPORTS={reports}",
        f"SITE={tmp_path / 'site'}",
        f"DOCS={tmp_path / 'docs'}",
        f"CACHE={tmp_path / 'cache'}",
    ]
    command = ["make", "--no-print-directory", "site", *places]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().splitlines()[-1].startswith("left out: bad.pdf")
    strict = subprocess.run([*command, "STRICT=1"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert strict.returncode != 0


def test_what_others_keep_in_the_cache_folder_stays(folder: Path) -> None:
    (folder / "cache" / "theirs").mkdir(parents=True)
    (folder / "cache" / "thesis.txt").write_text("theirs", encoding="utf-8")
    assert run(folder) == 0
    assert (folder / "cache" / "thesis.txt").read_text(encoding="utf-8") == "theirs"


def test_an_audit_tells_what_was_left_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "reports" / "bad.pdf").write_bytes(b"no PDF")
    assert run(folder, "audit") == 3
    assert "left out: bad.pdf" in capsys.readouterr().err


def test_an_audit_keeps_files_of_one_name_apart(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "reports" / "other").mkdir()
    (folder / "reports" / "other" / "good.md").write_bytes((SAMPLES / "norbury-2011-slac.txt").read_bytes())
    assert run(folder, "audit") == 0, capsys.readouterr()


@pytest.mark.parametrize("option", ["--problems", "--docs"])
def test_a_place_that_cannot_be_written_is_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    assert run(folder, option, str(folder / "reports" / "good.md" / "x")) == 2
    assert "check the folders that you named" in capsys.readouterr().err


def test_a_copy_as_text_does_not_take_the_place_of_its_pdf(folder: Path) -> None:
    (folder / "reports" / "a.pdf").write_bytes(PDF)
    words = "\n\n".join(line.text for line in read(SAMPLES / "norbury-2019-ilacs.pdf").lines)
    (folder / "reports" / "a.txt").write_text(f"{words}\n\nWords that only the text has.", encoding="utf-8")
    assert run(folder) == 0
    rows = json.loads((folder / "docs" / "reports" / "corpus.json").read_text(encoding="utf-8"))["reports"]
    sources = next(row["sources"] for row in rows if row["id"] == "norbury/2019-03-ilacs")
    assert [(source["file"], source["chosen"]) for source in sources] == [("a.pdf", True), ("a.txt", False)]


def test_it_can_be_asked_why_a_paragraph_has_its_themes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "explain", "norbury/2015-06-sif", "p27") == 0
    out = capsys.readouterr().out
    assert re.search(r"care-leavers +[\d.]+ +[\d.]+ +(?:main|yes) +headings [\d.]+; sentence 1: ", out)
    assert re.search(r"homelessness-and-accommodation +[\d.]+ +[\d.]+ +(?:main|yes) ", out)
    assert "A further one needs" in out
    assert not (folder / "docs").exists()
    assert run(folder, "explain", "https://reports.example/pinpoint/reports/norbury/2015-06-sif/p27/") == 0
    assert capsys.readouterr().out.splitlines()[1:] == out.splitlines()[1:]  # the first says what was read anew


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["explain"], "explain: name a report and a paragraph"),
        (["explain", "norbury/2015-06-sif", "p999"], "no paragraph, block or recommendation p999"),
        (["explain", "nowhere/2015", "p1"], "nowhere/2015: no such report"),
        (["themes-diff"], "themes-diff: name the themes as they were"),
        (["themes-diff", "--before", "nowhere.yml"], "nowhere.yml: cannot be read"),
    ],
)
def test_a_question_without_an_answer_is_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert run(folder, *arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line


def test_a_new_theme_shows_what_it_gains(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = (ROOT / "themes.yml").read_text(encoding="utf-8")
    before = folder / "before.yml"
    before.write_text(re.sub(r"- slug: care-leavers\n.*?(?=- slug)", "", whole, flags=re.DOTALL), encoding="utf-8")
    assert run(folder, "themes-diff", "--before", str(before)) == 0
    out = capsys.readouterr().out
    assert re.search(r"^care-leavers: \+\d+ -0, now \d+$", out, re.MULTILINE)
    assert re.search(
        r"^  \+ norbury/2015-06-sif p27 \(care-leavers, homelessness-and-accommodation\): ", out, re.MULTILINE
    )
    assert run(folder, "themes-diff", "--before", str(ROOT / "themes.yml")) == 0
    assert "0 paragraphs and recommendations changed" in capsys.readouterr().out
