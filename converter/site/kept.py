"""Parts of the previous site that a build takes over by renaming, where it would write the same.

Before MkDocs empties the folder of the site it is put aside as `site.before`; what is left of that goes at the end.
`site.kept.json`, which lies beside the site and is not published, knows of each part what it was made from (a digest)
and how its files were left (their names, sizes and times), so that a part that was touched is made anew. It is taken
away while a build runs: after one that was interrupted nothing is trusted.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
CODE = {".py", ".yml", ".csv", ".json"}
HIDDEN = "."


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part lies on the site: names of files and folders in a folder."""

    folder: str
    names: Sequence[str]


@dataclass(frozen=True, slots=True)
class Part:
    """What a part was made from, and how its files were left."""

    digest: str
    left: str


Parts = Mapping[str, Part]


@dataclass(frozen=True, slots=True)
class Kept:
    """The previous site, where there is one to be used, and its parts."""

    before: Path | None = None
    parts: Parts = field(default_factory=dict)


NOTHING = Kept()


def before_of(site: Path) -> Path:
    return site.with_name(f"{site.name}.before")


def list_of(site: Path) -> Path:
    return site.with_name(f"{site.name}.kept.json")


def set_aside(site: Path) -> Kept:
    """Put the previous site aside; what MkDocs leaves in place when it empties the folder stays where it is."""
    parts = read_parts(list_of(site))
    list_of(site).unlink(missing_ok=True)
    before = before_of(site)
    shutil.rmtree(before, ignore_errors=True)
    if not parts or site.is_symlink() or not site.is_dir():
        return NOTHING
    try:
        site.rename(before)
    except OSError:  # such as the root of a volume
        return NOTHING
    site.mkdir()
    for file in before.iterdir():
        if file.name.startswith(HIDDEN):
            file.rename(site / file.name)
    return Kept(before, parts)


def read_parts(path: Path) -> Parts:
    """The parts that a build left behind; none where that cannot be read."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return {name: Part(str(digest), str(left)) for name, (digest, left) in content.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def take(kept: Kept, site: Path, name: str, place: Place, digest: str) -> Part | None:
    """Take a part over into the new site; None where it must be made."""
    part = kept.parts.get(name)
    if kept.before is None or part is None or part.digest != digest:
        return None
    old, new = kept.before / place.folder, site / place.folder
    try:
        if left_as(old, place.names) != part.left:
            return None
        new.mkdir(parents=True, exist_ok=True)
        for each in place.names:
            os.rename(f"{old}/{each}", f"{new}/{each}")
    except OSError:  # something is gone, or in the way: what is written now replaces it
        return None
    return part


def made(site: Path, place: Place, digest: str) -> Part:
    """A part that was just written."""
    return Part(digest, left_as(site / place.folder, place.names))


def finish(site: Path, parts: Parts) -> None:
    """Say which parts a later build may take over, and remove the rest of the previous site."""
    content = {name: (part.digest, part.left) for name, part in sorted(parts.items())}
    unfinished = list_of(site).with_suffix(".new")
    unfinished.write_text(json.dumps(content), encoding="utf-8")
    unfinished.replace(list_of(site))
    shutil.rmtree(before_of(site), ignore_errors=True)


def forget(site: Path) -> None:
    """Leave nothing beside a site."""
    list_of(site).unlink(missing_ok=True)
    shutil.rmtree(before_of(site), ignore_errors=True)


# ---------------------------------------------------------------- digests


def left_as(folder: Path, names: Iterable[str]) -> str:
    """How files and folders were left, in few letters."""
    found = hashlib.sha256()
    for name in sorted(names):
        path = f"{folder}/{name}"
        if os.path.isdir(path) and not os.path.islink(path):
            found.update(f"{name}/{sorted(files_in(path, ''))}\n".encode())
        else:
            found.update(f"{name} {state(os.lstat(path))}\n".encode())
    return found.hexdigest()


def files_in(folder: str, below: str) -> Iterator[tuple[str, str]]:
    """Every file below a folder with its size and time; folders with what they hold."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{below}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield name, "folder"
                yield from files_in(entry.path, f"{name}/")
            else:
                yield name, state(entry.stat(follow_symlinks=False))


def state(found: os.stat_result) -> str:
    return f"{found.st_mode} {found.st_size} {found.st_mtime_ns}"


def digest_of(*inputs: bytes) -> str:
    """What a part is made from, in few letters: its inputs and the converter itself."""
    found = hashlib.sha256(code_digest().encode())
    for each in inputs:
        found.update(b"%d " % len(each))
        found.update(each)
    return found.hexdigest()


@lru_cache(maxsize=1)
def code_digest() -> str:
    """The converter's own files, in few letters."""
    found = hashlib.sha256()
    for file in sorted(path for path in PACKAGE.rglob("*") if path.suffix in CODE):
        found.update(f"{file.relative_to(PACKAGE)} {file.stat().st_size}\n".encode())
        found.update(file.read_bytes())
    return found.hexdigest()
