"""Files of the pages: what is the same stays untouched, and what was begun is never taken for whole."""

from __future__ import annotations

import shutil
from pathlib import Path

BLOCK = 1 << 20


def put(path: Path, content: bytes) -> bool:
    """Write a file where its content differs; True where it was written."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def publish(source: Path, place: Path) -> None:
    """A copy of a file where it is to be published, unless the same lies there."""
    if not same(source, place):
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, place)


def take_place(part: Path, path: Path) -> bool:
    """Move a finished file to where it belongs, in one move, where its content differs; True where it was moved."""
    if same(part, path):
        part.unlink()
        return False
    part.replace(path)
    return True


def same(one: Path, other: Path) -> bool:
    """Whether two files are there and have one content; never more than a block of each is held."""
    if not other.is_file() or one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as left, other.open("rb") as right:
        while block := left.read(BLOCK):
            if block != right.read(BLOCK):
                return False
    return True


def sweep(folder: Path, keep: set[Path]) -> int:
    """Remove generated pages whose report is gone; returns how many."""
    stale = [path for path in folder.rglob("*") if path.is_file() and path not in keep]
    for path in stale:
        path.unlink()
    for path in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()
    return len(stale)
