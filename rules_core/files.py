"""A file of profiles to a file of results, line by line."""

from __future__ import annotations

import json
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from .many import Refusal, read_profiles
from .progress import Progress

if TYPE_CHECKING:
    from .knowledge_base import KnowledgeBase


def infer_file(kb: KnowledgeBase, source: Path, target: Path | None, *, workers: int = 0, skip_bad: bool = False) -> bool:
    """Whether every line of `source` was answered, or told as bad and skipped. `target` appears only then; None is the screen.

    Raises OSError for files that cannot be read or written, WorkerError when a worker process dies.
    """
    partial = target.with_name(target.name + ".part") if target else None
    went_well = False
    try:
        with source.open("rb") as lines, _writer(partial) as out:
            went_well = _answer(kb, source, lines, out, workers, skip_bad)
    finally:
        if partial and target and went_well:
            partial.replace(target)
        elif partial:
            partial.unlink(missing_ok=True)
    return went_well


def _writer(path: Path | None) -> AbstractContextManager[TextIO]:
    return path.open("w", encoding="utf-8") if path else nullcontext(sys.stdout)


def _answer(kb: KnowledgeBase, source: Path, lines: BinaryIO, out: TextIO, workers: int, skip_bad: bool) -> bool:
    bad = 0
    progress = Progress(source.stat().st_size, lines.tell)
    for number, answer in enumerate(kb.infer_many(read_profiles(lines), workers=workers), 1):
        progress.show(number)
        if isinstance(answer, Refusal):
            bad += 1
            print(f"{source}:{number} {answer.problem}", file=sys.stderr)
            if not skip_bad:
                print("stopped there. Mend the line, or say --skip-bad", file=sys.stderr)
                break
            continue
        out.write(json.dumps({"line": number, **answer.to_dict()}, ensure_ascii=False) + "\n")
    progress.done(bad)
    return not bad or skip_bad
