"""What the page "About" counts: what is held, what became of the words of every file, how whole the copies are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import floor

from converter.site.corpus import Json, inspections, numbered
from converter.write.escape import inline_text
from converter.write.wording import plural


def figures(corpus: Json) -> str:
    """The figures as Markdown; one sentence where nothing is held."""
    if not corpus["reports"]:
        return "No report is held here yet, so there is nothing to count."
    return "\n".join([*held(corpus), "", *word_table(word_counts(corpus)), "", *copies(corpus)])


def held(corpus: Json) -> Iterator[str]:
    """How many documents and numbered paragraphs there are."""
    reports = inspections(corpus)
    packs = sum(report["kind"] == "pack" for report in corpus["reports"])
    documents = plural(len(reports), "report") + (f" and {plural(packs, 'committee pack')}" if packs else "")
    yield f"This site holds {documents}, with {plural(sum(map(numbered, corpus['reports'])), 'numbered paragraph')}."


def word_counts(corpus: Json) -> list[Json]:
    """What became of the words of each file, in the order of the files' names."""
    files = {source["sha256"]: source for report in corpus["reports"] for source in report["sources"]}
    return [source["words"] for source in sorted(files.values(), key=lambda one: one["file"]) if source["words"]]


def word_table(counts: list[Json]) -> Iterator[str]:
    """Where the words of all files are, as a table that adds up."""
    whole, lost = (sum(count[key] for count in counts) for key in ("all", "lost"))
    left_out: Counter[str] = Counter()
    for count in counts:
        left_out.update(count["left_out"])
    rows = [("On the pages", whole - lost - left_out.total())]
    rows += [(f"Left out: {inline_text(reason)}", words) for reason, words in left_out.most_common()]
    yield f"| Words of {plural(len(counts), 'file')} | Number | Share |\n| --- | ---: | ---: |"
    for name, words in (*rows, ("Lost", lost)):
        yield f"| {name} | {words:,} | {share(words, whole)} |"
    yield f"| **All** | **{whole:,}** | {share(whole, whole)} |"


def share(part: int, whole: int) -> str:
    """A part in hundredths of a per cent, rounded down; nothing of nothing is nothing."""
    return f"{floor(part * 10_000 / whole) / 100:.2f}%" if whole else "0.00%"


def copies(corpus: Json) -> Iterator[str]:
    """How many reports are shown from a whole copy, and how many are held more than once."""
    reports = inspections(corpus)
    damaged = sum(report["quality"]["status"] == "damaged" for report in reports)
    several = sum(len({source["sha256"] for source in report["sources"]}) > 1 for report in reports)
    complete = plural(len(reports) - damaged, "report is", "reports are")
    yield f"{complete} shown from a complete copy, {damaged or 'none'} from a damaged one."
    if several:
        yield f"{plural(several, 'report was', 'reports were')} found in more than one file; the best copy is shown."
    yield "What could not be read in a file is listed under [coverage](coverage/index.md#quality)."
