"""The account of every word: source files against the written pages, read back by Markdown itself.

The source's words are counted from the file by a rule of its own, not through the reader: what stands in
tags goes, the rest is words. A word is kept when it stands on the pages in the source's order, moved when
it stands in a footnote or a few words off, left out when the list says so; otherwise it is lost. A word of the
pages that no source has, outside the site's own furniture, is added.
"""

from __future__ import annotations

import hashlib
import html
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from unicodedata import normalize

import markdown

from converter.job import LARGEST, find_sources
from converter.link import Corpus
from converter.model import LeftOut, Report
from converter.read import read
from converter.read.markup import TAG
from converter.recognise import recognise
from converter.witness import second_reading
from converter.write.dialect import EXTENSIONS
from converter.write.page import page_md
from converter.write.places import path_of

WORD = re.compile(r"[^\W_⁰¹²³⁴-⁹]+")
ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
LINK = re.compile(r"(?<=\])\((?:#|<?https?:|mailto:)(?:[^()\s]|\([^()\s]*\))*(?:\s+[\"'][^()\"']*[\"'])?\)")
UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\xad]")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
NOTE = re.compile(r"\[\^([^\]\s]+)\]|href=\"#fn:([^\"]+)\"")
VOID = {"br", "input", "img", "hr"}
FURNITURE = {
    "card",
    "notice",
    "between",
    "source",
    "eyebrow",
    "agenda",
    "agenda-text",
    "papers",
    "decisions",
    "tracker-note",
    "state",
    "footnote-ref",
    "footnote-backref",
    "page",
    "answers",
    "cited",
    "themes",
    "abbreviations",
    "lede",
    "improve",
    "since",
    "how-to-cite",
}
ANCHOR_WORDS = 4
CLOSE = 60
A_FEW = 8
FRONT_SHEETS = {"pack", "supplement"}


@dataclass(frozen=True, slots=True)
class Account:
    """What became of one source's words; `lost` and `added` are the words themselves.

    `unseen` are the words that a second reading of the file finds (`witnessed` in all) and that are neither on
    the pages nor listed as left out; `witnessed` is 0 where there was no second reading.
    """

    file: str
    words: int
    kept: int
    moved: int
    listed: int
    reasons: Mapping[str, int]
    lost: tuple[str, ...]
    added: tuple[str, ...]
    lost_passages: tuple[str, ...]
    added_passages: tuple[str, ...]
    witnessed: int = 0
    unseen: tuple[str, ...] = ()


def audit_corpus(corpus: Corpus, reports: Path, docs: Path, every: int = 1) -> Iterator[Account]:
    """An account for each source; one that holds a copy that gave way to a better one, on pages of its own.

    The other program reads one source in `every` so many.
    """
    held: dict[str, list[Report]] = defaultdict(list)
    copies: set[str] = set()
    for report in corpus.reports:
        for source in report.sources:
            if source.chosen:
                held[source.sha256].append(report)
            else:
                copies.add(source.sha256)
    for at, path in enumerate(find_sources(reports)):
        again = with_witness if at % every == 0 else unwitnessed
        digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.stat().st_size <= LARGEST else ""
        if digest in copies:
            alone = Corpus(recognise(read(path)), {}, {})
            pages = [page_md(report, alone) for report in in_order(alone.reports)]
            listed = listed_in(alone.reports)
            yield again(account(path.name, source_lines(path), pages, listed), path, pages, listed)
        elif digest in held:
            shown = in_order(held[digest])
            pages = [(docs / path_of(report)).read_text(encoding="utf-8") for report in shown]
            listed = listed_in(shown)
            yield again(account(path.name, source_lines(path), pages, listed), path, pages, listed)


def with_witness(found: Account, path: Path, pages: Sequence[str], listed: Sequence[LeftOut]) -> Account:
    """The account with what another program reads in the same file; order does not count here."""
    text = second_reading(path)
    if text is None:
        return found
    read_there = Counter(words(normalize("NFKC", text)))
    held = Counter(words(normalize("NFKC", " ".join(part.text for part in listed))))
    for page in pages:
        held.update((mark or other).partition("-")[0] for mark, other in NOTE.findall(page))
        for some in page_words(page):
            held.update(words(normalize("NFKC", " ".join(some))))
    return replace(found, witnessed=read_there.total(), unseen=tuple((read_there - held).elements()))


def unwitnessed(found: Account, *_: object) -> Account:
    return found


def in_order(reports: Sequence[Report]) -> list[Report]:
    """A pack's pages in the order in which the pack prints them: an item, then the reports inside it."""
    names = {report.id for report in reports}
    inside: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.kind == "report" and report.parent in names:
            inside[report.parent].append(report)
    own = [report for report in reports if report.kind != "report" or report.parent not in names]
    own.sort(key=lambda report: report.kind not in FRONT_SHEETS)
    return [page for report in own for page in (report, *inside[report.id])]


def listed_in(reports: Sequence[Report]) -> tuple[LeftOut, ...]:
    """What the reports list as left out, each passage once."""
    return tuple({(part.line, part.text): part for report in reports for part in report.left_out}.values())


def source_lines(path: Path) -> list[tuple[int, str]]:
    """The lines of a source with their numbers, as plain text."""
    if path.suffix.lower() == ".pdf":
        source = read(path)
        return sorted(
            [(line.line, line.text) for line in source.lines] + [(part.line, part.text) for part in source.left_out]
        )
    text = path.read_text(encoding="utf-8-sig")
    return [(number, plain_line(line)) for number, line in enumerate(text.split("\n"), 1)]


def plain_line(line: str) -> str:
    """A line of a text file without links' targets and tags, entities as the characters they stand for."""
    return html.unescape(TAG.sub(" ", LINK.sub(" ", ADDRESS.sub(r"\1", line))))


def words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(UNSEEN.sub("", text))]


def account(file: str, lines: Sequence[tuple[int, str]], pages: Sequence[str], listed: Sequence[LeftOut]) -> Account:
    """The account of a source's words on its pages, `listed` being what was left out and why."""
    reasons: Counter[str] = Counter()
    whole = {(part.line, tuple(words(part.text))): part.reason for part in listed}
    source: list[str] = []
    for number, text in lines:
        found = words(text)
        if found and (reason := whole.pop((number, tuple(found)), "")):
            reasons[reason] += len(found)
        else:
            source += found
    flow: list[str] = []
    notes: list[str] = []
    for page in pages:
        main, foot = page_words(page)
        flow += main
        notes += foot
    matched_source, matched_flow = align(source, flow)
    left = [at for at in range(len(source)) if at not in matched_source]
    moved, rest, in_notes = take(left, source, notes)
    near, rest = close_by(rest, (source, matched_source), (flow, matched_flow))
    for (_, some), reason in whole.items():
        taken, rest, _ = take(rest, source, some)
        reasons[reason] += len(taken)
    footed = set(moved)
    spare = Counter(source[at] for at in left if at not in footed)
    moved += near
    added = [at for at in range(len(flow)) if at not in matched_flow]
    added = [at for at in added if not (spare[flow[at]] and not spare.subtract([flow[at]]))]
    added_notes = [at for at in range(len(notes)) if at not in in_notes]
    return Account(
        file,
        sum(len(words(text)) for _, text in lines),
        len(matched_source),
        len(moved),
        sum(reasons.values()),
        dict(reasons),
        tuple(source[at] for at in rest),
        tuple(flow[at] for at in added) + tuple(notes[at] for at in added_notes),
        tuple(passages(rest, source)),
        (*passages(added, flow), *passages(added_notes, notes)),
    )


def passages(positions: Sequence[int], of: Sequence[str]) -> Iterator[str]:
    """The words at `positions`, those that stand together as one passage."""
    return (" ".join(of[place] for place in run) for run in runs_of(positions))


def runs_of(positions: Sequence[int]) -> Iterator[list[int]]:
    """The positions that stand together, run by run."""
    run: list[int] = []
    for at in positions:
        if run and at != run[-1] + 1:
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def take(positions: Sequence[int], source: Sequence[str], flow: Sequence[str]) -> tuple[list[int], list[int], set[int]]:
    """The positions whose words stand in `flow` in order, the positions left, and the places in `flow`."""
    matched, places = align([source[at] for at in positions], flow)
    taken = {positions[at] for at in matched}
    return sorted(taken), [at for at in positions if at not in taken], places


def close_by(
    positions: Sequence[int], source: tuple[Sequence[str], set[int]], flow: tuple[Sequence[str], set[int]]
) -> tuple[list[int], list[int]]:
    """The positions whose words stand on the page a little off their place, and the positions left.

    A few words of a table's cell do so, where the end of a page cut its row in two; more would be a wrong order.
    Both texts come with the places that have a word of the other.
    """
    (words_in, matched_in), (words_on, matched_on) = source, flow
    ours, theirs = sorted(matched_in), sorted(matched_on)
    free = [at for at in range(len(words_on)) if at not in matched_on]
    found: list[int] = []
    short = [at for run in runs_of(positions) if len(run) <= A_FEW for at in run]
    for at in short:
        place = bisect_left(ours, at)
        here = theirs[place - 1] if place else 0
        hit = next((spare for spare in free if abs(spare - here) <= CLOSE and words_on[spare] == words_in[at]), None)
        if hit is not None:
            free.remove(hit)
            found.append(at)
    return found, [at for at in positions if at not in set(found)]


# ---------------------------------------------------------------- pages back into words


@lru_cache(maxsize=64)
def page_words(page: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a page that come from its source: those of its flow, and those of its footnotes."""
    rendered = markdown.markdown(FRONT_MATTER.sub("", page), extensions=list(EXTENSIONS))
    reader = PageReader()
    reader.feed(rendered)
    return tuple(words(" ".join(reader.flow))), tuple(words(" ".join(reader.notes)))


class PageReader(HTMLParser):
    """Collects the text of a page, its footnotes apart, the site's own furniture left out."""

    def __init__(self) -> None:
        super().__init__()
        self.flow: list[str] = []
        self.notes: list[str] = []
        self.open: list[tuple[str, bool, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        names = set((dict(attrs).get("class") or "").split())
        furniture, note = self.open[-1][1:] if self.open else (False, False)
        own = bool(names & FURNITURE) or tag in {"summary", "h1"}
        self.open.append((tag, furniture or own, note or "footnote" in names))

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        furniture, note = self.open[-1][1:] if self.open else (False, False)
        if not furniture:
            (self.notes if note else self.flow).append(data)


# ---------------------------------------------------------------- alignment


def align(first: Sequence[str], second: Sequence[str]) -> tuple[set[int], set[int]]:
    """The positions of the words that both sequences have in the same order.

    Runs of words that are unique in both are fixed points (the longest rising chain of them); only the
    stretches between are compared word by word.
    """
    matched: tuple[set[int], set[int]] = (set(), set())
    before = (0, 0)
    for a, b in [*fixed_points(first, second), (len(first), len(second))]:
        if a < before[0] or b < before[1]:
            continue
        compare(first, second, (before[0], a), (before[1], b), matched)
        if a < len(first):
            for step in range(ANCHOR_WORDS):
                matched[0].add(a + step)
                matched[1].add(b + step)
        before = (a + ANCHOR_WORDS, b + ANCHOR_WORDS)
    return matched


def compare(
    first: Sequence[str],
    second: Sequence[str],
    a: tuple[int, int],
    b: tuple[int, int],
    matched: tuple[set[int], set[int]],
) -> None:
    matcher = SequenceMatcher(None, first[a[0] : a[1]], second[b[0] : b[1]], autojunk=False)
    for block in matcher.get_matching_blocks():
        matched[0].update(range(a[0] + block.a, a[0] + block.a + block.size))
        matched[1].update(range(b[0] + block.b, b[0] + block.b + block.size))


def fixed_points(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    """Where runs of words stand that occur once in each, as the longest chain that rises in both."""
    ours, theirs = unique_runs(first), unique_runs(second)
    shared = sorted((at, theirs[run]) for run, at in ours.items() if run in theirs)
    return rising(shared)


def unique_runs(sequence: Sequence[str]) -> dict[tuple[str, ...], int]:
    places: dict[tuple[str, ...], int] = {}
    seen: Counter[tuple[str, ...]] = Counter()
    for at in range(len(sequence) - ANCHOR_WORDS + 1):
        run = tuple(sequence[at : at + ANCHOR_WORDS])
        seen[run] += 1
        places[run] = at
    return {run: at for run, at in places.items() if seen[run] == 1}


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of `pairs`, already sorted by the first number, whose second numbers rise."""
    tails: list[int] = []
    tail_at: list[int] = []
    before: list[int] = []
    for at, (_, value) in enumerate(pairs):
        place = bisect_left(tails, value)
        before.append(tail_at[place - 1] if place else -1)
        tails[place : place + 1] = [value]
        tail_at[place : place + 1] = [at]
    chain: list[tuple[int, int]] = []
    at = tail_at[-1] if tail_at else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]
