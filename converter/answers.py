"""What the command line says about themes: why a paragraph has them, and what a change of them does."""

from __future__ import annotations

import textwrap
from collections import Counter, defaultdict
from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from converter.errors import printable
from converter.explain import Reason, explain, place_in
from converter.link import Corpus
from converter.themes import Theme
from converter.themes_diff import Change, changes

WIDTH = 100
SHOWN = 8  # paragraphs of each theme
FEW = 1.0  # points below which a theme that is not given is left out


def print_reasons(corpus: Corpus, about: Sequence[str], themes: tuple[Theme, ...], console: Console) -> None:
    """The themes of a paragraph, named by its report and its anchor or by its address, and what speaks for each."""
    report, anchor = about if len(about) > 1 else place_in(about[0])
    found = explain(corpus, report, anchor, themes)
    print(cut(f"{report} {found.text.anchor}: {found.text.text}", 3 * WIDTH))
    for heading in found.text.headings:
        print(f"under: {printable(heading)}")
    if found.boilerplate:
        print(f"No theme: “{found.boilerplate}” is standard text.")
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("theme", "points", "as main", "given", "for it"):
        table.add_column(name, justify="right" if name in {"points", "as main"} else "left", overflow="fold")
    for reason in found.reasons:
        if reason.place or reason.points >= FEW:
            figures = f"{reason.points:.1f}", f"{reason.points + reason.leads:.1f}"
            table.add_row(reason.theme, *figures, verdict(reason, found.needed), escape(words_for(reason)))
    console.print(table)
    print(
        f"The main theme is the best as main. A further one needs {found.needed:.1f} points; there are three at most. "
        "What one sentence says for a theme counts ever less."
    )


def verdict(reason: Reason, needed: float) -> str:
    """Whether a theme is given, and why not where it has points enough."""
    if reason.place:
        return "main" if reason.place == 1 else "yes"
    return "no: three at most" if reason.points >= needed else "no"


def words_for(reason: Reason) -> str:
    """`headings 6; sentence 1: care leavers 5.6, housing 2.1`."""
    sentences: defaultdict[int, list[str]] = defaultdict(list)
    for mention in reason.mentions:
        sentences[mention.sentence].append(f"{mention.words} {mention.points:.1f}")
    parts = [f"headings {reason.headings:g}"] if reason.headings else []
    parts += [f"sentence {number + 1}: {', '.join(words)}" for number, words in sentences.items()]
    return "; ".join(parts)


def print_changes(
    corpus: Corpus, before: Sequence[Theme], after: Sequence[Theme], everything: bool, console: Console
) -> None:
    """Each theme with the paragraphs that gained and lost it, then the counts."""
    found, gone = changes(corpus, before)
    gained: defaultdict[str, list[Change]] = defaultdict(list)
    lost: defaultdict[str, list[Change]] = defaultdict(list)
    for change in found:
        for slug in change.gained:
            gained[slug].append(change)
        for slug in change.lost:
            lost[slug].append(change)
    had = Counter(slug for (_, _), some in corpus.themes.items() for slug in some)
    for slug in dict.fromkeys(theme.slug for theme in (*before, *after)):
        if gained[slug] or lost[slug]:
            print(f"{slug}: +{len(gained[slug])} -{len(lost[slug])}, now {had[slug]}")
            print_some("+", gained[slug], everything)
            print_some("-", lost[slug], everything)
    turned = [change for change in found if not change.gained and not change.lost]
    if turned:
        print(f"another order: {len(turned)}")
        print_some("~", turned, everything)
    for page in gone:
        print(f"page that goes: {page}")
    console.print(
        f"{len(found)} paragraphs and recommendations changed, {len(turned)} of them only the order of their themes",
        highlight=False,
    )


def print_some(sign: str, some: Sequence[Change], everything: bool) -> None:
    """A line for each of the changes, or for the first of them."""
    shown = some if everything else some[:SHOWN]
    for change in shown:
        print(line_of(sign, change))
    if len(some) > len(shown):
        print(f"  {sign} … and {len(some) - len(shown)} more (--all or ALL=1 shows them)")


def line_of(sign: str, change: Change) -> str:
    now = ", ".join(change.after) or "none"
    return f"  {sign} {change.report} {change.anchor} ({now}): {cut(change.text, WIDTH)}"


def cut(text: str, width: int) -> str:
    """The first words of a text, on one line."""
    return printable(textwrap.shorten(text, width, placeholder=" …"))
