"""The measure of the words: syllables, sentences, grade, glossary."""

import pytest
from readability import GLOSSARY_FILE, glossary, grade, longest_sentence, sentences, spoken, syllables, words
from ruamel.yaml import YAML

SYLLABLES = {
    1: "skin milk white bump bumps year clear pops freeze kept lids scars burn eyes eye tried dried squeezed bruise tongue plaque",
    2: "baby doctor needle gently harmless little freezes washes eyelid blister quiet being today people trying liquid fluid pimples "
    "handled settled safety layer causes acne patient really rarely lion create react sunscreen completes timeline",
    3: "infection sensitive together anyone family animal remember opening retinol vitamin tomorrow medicine usual idea area"
    " pharmacist radio medium",
    4: "emergency ingredients especially information usually diabetes",
    5: "dermatology immediately",
}


@pytest.mark.parametrize(("count", "listed"), list(SYLLABLES.items()))
def test_syllables_of_known_words(count: int, listed: str) -> None:
    wrong = {word: syllables(word) for word in listed.split() if syllables(word) != count}
    assert not wrong


def test_figures_and_abbreviations_count_sign_by_sign() -> None:
    assert [syllables(word) for word in ("30", "7", "FDA", "UV", "A", "I")] == [2, 1, 3, 2, 1, 1]


def test_sentences_end_with_a_full_stop_question_or_exclamation_mark_only() -> None:
    assert sentences("One. Two? Three! Four: five; six") == ("One.", "Two?", "Three!", "Four: five; six")
    assert sentences('He said "stop." Then left.') == ('He said "stop.', "Then left.")
    assert sentences("") == ()


def test_words_leave_out_signs_and_split_compounds() -> None:
    assert words("Don't use non-comedogenic creams, ever.") == ("Don't", "use", "non", "comedogenic", "creams", "ever")


def test_a_placeholder_is_read_as_its_fallback() -> None:
    assert spoken("Leave {ingredient:retinoid|a retinoid} out. Is {ingredient} fine?") == "Leave a retinoid out. Is it fine?"


def test_grade_is_the_published_formula() -> None:
    text = "The cat sat on the mat. It was a good cat."
    assert grade(text) == pytest.approx(0.39 * 11 / 2 + 11.8 * 11 / 11 - 15.59)
    assert grade("") == 0.0


def test_a_glossary_term_counts_for_its_stated_syllables() -> None:
    text = "A dermatologist can help."
    assert grade(text, {"dermatologist": 2}) == pytest.approx(grade(text) - 11.8 * 3 / 4)


def test_longest_sentence() -> None:
    assert longest_sentence("One two three. One.") == 3
    assert longest_sentence("") == 0


def test_every_glossary_term_is_explained_and_counts_for_no_more_than_it_sounds() -> None:
    entries = YAML(typ="safe").load(GLOSSARY_FILE.read_text(encoding="utf-8"))["terms"]
    assert len(glossary()) >= len(entries) > 50
    for entry in entries:
        assert entry["counts"] in (1, 2)
        assert entry["means"] and entry["term"] not in entry["means"].split(), entry["term"]
        assert syllables(entry["term"]) >= entry["counts"], entry["term"]


def test_no_everyday_word_hides_in_the_glossary() -> None:
    assert not {"medicine", "infection", "allergy", "allergic", "procedure", "doctor", "usually", "immediately"} & set(glossary())
