"""The words of a term that stand apart: nothing but words of other terms in between ("my eye is red and swollen")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .naming import Stems
from .surfaces import Content

_MOST_BETWEEN = 3
"""Words of other terms that may stand between the words of one."""


def runs(content: Content, known: frozenset[str]) -> Iterator[list[tuple[int, str]]]:
    """Stretches of words that all belong to the vocabulary."""
    run: list[tuple[int, str]] = []
    for place, part in content:
        if part in known:
            run.append((place, part))
        elif run:
            yield run
            run = []
    if run:
        yield run


def nearest_places(stems: Stems, at: Mapping[str, Sequence[int]], run: Content) -> tuple[int, ...]:
    """Where the stems stand close together, or nothing."""
    if any(part not in at for part in stems):
        return ()
    for start in at[stems[0]]:
        chosen = {min(at[part], key=lambda index: abs(index - start)) for part in stems}
        if len(chosen) == len(stems) and max(chosen) - min(chosen) < len(stems) + _MOST_BETWEEN:
            return tuple(run[index][0] for index in sorted(chosen))
    return ()
