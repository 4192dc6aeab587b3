"""Golden files: an input, the pages it becomes, and what was said about it.

make golden        writes what the converter makes now; read the difference before committing it
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from converter.convert import convert
from converter.job import Job
from converter.settings import load_yaml

ROOT = Path(__file__).parent.parent
GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.yml"))


class Plain(yaml.SafeDumper):
    """YAML in which text of several lines stands as it is."""


def literal(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


Plain.add_representer(str, literal)


def made_from(case: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The pages, problems and errors that a case's input becomes."""
    reports = folder / "reports"
    reports.mkdir()
    for name, text in case["input"].items():
        (reports / name).write_text(text, encoding="utf-8")
    outcome = convert(Job(reports, folder / "docs", ROOT / "themes.yml", folder / "cache"))
    pages = sorted((folder / "docs").rglob("*.md"))
    return {
        "pages": {str(page.relative_to(folder / "docs")): page.read_text(encoding="utf-8") for page in pages},
        "problems": {report.id: list(report.problems) for report in outcome.corpus.reports if report.problems},
        "errors": list(outcome.failures),
    }


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_golden(path: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    case = load_yaml(path)
    made = made_from(case, tmp_path)
    if request.config.getoption("--update-golden"):
        content = {"about": case["about"], "input": case["input"], **made}
        path.write_text(
            yaml.dump(content, Dumper=Plain, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8"
        )
    assert {key: case.get(key) for key in made} == made


def test_there_are_golden_files() -> None:
    assert len(GOLDEN) >= 6
