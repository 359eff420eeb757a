"""Files of profiles, records, versions: nothing is lost, everything can be replayed."""

import gc
import itertools
import json
import multiprocessing
import random
import re
import sys
import threading
import tracemalloc
from pathlib import Path

import pytest

from rules_core import KnowledgeBase, LiveKnowledgeBase, PackError, Refusal, ReplayError, WorkerError
from rules_core.__main__ import main
from rules_core.diff import advice_changes
from rules_core.kernel import Engine
from rules_core.progress import Progress

PLANTS = Path("examples/packs/plants/plants.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def kb():
    return KnowledgeBase.load("examples/packs/plants")


def profiles(count):
    rng = random.Random(4)
    return [{"leaf": rng.choice(["green", "yellow", "unknown"]), "soil": rng.choice(["wet", "dry", "moist"])} for _ in range(count)]


def write_lines(path, items):
    path.write_text("".join(item + "\n" for item in items), encoding="utf-8")
    return str(path)


def test_stream_is_lazy_and_in_order(kb):
    taken = []

    def source():
        for facts in profiles(1_000):
            taken.append(facts)
            yield facts

    stream = kb.infer_many(source())
    first = next(stream)
    assert len(taken) == 1 and first.facts["leaf"] == taken[0]["leaf"]
    assert len(list(stream)) == 999


def test_refusals_keep_their_number(kb):
    answers = list(kb.infer_many([{"leaf": "green"}, {"leef": 1}, None, {"leaf": "yellow"}]))
    assert [isinstance(answer, Refusal) for answer in answers] == [False, True, True, False]
    assert answers[1].number == 2 and "did you mean 'leaf'" in answers[1].problem
    assert answers[2].number == 3


def test_workers_give_the_same_bytes(kb):
    items = [*profiles(900), {"leef": 1}, {"pests": ["mites"], "product": ["tomato_food"]}]
    alone = [a if isinstance(a, Refusal) else a.to_dict() for a in kb.infer_many(items)]
    shared = [a if isinstance(a, Refusal) else a.to_dict() for a in kb.infer_many(items, workers=2)]
    assert alone == shared


def test_workers_read_only_a_little_ahead(kb):
    taken = []

    def source():
        for facts in profiles(4_000):
            taken.append(facts)
            yield facts

    stream = kb.infer_many(source(), workers=2)
    next(stream)
    assert len(taken) <= 200 * (2 * 3 + 1)
    stream.close()


def test_a_worker_that_dies_is_told_not_waited_for(kb):
    stream = kb.infer_many(itertools.repeat({"leaf": "yellow"}), workers=2)
    next(stream)
    victim = next(iter(multiprocessing.active_children()))
    victim.kill()
    with pytest.raises(WorkerError, match="run again"):
        for _ in stream:
            pass


def test_memory_stays_the_same_however_long_the_file_is(tmp_path):
    peaks = []
    for count in (200, 2_000):
        source = write_lines(tmp_path / f"{count}.jsonl", [json.dumps(p) for p in profiles(count)])
        gc.collect()
        tracemalloc.start()
        try:
            assert main(["infer", "examples/packs/plants", "--in", source, "--out", str(tmp_path / "out")]) == 0
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
        assert len((tmp_path / "out").read_text().splitlines()) == count
    assert peaks[1] - peaks[0] < 200_000, f"{peaks}: an answer kept takes more than 1,000 bytes"


def test_the_progress_bar_shows_how_far_the_file_is_read(monkeypatch, capsys):
    at = iter(range(0, 2_001, 500))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    progress = Progress(2_000, lambda: next(at))
    for number in range(1, 1_501):
        progress.show(number)
    progress.done(2)
    told = capsys.readouterr().err
    assert f"[{'#' * 7:<30}]  25% 1,000 profiles" in told and told.endswith(f"\r1,500 profiles, 2 refused{' ' * 30}\n")


def test_restored_results_explain_themselves(kb):
    result = list(kb.infer_many([{"leaf": "yellow", "soil": "wet"}] * 3, workers=2))[1]
    assert str(kb.why(result, "is_overwatered")) == str(kb.why(kb.infer({"leaf": "yellow", "soil": "wet"}), "is_overwatered"))


def test_command_line_file_of_profiles(tmp_path, capsys):
    source = write_lines(tmp_path / "in.jsonl", [json.dumps(p) for p in profiles(50)])
    out = tmp_path / "out.jsonl"
    assert main(["infer", "examples/packs/plants", "--in", source, "--out", str(out)]) == 0
    lines = [json.loads(line) for line in out.read_text().splitlines()]
    assert [line["line"] for line in lines] == list(range(1, 51)) and lines[0]["pack"]["id"] == "plants"
    assert "50 profiles, 0 refused" in capsys.readouterr().err


BAD_LINES = [
    '{"leaf": "gren"}', "{", "[1]", "", '{"leaf": NaN}', '{"leaf": "green", "leaf": "yellow"}', "1" * 5_000,
    '{"pests": ' + "[" * 100_000 + "}",
]


@pytest.mark.parametrize("bad", BAD_LINES)
def test_command_line_bad_line_stops_or_is_skipped_but_is_told(tmp_path, capsys, bad):
    source = write_lines(tmp_path / "in.jsonl", ['{"leaf": "green"}', bad, '{"leaf": "yellow"}'])
    out = tmp_path / "out.jsonl"
    assert main(["infer", "examples/packs/plants", "--in", source, "--out", str(out)]) == 1
    assert not out.exists() and not list(tmp_path.glob("*.part"))
    assert "in.jsonl:2 " in capsys.readouterr().err
    assert main(["infer", "examples/packs/plants", "--in", source, "--out", str(out), "--skip-bad"]) == 0
    assert [json.loads(line)["line"] for line in out.read_text().splitlines()] == [1, 3]
    told = capsys.readouterr().err
    assert "in.jsonl:2 " in told and "3 profiles, 1 refused" in told


def test_missing_files_are_told_plainly(tmp_path, capsys):
    assert main(["infer", "examples/packs/plants", "--in", str(tmp_path / "gone")]) == 1
    assert "No such file" in capsys.readouterr().err


def test_record_is_replayed_to_the_same_bytes(kb):
    for facts in profiles(50):
        record = json.loads(json.dumps(kb.infer({**facts, "product": ["tomato_food"]}).to_dict()))
        assert json.dumps(kb.replay(record).to_dict()) == json.dumps(record)


def test_record_of_another_version_is_refused(kb, tmp_path):
    (tmp_path / "plants.yaml").write_text(PLANTS.replace("Do something today.", "Act today."), encoding="utf-8")
    other = KnowledgeBase.load(tmp_path)
    assert other.pack.hash != kb.pack.hash
    with pytest.raises(ReplayError, match="made by plants 1.0.0"):
        other.replay(kb.infer({"leaf": "green"}).to_dict())


def test_hash_ignores_comments_and_layout(kb, tmp_path):
    (tmp_path / "plants.yaml").write_text("# another remark\n\n" + PLANTS, encoding="utf-8")
    assert KnowledgeBase.load(tmp_path).pack.hash == kb.pack.hash


def test_compiled_json_is_the_same_pack(kb, tmp_path):
    out = tmp_path / "plants.json"
    assert main(["compile", "examples/packs/plants", "--out", str(out)]) == 0
    assert KnowledgeBase.load(out).pack == kb.pack


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A package on the path that holds packs, and whose code must not run."""
    home = tmp_path / "plant_lore"
    (home / "packs" / "plants").mkdir(parents=True)
    (home / "__init__.py").write_text("raise AssertionError('the code of a package of packs was run')")
    (home / "packs" / "plants" / "plants.yaml").write_text(PLANTS, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return home


def test_a_pack_comes_from_an_installed_package_as_data(kb, installed, capsys):
    assert KnowledgeBase.load("plant_lore:packs/plants").pack == kb.pack
    assert main(["validate", "plant_lore:packs/plants"]) == 0
    assert main(["compile", "plant_lore:packs/plants", "--out", str(installed / "packs" / "ready.json")]) == 0
    assert KnowledgeBase.load("plant_lore:packs/ready").pack == kb.pack
    assert main(["questions", "plant_lore:packs/ready", "leaf=yellow"]) == 0
    assert "How does the soil feel?" in capsys.readouterr().out


@pytest.mark.parametrize(("name", "message"), [
    ("plant_lore:packs/trees", "the package 'plant_lore' holds no pack 'packs/trees'; give the path inside it"),
    ("plant_lore:../secret", "holds no pack"),
    ("no_such_lore:plants", "there is no package 'no_such_lore'; install it"),
    ("json:decoder", "holds no pack"),
    ("__main__:plants", "there is no package '__main__'"),
    ("plant_lore:packs", "holds no pack 'packs'"),
])
def test_a_pack_that_no_package_holds(installed, name, message):
    (installed.parent / "secret.json").write_text("{}")
    with pytest.raises(PackError, match=re.escape(message)):
        KnowledgeBase.load(name)


def test_diff_lists_whose_advice_changes(kb, tmp_path, capsys):
    text = PLANTS.replace("when: {soil: wet}, then: {veto: use_feed}", "when: {soil: moist}, then: {veto: use_feed}")
    text = text.replace("It is thirsty.", "It wants water.")
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "plants.yaml").write_text(text, encoding="utf-8")
    items = [{"soil": "moist", "pests": ["none"], "product": ["tomato_food"]}, {"soil": "dry", "leaf": "brown"}, {"leaf": "green"}]
    changes = list(advice_changes(kb, KnowledgeBase.load(tmp_path / "new"), items))
    assert [change.number for change in changes] == [1, 2]
    assert "- use_feed" in str(changes[0]) and "+ use_feed vetoed" in str(changes[0]) and "~ is_thirsty reworded" in str(changes[1])
    source = write_lines(tmp_path / "p.jsonl", [json.dumps(item) for item in items])
    assert main(["diff", "examples/packs/plants", str(tmp_path / "new"), "--profiles", source]) == 0
    assert "advice changes for 2 of 3 profiles" in capsys.readouterr().out


def living_engines():
    gc.collect()
    return sum(isinstance(item, Engine) and item._finalizer.alive for item in gc.get_objects())


def edition(number):
    """The pack with another title, and the level that its title promises for an overwatered plant."""
    level = ("watch", "act_soon", "act_now")[number % 3]
    text = PLANTS.replace("title: What ails a pot plant", f"title: {level} {number}")
    return text.replace("conclude: is_overwatered, level: act_now", f"conclude: is_overwatered, level: {level}")


def test_reload_swaps_without_a_leak_or_a_wrong_answer_in_flight(tmp_path):
    path = tmp_path / "plants.yaml"
    path.write_text(edition(0), encoding="utf-8")
    before = living_engines()
    live = LiveKnowledgeBase(tmp_path)
    wrong, seen, stop = [], set(), threading.Event()

    def ask():
        while not stop.is_set():
            base = live.current
            result = base.infer({"leaf": "yellow", "soil": "wet"})
            seen.add(base.pack.title)
            if result.level != base.pack.title.split()[0] or result.pack != base.pack or base.engine_faults:
                wrong.append((base.pack, result))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(1, 21):
        path.write_text(edition(number), encoding="utf-8")
        assert live.reload() is True and live.reload() is False
    stop.set()
    for thread in threads:
        thread.join()
    assert wrong == [] and len(seen) > 10
    assert living_engines() - before == 1, "old engines are kept"


def test_reload_of_a_broken_pack_keeps_the_good_one(tmp_path):
    path = tmp_path / "plants.yaml"
    path.write_text(PLANTS, encoding="utf-8")
    live = LiveKnowledgeBase(tmp_path)
    path.write_text("broken: [", encoding="utf-8")
    with pytest.raises(PackError):
        live.reload()
    assert live.current.infer({"leaf": "yellow", "soil": "wet"}).level == "act_now"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["infer", "examples/packs/plants", "leaf=yellow", "soil=wet"], '"level": "act_now"'),
        (["why", "examples/packs/plants", "is_overwatered", "leaf=yellow", "soil=wet"], "by wet_and_yellow"),
        (["why", "examples/packs/plants", "is_overwatered", "leaf=yellow", "soil=wet", "--format", "json"], '"rule": "wet_and_yellow"'),
        (["why", "examples/packs/plants", "is_overwatered", "leaf=yellow", "soil=wet", "--format", "mermaid"], "flowchart LR"),
        (["why-not", "examples/packs/plants", "is_thirsty", "soil=wet"], "soil is wet, needs dry"),
        (["why-not", "examples/packs/plants", "is_thirsty", "soil=wet", "--format", "mermaid"], "dry_soil needs dry"),
        (["what-if", "examples/packs/plants", "level", "leaf=yellow", "soil=wet"], "->"),
        (["what-if", "examples/packs/plants", "is_thirsty", "leaf=brown", "--format", "mermaid"], "soil = dry"),
        (["questions", "examples/packs/plants", "leaf=green", "weeks_since_feed=3", "pests=mites+aphids"], "no answer can change"),
        (["questions", "examples/packs/plants", "leaf=yellow"], "How does the soil feel?"),
        (["validate", "examples/packs/plants"], "0 problem(s)"),
    ],
)
def test_commands(arguments, expected, capsys):
    assert main(arguments) == 0
    assert expected in capsys.readouterr().out


def test_commands_refuse_plainly(capsys):
    assert main(["infer", "examples/packs/plants", "leef=green"]) == 1
    assert "did you mean 'leaf'" in capsys.readouterr().err
    assert main(["why", "no_such_pack", "x"]) == 1
    assert "there is no such pack" in capsys.readouterr().err
