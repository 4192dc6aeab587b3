"""Work by copies of this process: the same results, in order, with any number of them."""

from __future__ import annotations

import os
import signal

import pytest

from converter.forked import spread


@pytest.mark.parametrize("count", [1, 2, 3, 50])
@pytest.mark.parametrize("items", [[], ["one"], [f"paragraph {at}" for at in range(40)]])
def test_the_results_are_those_of_one_process(items: list[str], count: int) -> None:
    assert list(spread(str.upper, items, count)) == [item.upper() for item in items]


def test_other_processes_do_the_work_and_find_what_this_one_holds() -> None:
    held = {"norbury": lambda: "cannot be handed over"}  # only the results travel

    def work(item: int) -> tuple[int, int]:
        return item * len(held), os.getpid()

    found = list(spread(work, range(20), 2))
    assert [item for item, _ in found] == list(range(20))
    assert os.getpid() not in {process for _, process in found}


def test_work_of_a_copy_that_is_lost_is_done_here() -> None:
    here = os.getpid()

    def work(item: int) -> int:
        if item == 7 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return item * item

    assert list(spread(work, range(30), 2)) == [item * item for item in range(30)]


def test_an_error_of_the_work_is_told_here() -> None:
    with pytest.raises(ZeroDivisionError):
        list(spread(lambda item: 1 // item, [2, 1, 0, 1], 2))
