"""Nobody is told to stop a prescribed drug: by every word that can be said, and by what people who take drugs hear."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from readability import sentences

from rules_core import KnowledgeBase, Result

from .hearing import heard, texts
from .profiles import CLEAR, Facts

KB = KnowledgeBase.load("milia")

STOPS = re.compile(
    r"\b(stop|quit|pause|discontinue|leave (?:\S+ ){0,6}(?:out|off)|drop|come off|use no more|give up|make way|in place of|cut back"
    r"|do without)\b",
    re.IGNORECASE,
)
"""Words by which one is told to leave something off."""

DENIED = re.compile(r"\b(do not|don't|never|not|no need to|before you|ask \w+ before|without asking)\b[^.?!]*$", re.IGNORECASE)
"""What turns them round when it stands before them."""

DRUGS = re.compile(
    r"\b(medicine|medicines|drug|drugs|isotretinoin|steroid|cyclosporine|blood thinner|antibiotics?|tablets?|chemotherapy|prescribed)\b",
    re.IGNORECASE,
)

ASKED, CHOSEN, REACTION, PREGNANCY, OTHER = "asked", "chosen", "reaction", "pregnancy", "other"
REVIEWED = {
    # What is only being asked about is refused; nothing in use is meant.
    **dict.fromkeys((
        "avoid_active_sore_skin", "avoid_fragrance_allergy", "avoid_own_allergy", "avoid_salicylate_allergy",
        "avoid_retinoid_allergy", "avoid_bee_allergy",
        "avoid_scrub_product", "avoid_unlisted_for_now", "avoid_care_baby", "explain_product_unlisted", "explain_acids", "use_retinoid",
        "use_adapalene", "use_salicylic_acid", "use_azelaic_acid", "use_benzoyl_peroxide", "explain_product_plant_active",
        "avoid_care_child", "explain_stop_cosmetic",
    ), ASKED),
    # What people bought for themselves, and it says so, or says that prescribed products stay.
    **dict.fromkeys((
        "avoid_actives_irritated", "plan_roadmap_irritated", "explain_symptoms_irritation",
        "use_weekly_exfoliant",
        "explain_timeline_twelve_weeks", "explain_eyes", "explain_prevention_eye", "explain_product_heavy_near_eye", "explain_remedy_other",
        "explain_stop_medicine", "avoid_waxing_retinoid", "explain_waxing", "explain_how_often", "explain_symptoms_wound",
        "avoid_makeup_after_removal", "explain_stinging",
    ), CHOSEN),
    # Something on the skin that has just caused a reaction or a burn, with a call to a doctor.
    **dict.fromkeys((
        "see_same_day_hives", "see_same_day_burn", "see_same_day_raw_blisters", "see_emergency_allergy", "explain_allergy_watch",
        "explain_patch_test", "see_same_day_pregnancy_itch_all_over", "see_same_day_throat_itch",
    ), REACTION),
    # A retinoid on the skin in pregnancy: bought or prescribed, the guideline says to stop and to tell the prescriber.
    **dict.fromkeys((
        "see_doctor_soon_pregnancy_retinoid", "avoid_retinoid", "explain_stop_retinoid", "explain_pregnancy_care", "avoid_when_expecting",
    ), PREGNANCY),
    # No product at all, or no advice.
    **dict.fromkeys(("explain_lookalike_folliculitis", "explain_sounds_like_folliculitis", "explain_habit_sun"), OTHER),
    # Who asks what a retinoid does to a baby in the womb tells of a pregnancy by asking.
    "explain_unborn": OTHER, "explain_no_baby_hurt": OTHER,
}
"""Whatever says to leave something off, and why that is no prescribed drug; looked through by hand."""


def spoken() -> Iterator[tuple[str, str]]:
    """Every sentence that can be heard or shown, with the conclusion it belongs to."""
    for entry in KB.entries.values():
        text = entry.text
        for part in (text.say, text.because, text.hold, text.show, *text.more):
            yield from ((entry.id, sentence) for sentence in sentences(part or ""))


def told_to_stop(sentence: str) -> bool:
    """Whether a sentence says to leave something off, and does not say the contrary."""
    return any(not DENIED.search(sentence[: match.start()]) for match in STOPS.finditer(sentence))


def test_whatever_says_to_stop_has_been_looked_through() -> None:
    new = [f"{name}: {sentence}" for name, sentence in spoken() if told_to_stop(sentence) and name not in REVIEWED]
    assert not new, "\n".join(["look through and add to REVIEWED, or put it otherwise:", *new])


def test_the_list_of_what_was_looked_through_is_not_longer_than_needed() -> None:
    stopping = {name for name, sentence in spoken() if told_to_stop(sentence)}
    assert REVIEWED.keys() <= stopping, sorted(REVIEWED.keys() - stopping)


def test_no_sentence_that_names_a_drug_says_to_stop() -> None:
    stayed = re.compile(r"\b(stays?|keep what|keep using|call them)\b")
    found = [f"{name}: {one}" for name, one in spoken() if told_to_stop(one) and DRUGS.search(one) and not stayed.search(one)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("sentence", "stops"), [
    ("Stop the cream.", True), ("Do not stop it suddenly.", False), ("Never stop a medicine yourself.", False),
    ("Leave every retinoid out.", True), ("Call them before you stop.", False), ("You can pause the pills.", True),
])
def test_the_scan_tells_stop_from_do_not_stop(sentence: str, stops: bool) -> None:
    assert told_to_stop(sentence) is stops


DRUG_TAKERS: list[tuple[Facts, str]] = [
    ({"medicines": ["immunosuppressant"]}, "see_doctor_soon_medicine"), ({"medicines": ["cancer_drug"]}, "see_doctor_soon_medicine"),
    ({"medicines": ["ciclosporin", "unknown"]}, "see_doctor_soon_medicine"),
    ({"steroid_cream": "long_or_potent"}, "see_doctor_soon_steroid"),
    ({"medicines": ["isotretinoin_now"], "pregnancy": "pregnant"}, "see_same_day_isotretinoin"),
    ({"medicines": ["isotretinoin_now"], "pregnancy": "planning"}, "see_doctor_soon_isotretinoin"),
    ({"medicines": ["blood_thinner"]}, ""), ({"medicines": ["photosensitiser"]}, ""), ({"medicines": ["isotretinoin_now"]}, ""),
]
KEEPS = re.compile(r"keep taking|not stop|until you have talked to the doctor|before you try|as they told you", re.IGNORECASE)


@pytest.mark.parametrize(("facts", "flag"), DRUG_TAKERS, ids=str)
def test_who_takes_a_drug_is_told_to_keep_it_or_to_ask_and_never_to_stop(facts: Facts, flag: str) -> None:
    for topic in KB.facts["topic"].values:
        result = KB.infer({**CLEAR, **facts, "topic": topic})
        said = heard(result)
        names = (said.flag,) if said.flag else (*said.verdicts, *said.conditions, *said.steps)
        stopping = [name for name in names if any(map(told_to_stop, sentences(texts(KB, result, (name,)))))]
        assert all(REVIEWED[name] != PREGNANCY or may_be_told_about_pregnancy(result) for name in stopping), (topic, stopping)
        if flag and said.flag == flag:
            assert KEEPS.search(KB.text(flag).say)
    assert not flag or heard(KB.infer({**CLEAR, **facts, "topic": "symptoms"})).flag == flag


def may_be_told_about_pregnancy(result: Result) -> bool:
    """Whether the words on pregnancy may be heard: by whom they concern, or who asks for them."""
    return result.facts.get("pregnancy") in ("pregnant", "planning") or result.facts.get("topic") == "pregnancy_care"
