"""The part of CBOR (RFC 8949) that Pagefind's files are written in: whole numbers, text and lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

NUMBER, TEXT, LIST = 0, 3, 4
SHORT = 24  # from which on a length stands in bytes of its own
WIDTHS = {24: 1, 25: 2, 26: 4, 27: 8}


def decoded(content: bytes) -> Any:
    """The value that the bytes stand for; raises ValueError where they are something else."""
    value, end = value_at(content, 0)
    if end != len(content):
        raise ValueError(f"{len(content) - end} bytes too many")
    return value


def value_at(content: bytes, at: int) -> tuple[Any, int]:
    """A value and where it ends."""
    kind, length = divmod(content[at], 32)
    at += 1
    if length >= SHORT:
        width = WIDTHS.get(length, 0)
        length = int.from_bytes(content[at : at + width], "big")
        at += width
    if kind == NUMBER:
        return length, at
    if kind == TEXT:
        return content[at : at + length].decode(), at + length
    if kind != LIST:
        raise ValueError(f"a value of kind {kind}")
    values = []
    for _ in range(length):
        value, at = value_at(content, at)
        values.append(value)
    return values, at


def encoded(value: Any) -> bytes:
    """The bytes that stand for a value, as few as can be."""
    return b"".join(parts(value))


def parts(value: Any) -> Iterator[bytes]:
    if isinstance(value, int):
        yield head(NUMBER, value)
    elif isinstance(value, str):
        text = value.encode()
        yield head(TEXT, len(text)) + text
    else:
        yield head(LIST, len(value))
        for each in value:
            yield from parts(each)


def head(kind: int, length: int) -> bytes:
    if length < SHORT:
        return bytes([kind * 32 + length])
    mark, width = next((mark, width) for mark, width in WIDTHS.items() if length < 256**width)
    return bytes([kind * 32 + mark]) + length.to_bytes(width, "big")
