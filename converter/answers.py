"""What the command line says about themes: why a paragraph has them, and what a change of them does."""

from __future__ import annotations

import textwrap
from collections import Counter, defaultdict
from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from converter.errors import printable
from converter.explain import Reason, explain
from converter.link import Corpus
from converter.themes import Theme
from converter.themes_diff import Change, changes

WIDTH = 100
SHOWN = 8  # paragraphs of each theme
FEW = 1.0  # points below which a theme that is not given is left out


def print_reasons(corpus: Corpus, about: Sequence[str], themes: tuple[Theme, ...], console: Console) -> None:
    """The themes of a paragraph, named by its report and its address, and the words that speak for each."""
    report, anchor = about
    found = explain(corpus, report, anchor, themes)
    print(cut(f"{report} {found.text.anchor}: {found.text.text}", 3 * WIDTH))
    for heading in found.text.headings:
        print(f"under: {printable(heading)}")
    if found.boilerplate:
        print(f"No theme: “{found.boilerplate}” is standard text.")
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("theme", "points", "given", "for it"):
        table.add_column(name, justify="right" if name == "points" else "left", overflow="fold")
    for reason in found.reasons:
        if reason.place or reason.points >= FEW:
            given = "main" if reason.place == 1 else "yes" if reason.place else "no"
            table.add_row(reason.theme, f"{reason.points:.1f}", given, escape(words_for(reason)))
    console.print(table)
    print(f"A further theme needs {found.needed:.1f} points here.")


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
    found = list(changes(corpus, before))
    gained: defaultdict[str, list[Change]] = defaultdict(list)
    lost: defaultdict[str, list[Change]] = defaultdict(list)
    for change in found:
        for slug in change.gained:
            gained[slug].append(change)
        for slug in change.lost:
            lost[slug].append(change)
    had = Counter(slug for (_, _), some in corpus.themes.items() for slug in some)
    for slug in dict.fromkeys(theme.slug for theme in (*before, *after)):
        if not gained[slug] and not lost[slug]:
            continue
        print(f"{slug}: +{len(gained[slug])} -{len(lost[slug])}, now {had[slug]}")
        for sign, some in (("+", gained[slug]), ("-", lost[slug])):
            for change in some if everything else some[:SHOWN]:
                print(line_of(sign, change))
            if len(some) > SHOWN and not everything:
                print(f"  {sign} … and {len(some) - SHOWN} more (--all shows them)")
    turned = sum(1 for change in found if not change.gained and not change.lost)
    console.print(
        f"{len(found)} paragraphs and recommendations changed, {turned} of them only the order of their themes",
        highlight=False,
    )


def line_of(sign: str, change: Change) -> str:
    now = ", ".join(change.after) or "none"
    return f"  {sign} {change.report} {change.anchor} ({now}): {cut(change.text, WIDTH)}"


def cut(text: str, width: int) -> str:
    """The first words of a text, on one line."""
    return printable(textwrap.shorten(text, width, placeholder=" …"))
