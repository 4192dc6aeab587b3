"""What was recognised before, kept by content: a source that has not changed is not read again."""

from __future__ import annotations

import hashlib
import pickle
from functools import lru_cache
from pathlib import Path

from converter.model import Report

CODE = Path(__file__).parent
SEAL = hashlib.sha256().digest_size


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """A hash of the converter itself: code, profiles, tables."""
    digest = hashlib.sha256()
    for path in sorted(CODE.rglob("*")):
        if path.suffix in {".py", ".yml", ".csv"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()


def key(path: Path) -> str:
    """The key of a source: its name and content, and the converter."""
    return hashlib.sha256(f"{fingerprint()}\0{path.name}\0".encode() + path.read_bytes()).hexdigest()


def load(folder: Path, name: str) -> tuple[Report, ...] | None:
    """What was recognised under this key; None where nothing was, or where the file is spoilt."""
    try:
        content = (folder / name).read_bytes()
    except OSError:
        return None
    seal, body = content[:SEAL], content[SEAL:]
    if hashlib.sha256(body).digest() != seal:
        return None
    found: tuple[Report, ...] = pickle.loads(body)  # noqa: S301 (only this program writes there)
    return found


def save(folder: Path, name: str, reports: tuple[Report, ...]) -> None:
    """Keep what was recognised, in one move so that a stopped run leaves nothing half written."""
    folder.mkdir(parents=True, exist_ok=True)
    body = pickle.dumps(reports, protocol=pickle.HIGHEST_PROTOCOL)
    part = folder / f"{name}.part"
    part.write_bytes(hashlib.sha256(body).digest() + body)
    part.replace(folder / name)


def sweep(folder: Path, keep: set[str]) -> None:
    """Forget what no source uses any more."""
    for path in folder.glob("*") if folder.is_dir() else ():
        if path.name not in keep:
            path.unlink()
