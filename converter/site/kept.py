"""A site is made beside the one of before, takes over from it what it would write the same, and then replaces it.

Until it is whole it lies in `site.new`, so a build that fails costs nothing of the site that is there.
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
from dataclasses import dataclass, field, replace
from pathlib import Path

from converter import cache

HIDDEN = "."


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part lies on the site: names of files and folders in a folder."""

    folder: str
    names: Sequence[str]


@dataclass(frozen=True, slots=True)
class Part:
    """What a part was made from, and how its files were left; `over`: where it lies, if it is to be taken over."""

    digest: str
    left: str
    over: Place | None = None


Parts = Mapping[str, Part]


@dataclass(frozen=True, slots=True)
class Kept:
    """The previous site, where there is one to be used, and its parts."""

    before: Path | None = None
    parts: Parts = field(default_factory=dict)


NOTHING = Kept()


def before_of(site: Path) -> Path:
    return site.with_name(f"{site.name}.before")


def making_of(site: Path) -> Path:
    """Where a site is made."""
    return site.with_name(f"{site.name}.new")


def list_of(site: Path) -> Path:
    return site.with_name(f"{site.name}.kept.json")


def begin(site: Path) -> Kept:
    """What may be taken over from the site of before, when another begins to be made."""
    recover(site)
    parts = read_parts(list_of(site))
    forget(site)
    return Kept(site, parts) if parts and site.is_dir() else NOTHING


def read_parts(path: Path) -> Parts:
    """The parts that a build left behind; none where that cannot be read."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return {name: Part(str(digest), str(left)) for name, (digest, left) in content.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def unchanged(kept: Kept, name: str, place: Place, digest: str) -> Part | None:
    """A part that need not be made; it is taken over when the site is whole. None where it must be made."""
    part = kept.parts.get(name)
    if kept.before is None or part is None or part.digest != digest:
        return None
    try:
        same = left_as(kept.before / place.folder, place.names) == part.left
    except OSError:  # something is gone
        return None
    return replace(part, over=place) if same else None


def made(site: Path, place: Place, digest: str) -> Part:
    """A part that was just written."""
    return Part(digest, left_as(site / place.folder, place.names))


def take_over(site: Path, parts: Parts) -> None:
    """Take what is unchanged from the site of before into the new one."""
    for part in parts.values():
        if part.over:
            move(part.over, site, making_of(site))


def give_back(site: Path, parts: Parts) -> None:
    """Undo that, for a new site that must not take the place of the old one."""
    for part in parts.values():
        if part.over:
            move(part.over, making_of(site), site)


def move(place: Place, old: Path, new: Path) -> None:
    (new / place.folder).mkdir(parents=True, exist_ok=True)
    for name in place.names:
        os.rename(f"{old}/{place.folder}/{name}", f"{new}/{place.folder}/{name}")


def finish(site: Path, parts: Parts) -> None:
    """Put the new site in the place of the old one, and say what a later build may take over."""
    exchange(site, making_of(site))
    content = {name: (part.digest, part.left) for name, part in sorted(parts.items())}
    unfinished = list_of(site).with_suffix(".part")
    unfinished.write_text(json.dumps(content), encoding="utf-8")
    unfinished.replace(list_of(site))


def exchange(site: Path, making: Path) -> None:
    """Put one folder in the place of another, with the hidden files that stand there and are not the site's."""
    before = before_of(site)
    if site.is_dir():
        try:
            if site.is_symlink():
                raise OSError
            site.rename(before)
        except OSError:  # such as the root of a volume, whose name stands fast
            refill(site, making)
            return
    making.rename(site)
    recover(site)
    shutil.rmtree(before, ignore_errors=True)


def recover(site: Path) -> None:
    """Bring back what is not the site's own from the one that it replaced, or that one if nothing did."""
    before = before_of(site)
    if before.is_dir() and not site.exists():
        before.rename(site)
    for file in hidden(before):
        if not (site / file.name).exists():
            file.rename(site / file.name)


def hidden(folder: Path) -> list[Path]:
    return [file for file in folder.iterdir() if file.name.startswith(HIDDEN)] if folder.is_dir() else []


def refill(site: Path, making: Path) -> None:
    """Replace what lies in a folder that itself has to stay."""
    new = {file.name for file in making.iterdir()}
    for file in site.iterdir():
        if file.name in new or not file.name.startswith(HIDDEN):
            shutil.rmtree(file) if file.is_dir() and not file.is_symlink() else file.unlink()
    for name in new:
        shutil.move(making / name, site / name)
    making.rmdir()


def forget(site: Path) -> None:
    """Leave nothing beside a site."""
    list_of(site).unlink(missing_ok=True)
    for folder in (making_of(site), before_of(site)):
        shutil.rmtree(folder, ignore_errors=True)


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
    return cache.digest(cache.fingerprint().encode(), *inputs)
