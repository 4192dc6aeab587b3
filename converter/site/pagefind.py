"""Speaks to Pagefind: records go in one after the other, the files of an index come out.

Its service takes them through a pipe, so that nothing is written for it to read and pages keep the order that they are
given in; each message is JSON in Base64, ended by a comma.
"""

from __future__ import annotations

import json
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.metadata import version
from threading import Thread
from typing import IO

import pagefind_bin

from converter.errors import PinpointError
from converter.site.corpus import Json

END = b","
AT_ONCE = 1 << 20
CONFIG = {"force_language": "en"}


def pagefind_version() -> str:
    return version("pagefind-bin")


def encoded(record: Json) -> bytes:
    """A record as the service takes it."""
    return json.dumps({"message_id": 1, "payload": {"type": "AddRecord", "index_id": 0, **record}}).encode()


def index_of(records: Sequence[bytes]) -> dict[str, bytes]:
    """The files of an index of encoded records; raises PinpointError with what Pagefind says where it fails.

    They are taken through the pipe: told to write them itself, Pagefind answers before all of them are written.
    """
    start, end = {"type": "NewIndex", "config": CONFIG}, {"type": "GetFiles", "index_id": 0}
    with service([message(start), *records, message(end)]) as said:
        for answer in answers(said):
            if answer["type"] == "Error":
                raise PinpointError(f"search index: Pagefind failed ({answer['message']})")
            if answer["type"] == "GetFiles":
                return {str(file["path"]): b64decode(file["content"]) for file in answer["files"]}
    raise PinpointError("search index: Pagefind failed (it ended early)")


@contextmanager
def service(messages: Sequence[bytes]) -> Iterator[IO[bytes]]:
    """What Pagefind's service answers to the messages; it ends with the block."""
    command = [str(pagefind_bin.get_executable()), "--service"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdin is not None  # noqa: S101 (both are pipes)
    assert process.stdout is not None  # noqa: S101
    feeding = Thread(target=feed, args=(process.stdin, messages), daemon=True)
    feeding.start()
    try:
        yield process.stdout
    finally:
        process.kill()
        process.wait()
        feeding.join()
        process.stdout.close()
        with suppress(BrokenPipeError):  # what it has not taken is lost with it
            process.stdin.close()


def message(payload: Json) -> bytes:
    return json.dumps({"message_id": 1, "payload": payload}).encode()


def feed(pipe: IO[bytes], messages: Iterable[bytes]) -> None:
    """Send the messages; the pipe stays open, since the service ends with it, whatever is still to do."""
    try:
        for each in messages:
            pipe.write(b64encode(each) + END)
        pipe.flush()
    except BrokenPipeError:
        return  # the service has ended, which its answers show


def answers(pipe: IO[bytes]) -> Iterator[Json]:
    """What the service says, until it ends."""
    begun: list[bytes] = []
    while some := pipe.read1(AT_ONCE):  # type: ignore[attr-defined]
        first, *more = some.split(END)
        begun.append(first)
        for part in more:
            yield json.loads(b64decode(b"".join(begun)))["payload"]
            begun = [part]
