"""What a build costs is told only to those who ask, stage by stage."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from converter.stages import VARIABLE, stage


def test_nothing_is_written_where_nobody_asks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)
    with stage("link"):
        pass
    assert not list(tmp_path.iterdir())


def test_each_stage_adds_its_line_also_where_it_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "stages"))

    @stage("inner")
    def work() -> int:
        return 8

    @stage("outer")
    def fails() -> None:
        assert work() == 8
        raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"):
        fails()
    inner, outer = map(json.loads, (tmp_path / "stages").read_text(encoding="utf-8").splitlines())
    assert (inner["stage"], outer["stage"], inner["process"]) == ("inner", "outer", os.getpid())
    assert outer["start"] <= inner["start"] <= inner["end"] <= outer["end"]
    assert 0 <= inner["cpu"] <= outer["cpu"]


def test_lines_of_many_writers_never_mix(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "stages"))

    @stage("read")
    def work(_: int) -> None:
        return None

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(200)))
    rows = (tmp_path / "stages").read_text(encoding="utf-8").splitlines()
    assert [json.loads(row)["stage"] for row in rows] == ["read"] * 200
