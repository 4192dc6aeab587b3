"""What was recognised before, kept by content: a source that has not changed is not read again."""

from __future__ import annotations

import hashlib
import pickle
from functools import lru_cache
from pathlib import Path

from converter.model import Report

CODE = Path(__file__).parent


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
        content = pickle.loads((folder / name).read_bytes())  # noqa: S301 (only this program writes there)
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError):
        return None
    return content if isinstance(content, tuple) else None


def save(folder: Path, name: str, reports: tuple[Report, ...]) -> None:
    """Keep what was recognised, in one move so that a stopped run leaves nothing half written."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{name}.part"
    part.write_bytes(pickle.dumps(reports, protocol=pickle.HIGHEST_PROTOCOL))
    part.replace(folder / name)


def sweep(folder: Path, keep: set[str]) -> None:
    """Forget what no source uses any more."""
    for path in folder.glob("*") if folder.is_dir() else ():
        if path.name not in keep:
            path.unlink()
