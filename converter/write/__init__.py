"""Last stage: the corpus becomes Markdown pages and corpus.json, and nothing unchanged is written again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any

from converter import VERSION
from converter.forked import spread
from converter.link import Corpus
from converter.model import Report
from converter.profiles import load_profiles
from converter.stages import stage
from converter.themes import Theme
from converter.write.data import report_data
from converter.write.files import publish, put, sweep, take_place
from converter.write.page import page_md
from converter.write.places import path_of

CORPUS = "reports/corpus.json"
PART = "reports/.corpus.json.part"  # while it is written; MkDocs does not look at it
Rows = Callable[[Report], tuple[bool, bytes]]
NAMES = 4  # points of a phrase that names its theme


@dataclass(frozen=True, slots=True)
class Written:
    """How many pages were written, left alone because nothing changed, and removed; `fresh` are the reports written."""

    changed: int
    same: int
    removed: int
    fresh: frozenset[str] = frozenset()


@stage("write")
def write(corpus: Corpus, themes: Sequence[Theme], docs: Path, files: Mapping[str, Path], workers: int = 1) -> Written:
    """Write every report's page below `docs`/reports, the corpus for the hooks, and the `files` to publish."""
    names = {theme.slug: theme.name for theme in themes}
    (docs / PART).parent.mkdir(parents=True, exist_ok=True)
    with (docs / PART).open("wb") as out:
        fresh = corpus_json(corpus, themes, partial(page_and_row, corpus, names, docs), workers, out)
    moved = take_place(docs / PART, docs / CORPUS)
    for digest, place in corpus.files.items():
        publish(files[digest], docs / place)
    pages = map(path_of, corpus.reports)
    removed = sweep(docs / "reports", {docs / path for path in (*pages, CORPUS, *corpus.files.values())})
    changed = len(fresh) + moved
    return Written(changed, len(corpus.reports) + 1 - changed, removed, frozenset(fresh))


def corpus_json(corpus: Corpus, themes: Sequence[Theme], rows: Rows, workers: int, out: IO[bytes]) -> list[str]:
    """Write everything that the hooks build index pages and data files from; returns whose page had changed."""
    head = {
        "version": VERSION,
        "themes": list(map(theme_data, themes)),
        "frameworks": frameworks(),
        "related": related(corpus),
    }
    out.write(f'{json.dumps(head, ensure_ascii=False)[:-1]}, "reports": ['.encode())
    fresh = []
    for at, (changed, row) in enumerate(spread(rows, corpus.reports, workers)):
        out.write(b",\n" if at else b"\n")
        out.write(row)
        fresh += [corpus.reports[at].id] if changed else []
    out.write(b"\n]}\n")
    return fresh


def page_and_row(corpus: Corpus, names: Mapping[str, str], docs: Path, report: Report) -> tuple[bool, bytes]:
    """Write a report's page; returns whether it had changed, and the report's line of corpus.json."""
    changed = put(docs / path_of(report), page_md(report, corpus, names).encode("utf-8"))
    return changed, json.dumps(report_data(report, corpus), ensure_ascii=False).encode()


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
