"""What a sidecar corrects: the facts of the front page and the judgements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.model import Judgement
from converter.recognise.authority import authority_of
from converter.recognise.cover import Cover
from converter.recognise.judgements import judgement
from converter.sidecars import Sidecar


def corrected_cover(cover: Cover, sidecar: Sidecar) -> Cover:
    """The facts of a front page, those that the sidecar gives in place of the recognised ones."""
    return replace(
        cover,
        title=sidecar.title or cover.title,
        authority=authority_of(sidecar.authority) if sidecar.authority else cover.authority,
        start=sidecar.start or (cover.start if sidecar.end is None else min(cover.start or sidecar.end, sidecar.end)),
        end=sidecar.end or (cover.end if sidecar.start is None else max(cover.end or sidecar.start, sidecar.start)),
        published=sidecar.published or cover.published,
        lead_inspector=sidecar.lead_inspector or cover.lead_inspector,
    )


def corrected_judgements(rows: Sequence[Judgement], sidecar: Sidecar) -> tuple[Judgement, ...]:
    """The judgements, with the sidecar's grade for each area that it names; an area not found yet comes last."""
    given = dict(sidecar.judgements)
    kept = [replace(row, grade=given.pop(row.area, row.grade)) for row in rows]
    more = [judgement(area, area.replace("-", " ").capitalize(), grade) for area, grade in given.items()]
    return (*kept, *more)
