"""Last stage: the corpus becomes Markdown pages and corpus.json, and nothing unchanged is written again."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from converter import VERSION
from converter.link import Corpus
from converter.profiles import load_profiles
from converter.stages import stage
from converter.themes import Theme
from converter.write.data import report_data
from converter.write.page import page_md
from converter.write.places import path_of

NAMES = 4  # points of a phrase that names its theme


@dataclass(frozen=True, slots=True)
class Written:
    """How many pages were written, left alone because nothing changed, and removed."""

    changed: int
    same: int
    removed: int


@stage("write")
def write(corpus: Corpus, themes: Sequence[Theme], docs: Path, files: Mapping[str, Path]) -> Written:
    """Write every report's page below `docs`/reports, the corpus for the hooks, and the `files` to publish."""
    names = {theme.slug: theme.name for theme in themes}
    pages = {path_of(report): page_md(report, corpus, names) for report in corpus.reports}
    pages["reports/corpus.json"] = corpus_json(corpus, themes)
    changed = sum(put(docs / path, content.encode("utf-8")) for path, content in pages.items())
    for digest, place in corpus.files.items():
        put(docs / place, files[digest].read_bytes())
    removed = sweep(docs / "reports", {docs / path for path in (*pages, *corpus.files.values())})
    return Written(changed, len(pages) - changed, removed)


def corpus_json(corpus: Corpus, themes: Sequence[Theme]) -> str:
    """Everything that the hooks build index pages and data files from."""
    head = {
        "version": VERSION,
        "themes": list(map(theme_data, themes)),
        "frameworks": frameworks(),
        "related": related(corpus),
    }
    rows = ",\n".join(json.dumps(report_data(report, corpus), ensure_ascii=False) for report in corpus.reports)
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "reports": [\n{rows}\n]}}\n'


def theme_data(theme: Theme) -> dict[str, Any]:
    """A theme for the hooks; `words` are regular expressions of what names it, by which a search can offer its page."""
    words = [re.escape(theme.name.lower()), *(one.pattern for one in theme.evidence if one.weight >= NAMES)]
    return {"slug": theme.slug, "name": theme.name, "description": theme.description, "words": words}


def related(corpus: Corpus) -> dict[str, list[str]]:
    """The passages of other reports beside each paragraph; they change with the corpus, so no report's own data do."""
    return {f"{report}#{anchor}": list(some) for (report, anchor), some in corpus.related.items()}


def frameworks() -> list[dict[str, Any]]:
    """What each framework of inspection is called, whether it gives grades, and for what."""
    return [
        {
            "slug": profile.slug,
            "name": profile.name,
            "short": profile.short,
            "judges": profile.judges,
            "areas": [asdict(area) for area in profile.judged],
        }
        for profile in load_profiles()
        if not profile.abstract
    ]


def put(path: Path, content: bytes) -> bool:
    """Write a file where its content differs; True where it was written."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
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
