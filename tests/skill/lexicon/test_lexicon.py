"""What free words say: stated as present fires; denied, past and supposed do not."""

from __future__ import annotations

import pytest

from rules_core import KnowledgeBase
from skill.language import language
from skill.lexicon.lexicon import Lexicon

from ...work import calls_of


@pytest.fixture(scope="module")
def lexicon(kb: KnowledgeBase) -> Lexicon:
    return language().lexicon(kb.vocabulary())


HOT, SPREAD, RED, PAIN, PUS, ITCH = (f"symptoms.{value}" for value in ("hot_swollen", "spreading_red", "redness", "pain", "pus", "itch"))
FEVER, FLOPPY, FEEDING = "unwell.fever", "unwell.drowsy_floppy", "unwell.poor_feeding"
LID, EYELID, FACE, BLEED, GROW = "eye_signs.lid_swelling", "site.eyelid_skin", "site.face", "change.bleeding", "change.growing"
BREATH, SWELL = "allergy_signs.breathing_trouble", "allergy_signs.face_swelling"

STATED = [
    ("not sure maybe a bit of trouble breathing", {BREATH}),
    ("i might be having trouble breathing", {BREATH}),
    ("it is hot red and spreading", {HOT, RED, SPREAD}),
    ("it's HOT, red and spreading!", {HOT, RED, SPREAD}),
    ("it is hot red spreading and i have a fever", {HOT, RED, SPREAD, FEVER}),
    ("it looks infected", {HOT}),
    ("it feels as if it is hot", {HOT}),
    ("i think it's infected", {HOT}),
    ("it might be infected", {HOT}),
    ("no doubt it is infected", {HOT}),
    ("nothing but pus", {PUS}),
    ("my eyelid is red and swollen", {EYELID, LID, RED, HOT}),
    ("my eyelid is really quite swollen", {EYELID, LID, HOT}),
    ("swelling of my lips and i can't breathe", {SWELL, BREATH}),
    ("trouble breathing and my face is swelling", {BREATH, SWELL}),
    ("he won't wake up", {FLOPPY}),
    ("she is not feeding", {FEEDING}),
    ("it is not healing", {"change.not_healing"}),
    ("it isn't healing", {"change.not_healing"}),
    ("can't stop bleeding", {BLEED}),
    ("it won't stop bleeding", {BLEED}),
    ("it has gone hot and red", {HOT, RED}),
    ("had pus last week and it is hot", {HOT}),
    ("i read that lemon works and my cheek is hot", {FACE, HOT}),
    ("what can cause my face to swell", {SWELL}),
    ("some lady at work squeezed my bump it is hot", {"injury.picked", HOT}),
    ("it's not just red it's spreading", {RED, SPREAD}),
    ("not only is it hot but it oozes", {HOT, PUS}),
    ("when i woke up this morning my eyelid was swollen", {EYELID, LID, HOT}),
    ("i've had a fever since yesterday", {FEVER}),
    ("i have had a fever for two days", {FEVER}),
    ("i had a fever and it's still there", {FEVER}),
    ("i picked it last week and now it is hot", {"injury.picked", HOT}),
    ("i had a laser treatment last month", {"recent_skin_event.laser_peel"}),
    ("i had eczema as a child", {"skin_conditions.eczema"}),
    ("i'm scared because it is hot and oozing", {HOT, PUS}),
    ("what if it gets infected i have diabetes", {"immune_weak.yes"}),
    ("i can't see properly", {"eye_signs.vision_change"}),
    ("pain when i move my eye", {"eye_signs.pain_moving"}),
    ("the redness is spreading", {RED, SPREAD}),
    ("my husband has a fever", {"who.other", FEVER}),
    ("she just got a fever", {FEVER}),
    ("i could feel pus coming out", {PUS}),
    ("a fever of a hundred and one", {FEVER}),
    ("my eye is fine and the pain is on my cheek", {PAIN, FACE}),
    ("hot and swolen with yelow stuf coming out", {HOT, PUS}),
    ("my newborn has a fevr and is flopy", {"age_group.newborn", FEVER, FLOPPY}),
]


@pytest.mark.parametrize(("words", "expected"), STATED)
def test_stated_as_present(lexicon: Lexicon, words: str, expected: set[str]) -> None:
    assert {one.term.id for one in lexicon.find(words) if not one.denied} == expected


MIXED = [
    ("no fever but it is hot and spreading", {HOT, SPREAD}, {FEVER}),
    ("no fever, it is hot", {HOT}, {FEVER}),
    ("it is not normal it is hot", {HOT}, set()),
    ("it isn't hot but it is oozing", {PUS}, {HOT}),
    ("it's neither red nor swollen but it hurts", {PAIN}, {RED, HOT}),
    ("no redness my eyelid is swollen", {EYELID, LID, HOT}, {RED}),
    ("it doesn't itch but hurts", {PAIN}, {ITCH}),
    ("it's hot, not sore", {HOT}, {PAIN}),
    ("pus but no fever", {PUS}, {FEVER}),
    ("no bumps just redness", {RED}, set()),
    ("he has no appetite and is floppy", {FLOPPY}, set()),
    ("no energy and floppy", {FLOPPY}, set()),
    ("not well and feverish", {FEVER}, set()),
    ("no fever and spreading", {SPREAD}, {FEVER}),
    ("it stopped bleeding but it is growing", {GROW}, {BLEED}),
    ("the fever is gone but it is hot", {HOT}, {FEVER}),
    ("it's hot though not spreading and no fever", {HOT}, {SPREAD, FEVER}),
    ("i am not pregnant i'm breastfeeding", {"pregnancy.breastfeeding"}, {"pregnancy.pregnant"}),
    ("i'm pregnant not breastfeeding", {"pregnancy.pregnant"}, {"pregnancy.breastfeeding"}),
    ("i have no fever but my cheek is hot and red and it is spreading fast", {FACE, HOT, RED, SPREAD}, {FEVER}),
]


@pytest.mark.parametrize(("words", "stated", "denied"), MIXED)
def test_a_denial_ends_with_its_clause(lexicon: Lexicon, words: str, stated: set[str], denied: set[str]) -> None:
    found = lexicon.find(words)
    assert {one.term.id for one in found if not one.denied} == stated
    assert {one.term.id for one in found if one.denied} == denied


DENIED = [
    ("no fever or pus", {FEVER, PUS}),
    ("no fever and no pus", {FEVER, PUS}),
    ("no fever, pus, or redness", {FEVER, PUS, RED}),
    ("without pus or redness", {PUS, RED}),
    ("neither hot nor red", {HOT, RED}),
    ("not hot not red not sore", {HOT, RED, PAIN}),
    ("i never had a fever", {FEVER}),
    ("i don't have a fever", {FEVER}),
    ("i dont have any fever pus or pain", {FEVER, PUS, PAIN}),
    ("i don't think it's infected", {HOT}),
    ("i was told it is not infected", {HOT}),
    ("the fever is gone", {FEVER}),
    ("he is fever free", {FEVER}),
    ("there is no pus anymore", {PUS}),
    ("no longer hot", {HOT}),
    ("it stopped bleeding", {BLEED}),
    ("i can't see any pus", {PUS}),
    ("it doesn't hurt or itch", {PAIN, ITCH}),
]


@pytest.mark.parametrize(("words", "expected"), DENIED)
def test_denied(lexicon: Lexicon, words: str, expected: set[str]) -> None:
    found = lexicon.find(words)
    assert {one.term.id for one in found} == expected
    assert all(one.denied for one in found)


@pytest.mark.parametrize(
    "words",
    [
        "i had a fever last week",
        "it used to be red",
        "two weeks ago it was red",
        "last year it was infected",
        "it was red yesterday",
        "i had pus last year",
        "i had a laser treatment five years ago",
        "what if it gets infected",
        "i saw on tiktok that someone's face blew up",
        "i read that lips can swell",
        "in case it gets hot",
        "if it gets red and it spreads",
        "if i have a fever",
        "if the bump gets infected",
        "it might get infected",
        "worried about infection",
        "worried it will get infected",
        "not sure if it is swollen",
        "i don't know if i have a fever",
        "i have fewer bumps",
        "is it contagious",
        "sorry could you say that again",
        "i expected that the nurse would be here one day",
        "could retinol make my cheek swell up",
        "does it hurt",
        "can milia get infected",
        "do babies get fevers with milk spots",
        "is it true that lips can swell",
        "what does an infection look like",
        "the label warns about swelling of the lips",
        "suppose the cheek got red and hot",
        "what happens if the redness is spreading",
        "some girl on tiktok had pus and a fever",
        "back in school i fainted",
        "could you take it out",
        "i'm scared that it may start bleeding one day",
        "",
        "...",
        "42",
    ],
)
def test_past_supposed_or_nothing(lexicon: Lexicon, words: str) -> None:
    assert lexicon.find(words) == ()


@pytest.mark.parametrize("words", ["he has a fever over the last week", "fever for the past month", "a fever throughout the last week"])
def test_what_went_on_up_to_now_is_not_over(lexicon, words: str) -> None:
    assert [(one.term.id, one.denied) for one in lexicon.find(words)] == [(FEVER, False)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("i had pregnant last year", {"pregnancy.pregnant"}),
        ("i was pregnant last year but now i am breastfeeding", {"pregnancy.pregnant"}),
        ("i had a fever last week", {FEVER}),
        ("i had eczema as a child", set()),
        ("i had a laser treatment last month", set()),
        ("i was not pregnant last year", set()),
        ("i was pregnant last year and now i am pregnant", set()),
        ("what if i had been pregnant", set()),
        ("i am pregnant", set()),
        ("i had diabetes", set()),
    ],
)
def test_over(lexicon: Lexicon, words: str, expected: set[str]) -> None:
    """What was so once is told apart from what is, what lasts, and what never was."""
    assert {term.id for term in lexicon.read(words).over} == expected


def test_the_places_of_a_mention_tell_terms_of_the_same_words(lexicon: Lexicon) -> None:
    first, second = lexicon.find("sunburn and a fever")
    assert first.places != second.places


@pytest.mark.parametrize("words", ["hot " * 6, "my eye is red and swollen ", "zorbly flumtious grebbling "])
def test_ten_thousand_characters_take_work_in_proportion(lexicon: Lexicon, words: str) -> None:
    lexicon.find(f"warm up {words}")
    work = [calls_of(lambda said=words * often: lexicon.find(said)) for often in (100, 400)]
    assert work[1] < 8 * work[0]
