"""The same pages from a cluster as from one machine, also when a worker dies; what goes wrong is one line."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES
from distributed import KilledWorker

from converter import cache, cluster
from converter.cli import main
from converter.convert import themes_digest
from converter.errors import PinpointError
from converter.job import Limits
from converter.parcel import Keeper, Stranger, free, idle, packed, studied_here
from converter.study import Studied, Task, study
from converter.workers import Lost

THEMES = ROOT / "themes.yml"
LIMITS = Limits(seconds=20, memory=2048, workers=2)
MANY = 18
PATIENCE = 30
TEXT = """Norbury County Council

Inspection of local authority children’s services

Inspection dates: {0} March 20{0}

What needs to improve?

1. Social workers should see {0} children in care in {0} weeks.

2. Care leavers have {0} homes to choose from, when more would be right.
"""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A scheduler and two workers, each a process of this machine."""

    address: str
    workers: tuple[subprocess.Popen[bytes], ...]


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("cluster")
    file = folder / "scheduler.json"
    alone = ["--no-nanny", "--nthreads", "1", "--local-directory", str(folder)]
    with (folder / "log").open("wb") as log:
        commands = [["scheduler", "--host", "127.0.0.1", "--port", "0"], ["worker", *alone], ["worker", *alone]]
        every = [started(what, [*options, "--scheduler-file", str(file)], log) for what, *options in commands]
    try:
        until(lambda: file.is_file() and file.stat().st_size > 0)
        yield Cluster(json.loads(file.read_text(encoding="utf-8"))["address"], tuple(every[1:]))
    finally:
        for process in every:
            process.kill()
            process.wait()


def started(what: str, options: list[str], log: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{what}", "--no-dashboard", *options]
    return subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)  # type: ignore[call-overload, no-any-return]


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds, which must not take long."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.005)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, some more, and a file that is no report."""
    folder = tmp_path_factory.mktemp("sources") / "reports"
    shutil.copytree(SAMPLES, folder)
    for number in range(10, 10 + MANY):
        (folder / f"{number}.txt").write_text(TEXT.format(number), encoding="utf-8")
    (folder / "11.yml").write_text("authority: Port Stowle\n", encoding="utf-8")
    (folder / "bad.pdf").write_bytes(b"no PDF")
    return folder


def arguments(reports: Path, out: Path, *more: str) -> list[str]:
    places = ["--docs", str(out / "docs"), "--cache", str(out / "cache"), "--themes", str(THEMES)]
    return ["--reports", str(reports), *places, "--problems", str(out / "problems"), *more]


def test_the_pages_are_the_same_when_a_worker_is_killed_half_way(
    two_workers: Cluster, reports: Path, tmp_path: Path
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    command = [sys.executable, "-m", "converter", *arguments(reports, there, "--scheduler", two_workers.address)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        until(lambda: len(list((there / "cache").glob("*"))) >= MANY // 4)
        two_workers.workers[0].kill()
        done = len(list((there / "cache").glob("*")))
        assert main(arguments(reports, here)) == 3
        out, errors = run.communicate(timeout=PATIENCE)
    assert done < MANY, "it was killed too late to matter"
    assert run.returncode == 3, errors
    assert errors == (here / "problems").read_text(encoding="utf-8").replace("bad.pdf", "left out: bad.pdf")
    assert f"converted {MANY + 6} of {MANY + 6}" in out
    assert files(there) == files(here)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in (folder / "docs").rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("tcp://127.0.0.1:1", "no scheduler with workers answers there"),
        ("nonsense://", "not the address of a scheduler"),
    ],
)
def test_a_scheduler_that_is_not_there_is_one_line(
    reports: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    address: str,
    said: str,
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.2)
    assert main(arguments(reports, tmp_path, "--scheduler", address)) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{address}: {said}")


def test_a_missing_package_is_one_line(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main(arguments(reports, tmp_path, "--scheduler", "tcp://127.0.0.1:1")) == 2
    assert "pip install -r requirements-cluster.txt" in capsys.readouterr().err


# ---------------------------------------------------------------- what a worker answers


@pytest.fixture
def task(tmp_path: Path) -> Task:
    path = tmp_path / "report.txt"
    path.write_text(TEXT.format(12), encoding="utf-8")
    path.with_suffix(".yml").write_text("authority: Port Stowle\n", encoding="utf-8")
    return Task(path, THEMES, themes_digest(THEMES))


@pytest.fixture
def keepers() -> Iterator[None]:
    yield
    for limits in ((LIMITS.seconds, LIMITS.memory), (LIMITS.seconds, 1)):
        while not idle(*limits).empty():
            end(free(*limits))


def end(keeper: Keeper) -> None:
    keeper.kill()
    keeper.communicate()


def there(task: Task, memory: int = LIMITS.memory) -> Studied | Lost | Stranger:
    return studied_here(cache.fingerprint(), packed(task), LIMITS.seconds, memory)


@pytest.mark.usefixtures("keepers")
def test_a_worker_answers_what_this_machine_would(task: Task) -> None:
    wanted = study(task)
    assert there(task) == wanted
    assert cache.unpack(wanted.reports)[0].authority.slug == "port-stowle"
    task.path.write_bytes(b"")
    assert there(task) == study(task)
    keeper = free(LIMITS.seconds, LIMITS.memory)
    keeper.kill()
    idle(LIMITS.seconds, LIMITS.memory).put(keeper)
    task.path.write_text(TEXT.format(13), encoding="utf-8")
    assert there(task) == study(task), "a keeper that has died is replaced"
    keeper.communicate()


@pytest.mark.usefixtures("keepers")
def test_a_file_that_ends_its_process_costs_the_worker_nothing(task: Task) -> None:
    assert there(task, memory=1) == Lost(late=False)
    assert there(task) == study(task)


def test_a_worker_with_another_converter_says_so(task: Task) -> None:
    answer = studied_here("another", packed(task), LIMITS.seconds, LIMITS.memory)
    assert isinstance(answer, Stranger)
    with pytest.raises(PinpointError, match=f"{answer.machine}: the worker there has another version"):
        cluster.result_of(answered(answer), task, LIMITS)


def test_what_several_workers_died_of_is_tried_here(task: Task) -> None:
    failed: Future[cluster.Answer] = Future()
    failed.set_exception(KilledWorker("task", None, 3))
    assert cluster.result_of(failed, task, LIMITS) == study(task)


def test_a_worker_that_cannot_load_the_converter_is_one_line(task: Task) -> None:
    failed: Future[cluster.Answer] = Future()
    failed.set_exception(ModuleNotFoundError("No module named 'converter'"))
    with pytest.raises(PinpointError, match=r"No module named 'converter'.*same copy of this project"):
        cluster.result_of(failed, task, LIMITS)


def answered(answer: cluster.Answer) -> Future[cluster.Answer]:
    done: Future[cluster.Answer] = Future()
    done.set_result(answer)
    return done
