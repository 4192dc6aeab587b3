"""Tables that a page's end leaves a single row of: its head, or its last row, on a page of its own.

One row with lines around it may be anything, such as a frame in two parts; so it is a table only where the page
after it begins, or the one before it ends, with a table in the same columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.read.furniture import EDGE
from converter.read.grids import Grid
from converter.read.joins import same_columns
from converter.read.turned import View


def without_single_rows(pages: Sequence[tuple[View, ...]]) -> list[tuple[View, ...]]:
    """The views of each page, of whose grids with one row only those are kept that are part of a table."""
    own = [views[0] if views else None for views in pages]
    kept: list[tuple[View, ...]] = []
    for views, before, here, after in zip(pages, [None, *own], own, [*own[1:], None], strict=False):
        if here and any(map(is_single, here.grids)):
            grids = tuple(grid for grid in here.grids if not is_single(grid) or is_part(grid, before, here, after))
            views = (replace(here, grids=grids), *views[1:])
        kept.append(views)
    return kept


def is_single(grid: Grid) -> bool:
    return len(grid.rows) == 2


def is_part(grid: Grid, before: View | None, here: View, after: View | None) -> bool:
    """Whether the grid ends its page where the next one begins with its table, or the other way round."""
    return (ends(grid, here) and any(goes_with(grid, other) and begins(other, after) for other in grids_in(after))) or (
        begins(grid, here) and any(goes_with(grid, other) and ends(other, before) for other in grids_in(before))
    )


def grids_in(view: View | None) -> tuple[Grid, ...]:
    return view.grids if view else ()


def goes_with(grid: Grid, other: Grid) -> bool:
    return not is_single(other) and same_columns(grid.columns, other.columns)


def ends(grid: Grid, view: View | None) -> bool:
    """Whether nothing stands below a grid but what stands at the foot of the page."""
    return view is not None and not any(EDGE * view.height < piece.base < grid.bottom for piece in view.pieces)


def begins(grid: Grid, view: View | None) -> bool:
    """Whether nothing stands above a grid but what stands at the head of the page."""
    return view is not None and not any(grid.top < piece.base < (1 - EDGE) * view.height for piece in view.pieces)
