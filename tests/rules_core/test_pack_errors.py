"""Every way a pack can be wrong is refused at load, with file, line, problem and hint."""

import re
from pathlib import Path

import pytest

from rules_core import KnowledgeBase, PackError
from rules_core.__main__ import read_facts
from rules_core.authoring.lint import validate
from rules_core.packs import compile_folder

from .checks import checks

PLANTS = Path("examples/packs/plants/plants.yaml").read_text(encoding="utf-8")

FAULTS = {
    # name: (text to replace, replacement, expected in the message)
    "unknown top-level key": ("sources:\n", "source:\n", ["source", "[form]"]),
    "missing levels": ("levels: [watch, act_soon, act_now]\n", "", ["levels: is missing", "declare levels"]),
    "duplicate key": ("flowering, type: yes_no", "flowering, type: yes_no, type: enum", ["facts[flowering].type: the key 'type' appears twice", "keep one"]),
    "duplicate key in a rule": ("when: {leaf: yellow, soil: wet}", "when: {leaf: yellow, leaf: green}", ["plants.yaml:49 rules[wet_and_yellow].when.leaf: the key 'leaf' appears twice"]),
    "not yaml": ("leaf, type: enum", "leaf, type: [enum", ["is not YAML"]),
    "anchor": ("conclude: is_overwatered", "conclude: &a is_overwatered", ["uses an anchor"]),
    "tag": ("say: It is thirsty.", "say: !!binary aGk=", ["has the tag"]),
    "unknown fact": ("soil: wet}\n  then: {conclude: is_over", "soul: wet}\n  then: {conclude: is_over", ["'soul' is not declared", "did you mean 'soil'"]),
    "unknown value": ("{leaf: yellow, soil: wet}", "{leaf: yelow, soil: wet}", ["'leaf' cannot be 'yelow'", "did you mean 'yellow'"]),
    "unknown conclusion": ("when: {soil: wet}, then: {veto: use_feed}", "when: {soil: wet}, then: {veto: use_fed}", ["'use_fed' is not declared", "did you mean 'use_feed'"]),
    "concludes undeclared": ("conclude: is_thirsty", "conclude: is_thirst", ["'is_thirst' is not declared", "did you mean 'is_thirsty'"]),
    "unknown level": ("level: act_soon}\n- id: pests", "level: act_son}\n- id: pests", ["'act_son' is not a level", "act_soon"]),
    "unknown kind": ("kind: remedy\n", "kind: remedi\n", ["'remedi' is in no stratum", "did you mean 'remedy'"]),
    "unknown source": ("evidence: [{source: G1, grade: textbook}]}\n\nrules", "evidence: [{source: G2, grade: textbook}]}\n\nrules", ["'G2' is not in sources"]),
    "unknown score": ("{score: {hunger: {gte: 4}}}", "{score: {hungry: {gte: 4}}}", ["no rule adds to the score 'hungry'"]),
    "unknown comparison": ("{weeks_since_feed: {lt: 4}}", "{weeks_since_feed: {below: 4}}", ["'below' is not a comparison"]),
    "number out of range": ("{weeks_since_feed: {lt: 4}}", "{weeks_since_feed: {lt: 400}}", ["400 is outside 0 to 104"]),
    "number as text": ("{weeks_since_feed: {lt: 4}}", "{weeks_since_feed: {lt: four}}", ["'four' is not a whole number"]),
    "empty in": ("{pests: {in: [aphids, mites, gnats]}}", "{pests: {in: []}}", ["empty list can never hold"]),
    "empty any": ("{all: [{pests: aphids}, {pests: mites}]}", "{any: []}", ["needs a list of conditions"]),
    "looks ahead": ("when: {concluded: is_infested}, then", "when: {concluded: avoid_feed}, then", ["before what the rule looks at", "[order]"]),
    "self-negating": ("when: {vetoed: use_feed}", "when: {not: {concluded: avoid_feed}}", ["before what the rule looks at", "rules out circles", "[order]"]),
    "cyclic scores": ("{weeks_since_feed: {gte: 12}}", "{score: {hunger: {gte: 1}}}", ["in a circle"]),
    "contradicts itself": ("when: {leaf: yellow, soil: wet}", "when: {leaf: yellow, not: {leaf: yellow}}", ["can never hold", "[unreachable]"]),
    "duplicate rule": ("- id: dry_soil", "- id: wet_and_yellow", ["declared twice in rules", "the first stands at plants.yaml:"]),
    "duplicate conclusion": ("id: is_thirsty, kind", "id: is_overwatered, kind", ["declared twice in conclusions"]),
    "level without entry": ("levels: [watch,", "levels: [calm, watch,", ["no conclusion level_calm"]),
    "vetoed level": ("when: {soil: wet}, then: {veto: use_feed}", "when: {soil: wet}, then: {veto: level_watch}", ["vetoes the level", "levels only rise"]),
    "int without range": ("type: int, min: 0, max: 104", "type: int", ["needs min < max"]),
    "enum without values": ("type: enum, values: [wet, moist, dry]", "type: enum", ["has no values"]),
    "reserved fact name": ("id: flowering, type", "id: score, type", ["word of the rule language"]),
    "term of unknown fact": ("product.bug_spray", "produce.bug_spray", ["no fact 'produce'"]),
    "term twice": ("id: product.bug_spray", "id: product.tomato_food", ["stands twice"]),
    "bad derived": ("derived_from: product,", "derived_from: leaf,", ["cannot be derived from 'leaf'"]),
    "locale without text": ("rules:\n- id: wet_and", "translations:\n- {locale: de-DE, of: use_feed, say: Du kannst es gie\u00dfen.}\n\nrules:\n- id: wet_and", ["conclusions[is_thirsty]: has no text in de-DE", "[translation]"]),
    "translates nothing": ("rules:\n- id: wet_and", "translations:\n- {locale: de-DE, of: use_fed, say: Nein.}\n\nrules:\n- id: wet_and", ["translates 'use_fed', which says nothing"]),
    "bad id": ("- id: dry_soil", "- id: Dry-Soil", ["[form]"]),
    "bad version": ("version: 1.0.0", "version: one", ["[form]"]),
    "colliding names": ("id: flowering, type: yes_no,", "id: eye_face_378, type: yes_no}\n- {id: face_sun_146, type: yes_no,", ["facts[face_sun_146]", "same 32-bit hash as 'eye_face_378'", "rename one", "[collision]"]),
    "no then": ("  then: {level: act_now}\n- {id: pale", "  then: {}\n- {id: pale", ["[form]"]),
}


def write(tmp_path, text, name="plants.yaml"):
    (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return tmp_path


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_refused_with_its_place(name, tmp_path):
    old, new, expected = FAULTS[name]
    assert PLANTS.count(old) >= 1, "the fixture text changed: repair this test"
    with pytest.raises(PackError) as refused:
        KnowledgeBase.load(write(tmp_path, PLANTS.replace(old, new, 1)))
    text = str(refused.value)
    for piece in expected:
        assert piece in text
    for problem in refused.value.problems:
        assert problem.file.endswith(".yaml") and problem.line >= 1 and problem.problem
    assert re.search(r"plants\.yaml:\d+|pack\.yaml:\d+", text)


def test_line_and_rule_are_named_exactly(tmp_path):
    line = PLANTS.splitlines().index("- id: dry_soil") + 2
    broken = PLANTS.replace("when: {soil: dry,", "when: {sole: dry,")
    with pytest.raises(PackError) as refused:
        KnowledgeBase.load(write(tmp_path, broken))
    assert str(refused.value.problems[0]).startswith(f"plants.yaml:{line} rules[dry_soil].when.sole: the fact 'sole' is not declared")


def test_all_faults_are_reported_together(tmp_path):
    broken = PLANTS.replace("leaf: yellow, soil: wet}", "leaf: yelow, soil: wet}").replace("conclude: is_thirsty", "conclude: is_thirst")
    with pytest.raises(PackError) as refused:
        KnowledgeBase.load(write(tmp_path, broken))
    assert len(refused.value.problems) == 2


def test_more_than_sixty_alternatives_in_one_rule_are_refused(tmp_path):
    tests = ", ".join("{any: [{leaf: yellow}, {soil: wet}, {flowering: yes}]}" for _ in range(1))
    pairs = ", ".join(f"{{any: [{{weeks_since_feed: {n}}}, {{weeks_since_feed: {n + 50}}}]}}" for n in range(6))
    rule = f"- id: explodes\n  when: {{all: [{tests}, {pairs}]}}\n  then: {{level: watch}}\n"
    with pytest.raises(PackError, match=r"rules\[explodes\]\.when: multiplies out to more than 60 alternatives"):
        KnowledgeBase.load(write(tmp_path, PLANTS + rule))


def test_sixty_five_alternatives_on_one_fact_are_refused(tmp_path):
    values = ", ".join(f"v{n}" for n in range(65))
    text = PLANTS.replace("values: [none, aphids, mites, gnats]", f"values: [none, aphids, mites, gnats, {values}]")
    line = len(text.splitlines()) + 2
    rule = f"- id: too_many\n  when: {{pests: {{in: [{values}]}}}}\n  then: {{level: watch}}\n"
    with pytest.raises(PackError) as refused:
        KnowledgeBase.load(write(tmp_path, text + rule))
    assert str(refused.value).startswith(f"plants.yaml:{line} rules[too_many].when: multiplies out to more than 60 alternatives")


def test_sixty_five_alternatives_matching_at_once_spread_over_rulesets(tmp_path):
    extra = "".join(f"- {{id: many{n}, when: {{leaf: yellow}}, then: {{score: {{s{n}: 1}}}}}}\n" for n in range(200))
    kb = KnowledgeBase.load(write(tmp_path, PLANTS + extra))
    assert len(kb.infer({"leaf": "yellow"}).scores) >= 200


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"pack: {id: caf\xe9}\n", "is not UTF-8 at byte"),
        (b"- a\n- b\n", "must be a mapping at the top"),
        (b"", "is missing"),
        (b"\x00", "is not YAML"),
        (("a: " + "[" * 60 + "]" * 60).encode(), "nested deeper"),
        (("a: " + "[" * 5000 + "]" * 5000).encode(), "nested"),
        (b"omitted:\n" + b"- {claim: S001, reason: because it is so very long}\n" * 60_000, "more than 2,000,000"),
    ],
)
def test_unreadable_files(tmp_path, content, expected):
    with pytest.raises(PackError) as refused:
        KnowledgeBase.load(write(tmp_path, content))
    assert expected in str(refused.value)


def test_pack_of_ten_megabytes_is_refused(tmp_path):
    for number in range(6):
        write(tmp_path, b"#" + b"x" * 1_900_000, f"f{number}.yaml")
    with pytest.raises(PackError, match="more than 8,000,000"):
        KnowledgeBase.load(tmp_path)


def test_missing_pack_names_the_nearest():
    with pytest.raises(PackError, match="did you mean 'milia'"):
        KnowledgeBase.load("millia")


def test_empty_folder_and_missing_json(tmp_path):
    with pytest.raises(PackError, match="no such pack|holds no .yaml"):
        KnowledgeBase.load(tmp_path)
    with pytest.raises(PackError, match="cannot be read"):
        KnowledgeBase.load(tmp_path / "gone.json")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 99}', "[" * 100_000, "nonsense"])
def test_json_that_is_no_compiled_pack(tmp_path, text):
    path = tmp_path / "pack.json"
    path.write_text(text)
    with pytest.raises(PackError):
        KnowledgeBase.load(path)


LINTS = {
    "uncited": ("role: more, say: Do something today., evidence: [{source: G1, grade: textbook}]}", "role: more, say: Do something today.}", "is said without evidence"),
    "uncited known": ("url: null, status: seen", "url: null, status: known", "nobody has opened"),
    "unsaid": ("role: verdict, say: It is thirsty., ", "role: verdict, ", "nothing to say"),
    "unheld": ("  hold: Feeding may help, but not in wet soil and not while it has pests.\n", "", "no hold:"),
    "unread": ("role: verdict, say: It is thirsty., ", "role: silent, ", "no rule asks about it"),
    "unreachable rule": ("when: {vetoed: use_feed}", "when: {vetoed: is_infested}", "which no rule brings about"),
    "unreachable clash": ("when: {weeks_since_feed: {gte: 12}}", "when: {weeks_since_feed: {gte: 12, lt: 5}}", "no answer meets all its tests"),
    "unreachable list": ("{all: [{pests: aphids}, {pests: mites}]}", "{all: [{pests: aphids}, {pests: none}]}", "no answer meets all its tests"),
    "shadowed": ("- {id: anything,", "- {id: wet_too, when: {soil: wet, leaf: yellow, flowering: yes}, then: {level: act_now}}\n- {id: anything,", "never adds to rule 'wet_and_yellow'"),
    "contradictory": ("- {id: feed_refused, when: {vetoed: use_feed}", "- {id: feed_refused, when: {flowering: yes}", "stands together with 'avoid_feed' for: "),
    "contradictory through a conclusion": ("- {id: feed_refused, when: {vetoed: use_feed}", "- {id: feed_refused, when: {concluded: is_thirsty}", "stands together with 'avoid_feed' for: "),
    "contradictory through a score": ("- {id: feed_refused, when: {vetoed: use_feed}", "- {id: feed_refused, when: {score: {hunger: {gte: 3}}}", "stands together with 'avoid_feed' for: "),
    "gap": ("- {id: anything, when: always,", "- {id: anything, when: {flowering: yes},", "no level is reached for: "),
    "gap question": ("- {id: product, type: multi, scope: turn, values_from: vocabulary", "- {id: asked, type: enum, scope: turn, values: [weather]}\n- {id: product, type: multi, scope: turn, values_from: vocabulary", "asked=weather gets no answer"),
    "overdue": ("due: 2030-01-01", "due: 2026-01-01", "was due for a check on 2026-01-01"),
    "overdue unchecked": ("checked: {by: project, on: 2026-11-23, due: 2030-01-01, clinician: none yet}\n", "", "does not say when it was checked"),
    "unreachable": ("then: {conclude: is_thirsty, level: act_soon}", "then: {level: act_soon}", "no rule concludes it"),
}


@pytest.mark.parametrize("name", LINTS)
def test_lint_finds_its_fault_and_passes_the_good_pack(name, tmp_path):
    old, new, expected = LINTS[name]
    assert validate(Path("examples/packs/plants")) == []
    assert old in PLANTS
    problems = validate(write(tmp_path, PLANTS.replace(old, new, 1)))
    assert any(p.check == name.split()[0] and expected in p.problem for p in problems), problems


EACH_CHECK = {
    # check: (its bad fixture, where the message must point, a line of the bad pack that it must name)
    "form": ("bad id", "rules[Dry-Soil].id", "- id: Dry-Soil"),
    "unique": ("duplicate rule", "rules[wet_and_yellow]", "- id: wet_and_yellow"),
    "reference": ("unknown source", "conclusions[avoid_feed].evidence[0]", "- {id: avoid_feed"),
    "condition": ("unknown fact", "rules[wet_and_yellow].when.soul", "when: {leaf: yellow, soul: wet}"),
    "alternatives": ("explodes", "rules[explodes].when", "when: {all: ["),
    "order": ("looks ahead", "rules[pests_first].then", "- {id: pests_first"),
    "monotone": ("vetoed level", "rules[wet_soil_no_feed].then.veto", "- {id: wet_soil_no_feed"),
    "translation": ("locale without text", "conclusions[is_thirsty]", "- {id: is_thirsty"),
    "collision": ("colliding names", "facts[face_sun_146]", "- {id: face_sun_146"),
    "unreachable": ("unreachable", "conclusions[is_thirsty]", "- {id: is_thirsty"),
    "shadowed": ("shadowed", "rules[wet_too].when", "- {id: wet_too"),
    "contradictory": ("contradictory", "conclusions[use_feed]", "- id: use_feed"),
    "gap": ("gap", "rules[pale_leaf]", "- {id: pale_leaf"),
    "uncited": ("uncited", "conclusions[level_act_now]", "- {id: level_act_now"),
    "unsaid": ("unsaid", "conclusions[is_thirsty]", "- {id: is_thirsty"),
    "unheld": ("unheld", "conclusions[use_feed]", "- id: use_feed"),
    "unread": ("unread", "conclusions[is_thirsty]", "- {id: is_thirsty"),
    "overdue": ("overdue", "conclusions[level_watch]", "- {id: level_watch"),
}
EXPLODES = ("- id: wet_and_yellow", "- id: explodes\n  when: {all: [" + "{any: [{leaf: yellow}, {soil: wet}]}, " * 7 + "{any: [{leaf: brown}, {soil: dry}]}]}\n"
            "  then: {level: watch}\n- id: wet_and_yellow")


def test_each_check_has_a_fixture_here():
    assert set(EACH_CHECK) == checks(), "a check came or went: give it a good and a bad fixture"


@pytest.mark.parametrize("check", EACH_CHECK)
def test_each_check_names_file_line_problem_and_way_out(check, tmp_path):
    name, where, at = EACH_CHECK[check]
    old, new, *_ = {**FAULTS, **LINTS, "explodes": EXPLODES}[name]
    text = PLANTS.replace(old, new, 1)
    found = [p for p in validate(write(tmp_path, text)) if p.check == check]
    assert found, "the check does not fire"
    first = next(p for p in found if p.where == where)
    assert first.file == "plants.yaml" and at in text.splitlines()[first.line - 1]
    assert all(p.problem and p.hint for p in found)


@pytest.mark.parametrize("name", ["contradictory", "contradictory through a conclusion", "contradictory through a score", "gap"])
def test_a_counter_example_is_a_profile_for_which_it_is_so(name, tmp_path):
    old, new, _ = LINTS[name]
    problem = next(p for p in validate(write(tmp_path, PLANTS.replace(old, new, 1))) if p.check == name.split()[0])
    compiled = compile_folder(tmp_path)
    facts = read_facts(kb := KnowledgeBase(compiled), problem.problem.split(" for: ")[1].split(", "))
    result = kb.infer(facts)
    if name == "gap":
        assert result.level is None
    else:
        assert "use_feed" in result and "avoid_feed" in result
