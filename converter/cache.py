"""What was recognised before, kept by content: a source that has not changed is not read again."""

from __future__ import annotations

import hashlib
import pickle
import re
import sys
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

CODE = Path(__file__).parent
READERS = ("pypdfium2", "markdown-it-py", "pyyaml")
OWN = re.compile(r"(?:[0-9a-f]{64}(?:-[0-9a-f]{16})?|last\.json)(?:\.part)?")
SEAL = hashlib.sha256().digest_size


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """A hash of the converter itself: code, profiles, tables, schemas, and the versions of what it reads files with."""
    versions = (f"{name} {version(name)}" for name in READERS)
    digest = hashlib.sha256(" ".join((*map(str, sys.version_info[:2]), *versions)).encode())
    for path in sorted(CODE.rglob("*")):
        if path.suffix in {".py", ".yml", ".csv", ".json"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()


def digest(*parts: bytes) -> str:
    """One hash of several contents."""
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def pack(value: object) -> bytes:
    """A value, such as the reports of a source, as sealed bytes."""
    body = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return hashlib.sha256(body).digest() + body


def unpack(content: bytes) -> Any:
    """The value in sealed bytes; None where the seal is broken."""
    return pickle.loads(content[SEAL:]) if intact(content) else None  # noqa: S301 (only this program makes that seal)


def intact(content: bytes) -> bool:
    """Whether sealed bytes are as they were packed."""
    return len(content) > SEAL and hashlib.sha256(content[SEAL:]).digest() == content[:SEAL]


def load(folder: Path, name: str) -> bytes:
    """What is kept under a name, empty where nothing is."""
    try:
        return (folder / name).read_bytes()
    except OSError:
        return b""


def versions(folder: Path) -> dict[str, str]:
    """What is kept for each source, by the first half of its name, whatever the themes."""
    return {path.name.partition("-")[0]: path.name for path in folder.glob("*-*") if OWN.fullmatch(path.name)}


def save(folder: Path, name: str, content: bytes) -> None:
    """Keep `content`, in one move so that a stopped run leaves nothing half written."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{name}.part"
    part.write_bytes(content)
    part.replace(folder / name)


def sweep(folder: Path, keep: set[str]) -> None:
    """Forget what no source uses any more; files that are not ours stay."""
    for path in folder.glob("*") if folder.is_dir() else ():
        if OWN.fullmatch(path.name) and path.name not in keep:
            path.unlink()
