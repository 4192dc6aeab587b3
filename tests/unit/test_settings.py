"""Settings files and errors: one clear line when something is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.errors import PinpointError, ReportError, SettingsError, printable
from converter.settings import load_yaml


def load(tmp_path: Path, content: str | bytes) -> object:
    path = tmp_path / "test.yml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load_yaml(path)


@pytest.mark.parametrize(
    ("content", "value"),
    [
        ("yes: [a]\nno: [b]\n", {"yes": ["a"], "no": ["b"]}),
        ("on: off\nYes: No\n", {"on": "off", "Yes": "No"}),
        ("a: true\nb: False\n", {"a": True, "b": False}),
        ("a: 1\nb: 1.5\nc: null\n", {"a": 1, "b": 1.5, "c": None}),
        ("", None),
        ("# only a comment", None),
        ("- a\n- b", ["a", "b"]),
    ],
)
def test_loads(tmp_path: Path, content: str, value: object) -> None:
    assert load(tmp_path, content) == value


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a: [", r"^test\.yml, line \d+: is not valid YAML; correct it$"),
        ("a: 1\nb: :\n  - c: d\n e", r"^test\.yml, line \d: is not valid YAML"),
        ("a: 'open", r"^test\.yml, line 1: is not valid YAML"),
        ("a: !!python/object/apply:os.getcwd []", r"^test\.yml, line 1: is not valid YAML"),
        (b"a: \xff", r"^test\.yml: is not valid YAML"),
        ("a: \x07", r"^test\.yml.*: is not valid YAML"),
        ("a: &x [*y]", r"^test\.yml, line 1: is not valid YAML"),
    ],
)
def test_a_wrong_file_is_one_line(tmp_path: Path, content: str | bytes, message: str) -> None:
    with pytest.raises(SettingsError, match=message) as caught:
        load(tmp_path, content)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"^gone\.yml"):
        load_yaml(tmp_path / "gone.yml")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Norbury 2019.txt", "Norbury 2019.txt"),
        ("café – 中文", "café – 中文"),
        ("a\nb\rc\td", "a?b?c?d"),
        ("\x1b[31mred", "?[31mred"),
        ("left\u202eright", "left?right"),
        ("", ""),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_an_error_about_a_report_is_one_line() -> None:
    error = ReportError(Path("folder/re\nport.txt"), "is \x1b[0mwrong", "add it again")
    assert str(error) == "re?port.txt: is ?[0mwrong; add it again"
    assert error.source == Path("folder/re\nport.txt")
    assert isinstance(error, PinpointError)
