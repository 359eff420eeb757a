"""How hard a text is to follow by ear: sentences, words, syllables and the US school grade.

The grade is the Flesch-Kincaid formula, 0.39 x words per sentence + 11.8 x syllables per word - 15.59.
Syllables are groups of vowels, less silent endings; a short table holds the common words this gets wrong.
Terms that cannot be avoided stand in a glossary with a plain explanation and the syllables they count for.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from ruamel.yaml import YAML

GLOSSARY_FILE = Path(__file__).with_name("glossary.yaml")

_PLACEHOLDER = re.compile(r"\{[^}|]*(?:\|([^}]*))?\}")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')]*\s+|\n+")
_WORD = re.compile(r"[A-Za-z0-9]+(?:['’][A-Za-z]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?<=[^aeiouy])(?:e|es|ed)$|(?<=[gq])ues?$|(?<=[^aeiouylg])e(?=(?:ly|ful|less|ment|time)$)")
_SOUNDED_END = re.compile(r"(?:[^aeiouylrw]l(?:e|es|ed)|[td]ed|(?:[cgsxz]|ch|sh)es)$")
# Two vowels that are said apart: lay-er, me-di-um, qui-et, be-ing, cre-ate, du-al, re-act, in-gre-di-ent.
_APART = re.compile(
    r"[aeo]y(?=[aeiou])|(?<![cgnstx])i[ao](?!u)|cia(?=t)|(?<![gq])ui?e(?:t|l)|iu|[eouy]ing|crea(?!m|s)|[^gq]ua[lt]|ie(?:t|nc|r$)"
    r"|[dr]ient|rea(?:ct|li|ss)|reo|tane|lism"
)

# Counted by hand: the patterns above are wrong for these.
EXCEPTIONS: Mapping[str, int] = {
    "acne": 2, "anyone": 3, "area": 3, "areas": 3, "aren't": 1, "argue": 2, "aspirin": 2, "behavior": 3, "business": 2, "centre": 2,
    "couldn't": 2, "diabetes": 4, "didn't": 2, "doesn't": 2, "elsewhere": 2, "evening": 2, "every": 2, "everyday": 3, "everything": 3,
    "everywhere": 3, "eye": 1, "eyebrow": 2, "eyelid": 2, "eyelids": 2, "eyes": 1, "fiery": 3, "fluid": 2, "fluids": 2, "forehead": 2,
    "hasn't": 2, "herpes": 2, "homecare": 2, "homemade": 2, "idea": 3, "ideas": 3, "isn't": 2, "lifestyle": 2, "notebook": 2,
    "patience": 2, "petroleum": 4, "recipe": 3, "safety": 2, "serious": 3, "shouldn't": 2, "somebody": 3, "something": 2, "sometimes":
    2, "somewhere": 2, "therefore": 2, "timeline": 2, "urea": 3, "vegetables": 3, "wasn't": 2, "weren't": 1, "whitehead": 2,
    "whiteheads": 2, "widespread": 2, "wouldn't": 2,
}


def spoken(text: str) -> str:
    """The text as it is heard when a placeholder falls back on its default words."""
    return _PLACEHOLDER.sub(lambda match: match.group(1) or "it", text)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; a colon, semicolon or dash does not end one."""
    return tuple(part.strip() for part in _SENTENCE_END.split(spoken(text)) if _WORD.search(part))


def words(text: str) -> tuple[str, ...]:
    """The words of a text; the parts of a hyphenated compound count one by one."""
    return tuple(_WORD.findall(spoken(text)))


def syllables(word: str) -> int:
    """Syllables of one English word; figures and abbreviations such as FDA count one for each sign."""
    plain = word.lower().replace("’", "'")
    if plain in EXCEPTIONS:
        return EXCEPTIONS[plain]
    if plain.isdigit() or (word.isupper() and 1 < len(word) <= 4):
        return len(plain)
    stem = re.sub(r"'(?:s|ll|re|ve|d|m)?$", "", plain)
    count = len(_VOWELS.findall(stem)) + len(_APART.findall(stem))
    if _SILENT_END.search(stem) and not _SOUNDED_END.search(stem):
        count -= 1
    return max(count, 1)


def glossary(path: Path = GLOSSARY_FILE) -> dict[str, int]:
    """The unavoidable terms, in lower case, with the syllables each counts for."""
    entries: Iterable[Mapping[str, object]] = YAML(typ="safe").load(path.read_text(encoding="utf-8"))["terms"]
    return {form.lower(): int(str(entry["counts"])) for entry in entries for form in _forms(entry)}


def _forms(entry: Mapping[str, object]) -> tuple[str, ...]:
    also = entry.get("also", ())
    return (str(entry["term"]), *(str(form) for form in also)) if isinstance(also, list) else (str(entry["term"]),)


def grade(text: str, terms: Mapping[str, int] | None = None) -> float:
    """US school grade of a text (Flesch-Kincaid), with the given terms counted as the glossary says.

    A text without a word has grade 0.
    """
    found = words(text)
    if not found:
        return 0.0
    known = terms or {}
    beats = sum(known.get(word.lower(), 0) or syllables(word) for word in found)
    return 0.39 * len(found) / len(sentences(text)) + 11.8 * beats / len(found) - 15.59


def longest_sentence(text: str) -> int:
    """Number of words in the longest sentence."""
    return max((len(words(sentence)) for sentence in sentences(text)), default=0)
