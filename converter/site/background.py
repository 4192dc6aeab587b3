"""Work that goes on in a copy of this process while something else is made, and can be ended before its time."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from converter.errors import PinpointError, printable
from converter.forked import begin

Result = TypeVar("Result")


class Background(Generic[Result]):
    """Work in a process of its own; where this one cannot be copied, it is done when its outcome is asked for."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self._work = work
        self._process = None
        if "fork" in multiprocessing.get_all_start_methods():
            context = multiprocessing.get_context("fork")
            self._answer, there = context.Pipe(duplex=False)
            self._process = context.Process(target=do, args=(work, there), daemon=True)
            self._process.start()
            there.close()

    def outcome(self) -> Result:
        """What came of it, as soon as it is there; raises the PinpointError that the work raised."""
        if self._process is None:
            return self._work()
        try:
            result, error = self._answer.recv()
        except EOFError:
            error = "work beside MkDocs was ended, most likely for want of memory; try again"
        self._process.join()
        if error:
            raise PinpointError(error)
        found: Result = result
        return found

    def end(self) -> None:
        """End it now, whatever came of it; a program that it talks to ends with the pipe between them."""
        if self._process is not None:
            self._process.terminate()
            self._process.join()


def do(work: Callable[[], Result], answer: Connection) -> None:
    begin()
    try:
        answer.send((work(), ""))
    except PinpointError as error:
        answer.send((None, str(error)))
    except Exception as error:
        answer.send(
            (None, f"work beside MkDocs failed ({type(error).__name__}: {printable(str(error))}); please report it")
        )
        raise
