"""Work that goes on while something else is made, and can be ended before its time."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock, Thread
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Running:
    """The program that the work has started, if any: it ends when the work is told to."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._ended = False
        self._program: subprocess.Popen[bytes] | None = None

    def started(self, program: subprocess.Popen[bytes]) -> None:
        """Take note of a program; where the work was ended meanwhile it ends at once."""
        with self._lock:
            self._program = program
            if self._ended:
                program.kill()

    def end(self) -> None:
        with self._lock:
            self._ended = True
            if self._program is not None:
                self._program.kill()


class Background(Generic[Result]):
    """Work in a thread of its own, which does not keep this program from ending."""

    def __init__(self, work: Callable[[Running], Result]) -> None:
        self._running = Running()
        self._future: Future[Result] = Future()
        self._thread = Thread(target=self._run, args=(work,), daemon=True)
        self._thread.start()

    def _run(self, work: Callable[[Running], Result]) -> None:
        try:
            self._future.set_result(work(self._running))
        except BaseException as error:
            self._future.set_exception(error)

    def outcome(self) -> Result:
        """What came of it, as soon as it is there; raises what the work raised."""
        return self._future.result()

    def end(self) -> None:
        """End it now, whatever came of it."""
        self._running.end()
        self._thread.join()
