"""Workers: every task ends, whatever becomes of the process that it runs in."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.job import Limits
from converter.workers import Lost, each

SMALL = Limits(seconds=2, memory=1024, workers=2)


def square(number: int) -> int:
    return number * number


def abort(number: int) -> int:
    if number == 3:
        os.abort()
    return number * number


def killed(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def leave(number: int) -> int:
    if number == 3:
        os._exit(0)
    return number * number


def sleep(number: int) -> int:
    if number == 3:
        time.sleep(600)
    return number * number


def spin(number: int) -> int:
    while number == 3:
        pass
    return number * number


def greedy(number: int) -> int:
    try:
        return number * number if number != 3 else len(bytearray(4 << 30))
    except MemoryError:
        return -1


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_every_task_has_its_result(workers: int) -> None:
    assert dict(each(square, range(20), Limits(workers=workers))) == {n: n * n for n in range(20)}


@pytest.mark.parametrize("work", [abort, killed, leave, sleep, spin])
def test_a_worker_that_dies_takes_no_other_task_with_it(work: Callable[[int], int]) -> None:
    found = dict(each(work, range(7), SMALL))
    late = work in {sleep, spin}
    assert found == {n: Lost(late) if n == 3 else n * n for n in range(7)}


def test_a_worker_is_refused_too_much_memory() -> None:
    assert dict(each(greedy, range(5), SMALL)) == {n: -1 if n == 3 else n * n for n in range(5)}


def test_no_task_needs_no_worker() -> None:
    assert list(each(square, [], SMALL)) == []


def die(number: int) -> int:
    if number < 0:
        os._exit(1)
    return number


@settings(max_examples=8)
@given(st.lists(st.integers(-3, 9), max_size=7, unique=True))
def test_what_comes_out_is_what_went_in(tasks: list[int]) -> None:
    assert dict(each(die, tasks, SMALL)) == {n: n if n >= 0 else Lost(late=False) for n in tasks}
