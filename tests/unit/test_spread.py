"""Work over several processes gives what one gives, also when one of them is lost."""

from __future__ import annotations

import os
from functools import partial

import pytest

from converter.link.spread import spread

HERE = os.getpid()


def doubled(known: dict[int, int], task: int) -> int:
    return 2 * known[task]


def lost(task: int) -> int:
    """Ends every process but the one that began."""
    if os.getpid() != HERE:
        os._exit(3)
    return task


def where(_: int) -> int:
    return os.getpid()


@pytest.mark.parametrize("workers", [0, 1, 2, 3])
def test_results_stand_in_the_order_of_the_tasks(workers: int) -> None:
    known = {at: at for at in range(20)}
    assert spread(partial(doubled, known), list(range(20)), workers) == list(range(0, 40, 2))


def test_several_processes_do_the_work_and_one_where_there_is_no_other() -> None:
    assert HERE not in spread(where, [1, 2, 3], 2)
    assert spread(where, [1, 2, 3], 1) == [HERE] * 3
    assert spread(where, [1], 8) == [HERE]


def test_what_a_lost_process_did_is_done_here() -> None:
    assert spread(lost, [1, 2], 2) == [1, 2]


def test_without_copies_of_a_process_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multiprocessing.get_all_start_methods", lambda: ["spawn"])
    assert spread(where, [1, 2], 2) == [HERE, HERE]
