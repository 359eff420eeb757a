"""Command line: ``python -m rules_core validate|compile|infer|why|why-not|what-if|questions|diff``."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, TextIO

from .diff import advice_changes
from .errors import RulesCoreError
from .explain import Proof
from .graph import mermaid
from .knowledge_base import KnowledgeBase
from .many import Refusal, read_profiles
from .packs import built_in_folder, compile_folder, write_compiled
from .progress import Progress
from .what_if import WhatIf
from .why_not import WhyNot


def main(argv: list[str] | None = None) -> int:
    """Run one command; 0 when it went well, 1 when the pack or the facts were refused, 2 for bad usage."""
    options = _parser().parse_args(argv)
    try:
        return int(options.run(options))
    except RulesCoreError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m rules_core", description="Rules as data, answers with their proof.")
    commands = parser.add_subparsers(required=True, metavar="command")
    validate = commands.add_parser("validate", help="list every problem of a pack")
    validate.add_argument("pack", type=_folder)
    validate.set_defaults(run=_validate)
    compile_ = commands.add_parser("compile", help="write a pack as the one JSON file the run time reads")
    compile_.add_argument("pack", type=_folder)
    compile_.add_argument("--out", type=Path, required=True)
    compile_.set_defaults(run=_compile)
    infer = commands.add_parser("infer", help="what follows from facts, or from a file of profiles")
    infer.add_argument("pack")
    infer.add_argument("facts", nargs="*", metavar="fact=value", help="lists are joined by +, as in symptoms=pus+pain")
    infer.add_argument("--in", dest="source", type=Path, metavar="FILE", help="one profile a line, as JSON")
    infer.add_argument("--out", type=Path, metavar="FILE", help="one result a line, as JSON (default: the screen)")
    infer.add_argument("--workers", type=int, default=0, help="processes that share the work")
    infer.add_argument("--skip-bad", action="store_true", help="report bad lines and go on, instead of stopping")
    infer.set_defaults(run=_infer)
    for name, run, text in (
        ("why", _why, "the proof of one conclusion"),
        ("why-not", _why_not, "what keeps a conclusion from being reached"),
        ("what-if", _what_if, "the fewest answers that would flip a conclusion, or `level`"),
    ):
        command = commands.add_parser(name, help=text)
        command.add_argument("pack")
        command.add_argument("conclusion")
        command.add_argument("facts", nargs="*", metavar="fact=value")
        command.add_argument("--format", choices=("text", "json", "mermaid"), default="text")
        command.set_defaults(run=run)
    questions = commands.add_parser("questions", help="what to ask next")
    questions.add_argument("pack")
    questions.add_argument("facts", nargs="*", metavar="fact=value")
    questions.set_defaults(run=_questions)
    diff = commands.add_parser("diff", help="whose advice changes between two packs")
    diff.add_argument("old")
    diff.add_argument("new")
    diff.add_argument("--profiles", type=Path, required=True, metavar="FILE", help="one profile a line, as JSON")
    diff.set_defaults(run=_diff)
    return parser


def _folder(text: str) -> Path:
    path = Path(text)
    return path if path.is_dir() else built_in_folder() / text


def _validate(options: argparse.Namespace) -> int:
    from .lint import validate

    problems = validate(options.pack)
    for problem in problems:
        print(problem)
    print(f"{options.pack.name}: {len(problems)} problem(s)")
    return 1 if problems else 0


def _compile(options: argparse.Namespace) -> int:
    write_compiled(options.out, compile_folder(options.pack))
    return 0


def _infer(options: argparse.Namespace) -> int:
    kb = KnowledgeBase.load(options.pack)
    if options.source:
        return _infer_file(kb, options)
    print(json.dumps(kb.infer(read_facts(kb, options.facts)).to_dict(), indent=2, ensure_ascii=False))
    return 0


def _infer_file(kb: KnowledgeBase, options: argparse.Namespace) -> int:
    """Results line by line; with --out they appear only when the whole file went well."""
    bad = 0
    partial = options.out.with_name(options.out.name + ".part") if options.out else None
    with options.source.open("rb") as source, _writer(partial) as out:
        progress = Progress(options.source.stat().st_size, source.tell)
        for number, answer in enumerate(kb.infer_many(read_profiles(source), workers=options.workers), 1):
            progress.show(number)
            if isinstance(answer, Refusal):
                bad += 1
                print(f"{options.source}:{number} {answer.problem}", file=sys.stderr)
                if not options.skip_bad:
                    print("stopped there. Mend the line, or say --skip-bad", file=sys.stderr)
                    break
                continue
            out.write(json.dumps({"line": number, **answer.to_dict()}, ensure_ascii=False) + "\n")
        progress.done(bad)
    stopped = bool(bad) and not options.skip_bad
    if partial and stopped:
        partial.unlink()
    elif partial:
        partial.replace(options.out)
    return 1 if stopped else 0


def _writer(path: Path | None) -> AbstractContextManager[TextIO]:
    return path.open("w", encoding="utf-8") if path else nullcontext(sys.stdout)


def _why(options: argparse.Namespace) -> int:
    kb = KnowledgeBase.load(options.pack)
    return _show(options, kb.why(kb.infer(read_facts(kb, options.facts)), options.conclusion))


def _why_not(options: argparse.Namespace) -> int:
    kb = KnowledgeBase.load(options.pack)
    return _show(options, kb.why_not(kb.infer(read_facts(kb, options.facts)), options.conclusion))


def _what_if(options: argparse.Namespace) -> int:
    kb = KnowledgeBase.load(options.pack)
    return _show(options, kb.what_if(kb.infer(read_facts(kb, options.facts)), options.conclusion))


def _show(options: argparse.Namespace, told: Proof | WhyNot | WhatIf) -> int:
    if options.format == "json":
        print(json.dumps(told.to_dict(), indent=2, ensure_ascii=False))
    elif options.format == "mermaid":
        print(mermaid(told))
    else:
        print(told)
    return 0


def _questions(options: argparse.Namespace) -> int:
    kb = KnowledgeBase.load(options.pack)
    question = kb.next_question(kb.infer(read_facts(kb, options.facts)))
    if question is None:
        print("no answer can change the decision any more")
    else:
        print(f"{question.ask}\n  asks {', '.join(question.facts)}, because {question.reason}\n  decides {', '.join(question.decides)}")
    return 0


def _diff(options: argparse.Namespace) -> int:
    old, new = KnowledgeBase.load(options.old), KnowledgeBase.load(options.new)
    with options.profiles.open("rb") as lines:
        profiles = list(read_profiles(lines))
    changes = list(advice_changes(old, new, profiles))
    for change in changes:
        print(change)
    print(f"{old.pack.version} -> {new.pack.version}: advice changes for {len(changes)} of {len(profiles)} profiles")
    return 0


def read_facts(kb: KnowledgeBase, words: list[str]) -> dict[str, Any]:
    """Facts from ``fact=value`` words; values of list facts are joined by ``+``."""
    facts: dict[str, Any] = {}
    for word in words:
        name, _, value = word.partition("=")
        spec = kb.facts.get(name)
        if spec is not None and spec.type == "multi":
            facts[name] = value.split("+")
        elif spec is not None and spec.type == "int" and value.lstrip("-").isdigit():
            facts[name] = int(value)
        else:
            facts[name] = value
    return facts


if __name__ == "__main__":
    raise SystemExit(main())
