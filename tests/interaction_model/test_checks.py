"""Every check lets a good model pass and names what is wrong with a bad one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from interaction_model import check_words, checks

Model = dict[str, Any]


def language(model: Model) -> Model:
    found: Model = model["interactionModel"]["languageModel"]
    return found


def brew(model: Model) -> Model:
    found: Model = language(model)["intents"][0]
    return found


def note(model: Model) -> Model:
    found: Model = language(model)["intents"][1]
    return found


def tea_type(model: Model) -> Model:
    found: Model = language(model)["types"][1]
    return found


def invoke(name: str) -> Callable[[Model], None]:
    return lambda model: language(model).update(invocationName=name)


def say(sample: str) -> Callable[[Model], None]:
    return lambda model: brew(model)["samples"].append(sample)


def noted(sample: str) -> Callable[[Model], None]:
    return lambda model: note(model)["samples"].append(sample)


def slot(name: str, kind: str) -> Callable[[Model], None]:
    return lambda model: brew(model)["slots"].append({"name": name, "type": kind})


def value(identifier: str, *says: str) -> Callable[[Model], None]:
    added = {"id": identifier, "name": {"value": says[0], "synonyms": list(says[1:])}}
    return lambda model: tea_type(model)["values"].append(added)


def intent(name: str, **rest: Any) -> Callable[[Model], None]:
    return lambda model: language(model)["intents"].append({"name": name, "samples": [], **rest})


def prompts(model: Model) -> list[Model]:
    found: list[Model] = model["interactionModel"]["prompts"]
    return found


def dialog(model: Model) -> Model:
    found: Model = model["interactionModel"]["dialog"]["intents"][0]
    return found


TEA_SLOT = [{"name": "tea", "type": "TEA"}]
BAD = [
    (check_words.invocation_name, invoke("tea"), "at least two words"),
    (check_words.invocation_name, invoke("Tea Corner"), "lower-case letters"),
    (check_words.invocation_name, invoke("tea 4 two"), "lower-case letters"),
    (check_words.invocation_name, invoke("alexa tea"), "'alexa' is not allowed"),
    (check_words.invocation_name, invoke("tea skill"), "'skill' is not allowed"),
    (check_words.invocation_name, invoke("open tea corner"), "'open' is not allowed"),
    (check_words.invocation_name, invoke("tea with friends"), "'with' is not allowed"),
    (check_words.invocation_name, invoke("the tea"), "'the' is not allowed"),
    (check_words.sample_characters, say("brew {tea}, please"), "lower-case letters"),
    (check_words.sample_characters, say("brew {tea}?"), "lower-case letters"),
    (check_words.sample_characters, say("Brew {tea}"), "lower-case letters"),
    (check_words.sample_characters, say("brew 2 {tea}"), "lower-case letters"),
    (check_words.sample_characters, say("brew  {tea}"), "single spaces"),
    (check_words.sample_characters, say(" brew {tea}"), "single spaces"),
    (check_words.sample_characters, say("brew " * 50 + "{tea}"), "longer than 200"),
    (check_words.sample_characters, lambda model: brew(model)["slots"][0]["samples"].append("{tea}!"), "lower-case letters"),
    (check_words.search_query, noted("{words}"), "without a carrier phrase"),
    (check_words.search_query, noted("note {words} for {who}"), "beside another slot"),
    (check_words.search_query, lambda model: note(model)["slots"].append({"name": "more", "type": "AMAZON.SearchQuery"}), "more than one"),
    (check_words.surfaces, value("tea.mint", "mint & honey"), "cannot be said"),
    (check_words.surfaces, value("tea.mint", "Mint Tea"), "cannot be said"),
    (check_words.surfaces, value("tea.mint", "mint " * 30 + "tea"), "too long"),
    (check_words.surfaces, value("t" * 101, "mint tea"), "longer than 100"),
    (check_words.surfaces, value("tea.mint", "mint tea", "mint tea"), "is there 2 times"),
    (check_words.surfaces, value("tea.mint", "mint tea", "Matcha".lower()), "'matcha' is said for tea.green and for tea.mint"),
    (check_words.surfaces, value("tea.mint", "green-tea"), "'green-tea' is said for tea.green and for tea.mint"),
    (check_words.samples_unique, say("brew {tea}"), "sample 'brew {tea}' is there 2 times"),
    (check_words.no_conflicts, intent("ColdIntent", samples=["pour {tea}"], slots=TEA_SLOT), "is said by BrewIntent ('pour {tea}')"),
    (check_words.enough_samples, intent("ColdIntent", samples=["cold"]), "ColdIntent: 1 samples"),
    (checks.names, intent("Brew2Intent"), "letters and underscores only"),
    (checks.names, slot("tea_2", "TEA"), "slot 'tea_2'"),
    (checks.names, lambda model: language(model)["types"].append({"name": "my type", "values": []}), "type 'my type'"),
    (checks.slots_declared_and_used, say("brew {coffee}"), "{coffee} is not declared"),
    (checks.slots_declared_and_used, slot("cup", "POT"), "slot 'cup' is in no sample"),
    (checks.slots_declared_and_used, say("{tea} or {tea}"), "a slot twice"),
    (checks.types_defined, slot("cake", "CAKE"), "type CAKE is used and not defined"),
    (checks.types_defined, lambda model: language(model)["types"].append({"name": "CAKE", "values": []}), "CAKE is defined and not used"),
    (checks.types_defined, lambda model: tea_type(model).update(values=[]), "type TEA has no value"),
    (checks.ids_unique, intent("BrewIntent"), "intent 'BrewIntent' is there 2 times"),
    (checks.ids_unique, slot("tea", "TEA"), "BrewIntent: slot 'tea' is there 2 times"),
    (checks.ids_unique, value("tea.green", "gunpowder"), "TEA: value id 'tea.green' is there 2 times"),
    (checks.ids_unique, lambda model: language(model)["types"].append(tea_type(model)), "type 'TEA' is there 2 times"),
    (checks.ids_unique, lambda model: prompts(model).append(prompts(model)[0]), "prompt 'Elicit.Slot.BrewIntent.tea' is there 2 times"),
    (checks.built_ins, lambda model: language(model)["intents"].pop(), "AMAZON.FallbackIntent is missing"),
    (checks.built_ins, intent("AMAZON.YesIntent", slots=[{"name": "tea", "type": "TEA"}]), "takes no slots"),
    (checks.built_ins, lambda model: language(model)["intents"][-1]["samples"].append("huh"), "cannot be extended"),
    (checks.dialog_complete, lambda model: prompts(model).clear(), "prompt Elicit.Slot.BrewIntent.tea does not exist"),
    (checks.dialog_complete, lambda model: prompts(model)[0].update(id="other"), "prompt other is not used"),
    (checks.dialog_complete, lambda model: prompts(model)[0].update(variations=[]), "has no words"),
    (checks.dialog_complete, lambda model: dialog(model)["slots"].pop(), "its slots are not those of the intent"),
    (checks.dialog_complete, lambda model: dialog(model)["slots"][0].update(prompts={}), "no prompt to elicit it"),
    (checks.limits, lambda model: language(model)["intents"].extend([{"name": "X"}] * 251), "at most 250"),
    (checks.limits, say("brew " * 400_000), "at most 1500000"),
]


def test_a_good_model_has_no_problems(tea: Model) -> None:
    assert checks.problems(tea) == []


@pytest.mark.parametrize("check", [*checks.CHECKS, check_words.no_conflicts], ids=lambda check: check.__name__)
def test_every_check_is_shown_to_object(check: Any) -> None:
    assert any(bad[0] is check for bad in BAD)


@pytest.mark.parametrize(("check", "spoil", "message"), BAD)
def test_a_bad_model_is_told_what_is_wrong(tea: Model, check: Any, spoil: Callable[[Model], Any], message: str) -> None:
    spoil(tea)
    found = list(check(tea))
    assert any(message in problem for problem in found), found
    assert checks.problems(tea)


def test_intents_that_mean_the_same_may_share_a_sentence(tea: Model) -> None:
    intent("ColdIntent", samples=["pour {tea}"], slots=TEA_SLOT)(tea)
    assert list(check_words.no_conflicts(tea, [frozenset(("BrewIntent", "ColdIntent"))])) == []
    assert list(check_words.no_conflicts(tea, [frozenset(("BrewIntent", "NoteIntent"))]))


def test_a_sample_of_two_intents_is_found_under_other_slot_names_and_contractions(tea: Model) -> None:
    brew(tea)["samples"] += ["i'd say it's {tea}", "what's in {pot}"]
    copy = {"name": "GuessIntent", "slots": [{"name": "guess", "type": "TEA"}], "samples": ["i'd say it is {guess}", "what is in it"]}
    language(tea)["intents"].append(copy)
    assert list(check_words.samples_unique(tea)) == ["\"i'd say it is {TEA}\" is a sample of BrewIntent and of GuessIntent"]


def test_a_name_may_have_a_digit_in_it(tea: Model) -> None:
    value("tea.oolong", "oolong b12")(tea)
    assert list(check_words.surfaces(tea)) == []


def test_spellings_of_one_value_may_read_alike(tea: Model) -> None:
    value("tea.english", "e. b. t.", "e b t")(tea)
    assert list(check_words.surfaces(tea)) == []
