"""Word tables of the English normaliser: contractions, number words, words that carry little meaning."""
from __future__ import annotations

from functools import lru_cache

CONTRACTIONS: dict[str, str] = {
    "cannae": "can not", "disnae": "does not", "couldnae": "could not", "wouldnae": "would not", "didnae": "did not", "wasnae": "was not",
    "isnae": "is not", "havenae": "have not", "hasnae": "has not", "willnae": "will not",
    "i'm": "i am", "im": "i am", "i've": "i have", "ive": "i have", "i'll": "i will", "i'd": "i would",
    "it's": "it is", "its": "it is", "it'll": "it will", "that's": "that is", "thats": "that is", "one's": "one is",
    "what's": "what is", "whats": "what is", "where's": "where is",
    "why'd": "why did", "where'd": "where did", "how'd": "how did", "what'd": "what did", "that'd": "that would",
    "something'd": "something would",
    "who's": "who is", "whos": "who is", "how's": "how is", "hows": "how is",
    "there's": "there is", "theres": "there is", "here's": "here is", "they're": "they are", "theyre": "they are",
    "they've": "they have", "theyve": "they have", "they'll": "they will", "we're": "we are", "we've": "we have",
    "you're": "you are", "youre": "you are", "you've": "you have", "he's": "he is", "hes": "he is",
    "she's": "she is", "shes": "she is", "let's": "let us", "lets": "let us",
    "don't": "do not", "dont": "do not", "doesn't": "does not", "doesnt": "does not", "didn't": "did not", "didnt": "did not",
    "isn't": "is not", "isnt": "is not", "aren't": "are not", "arent": "are not", "wasn't": "was not", "wasnt": "was not",
    "weren't": "were not", "werent": "were not", "can't": "can not", "cant": "can not", "cannot": "can not",
    "couldn't": "could not", "couldnt": "could not", "won't": "will not", "wont": "will not",
    "wouldn't": "would not", "wouldnt": "would not", "shouldn't": "should not", "shouldnt": "should not",
    "haven't": "have not", "havent": "have not", "hasn't": "has not", "hasnt": "has not", "hadn't": "had not",
    "ain't": "is not", "aint": "is not", "mustn't": "must not", "needn't": "need not",
    "gonna": "going to", "wanna": "want to", "gotta": "got to", "lemme": "let me", "gimme": "give me", "kinda": "kind of",
    "ok": "okay", "dr": "doctor", "moisturiser": "moisturizer", "moisturisers": "moisturizers", "moisturise": "moisturize",
    "moisturising": "moisturizing", "colour": "color", "coloured": "colored", "grey": "gray", "odour": "odor", "tumour": "tumor",
    "nappy": "diaper", "mum": "mom", "mummy": "mommy", "paediatrician": "pediatrician",
    "sulphur": "sulfur", "recognise": "recognize", "recognises": "recognize", "centre": "center", "sterilise": "sterilize",
    "sterilised": "sterilized", "nappies": "diapers", "mums": "moms", "nan": "gran", "ta": "thanks", "aye": "yes",
    "mould": "mold", "favourite": "favorite", "haemorrhage": "bleed", "wee": "little", "reckon": "think", "daft": "stupid",
    "chuck": "throw", "flannel": "cloth", "telly": "television", "varnish": "polish", "anaemia": "anemia",
}
AS_HEARD = {bare: word for word in CONTRACTIONS if "'" in word and (bare := word.replace("'", "")) in CONTRACTIONS}
"""What is typed without its apostrophe, and a speech recogniser writes with it."""


def word_list(*lines: str) -> tuple[str, ...]:
    """The words of some lines of text, in order."""
    return tuple(" ".join(lines).split())


def phrases(lines: str) -> frozenset[tuple[str, ...]]:
    """The phrases of a line, parted by commas, each as its words."""
    return frozenset(tuple(phrase.split()) for phrase in lines.split(","))


_UNITS = word_list("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
                   "seventeen eighteen nineteen")
_TENS = word_list("twenty thirty forty fifty sixty seventy eighty ninety")

NUMBER_WORDS: dict[str, int] = {word: number for number, word in enumerate(_UNITS)} | {
    word: 20 + 10 * place for place, word in enumerate(_TENS)}

ORDINALS: dict[str, str] = {"1st": "first", "2nd": "second", "3rd": "third"}

ARTICLES = frozenset({"a", "an", "the"})

DETERMINERS = frozenset(("my", "your", "his", "her", "their", "our", "this", "these", "those", "some", "any", "both"))

# Words between the parts of a surface that change nothing ("yellow stuff IS coming out"), and words too common to tell intents apart.
STOP_WORDS = frozenset(word_list(
    "a an the am is are was were be been being do does did have has had i me my mine you your he him his she her it they them their",
    "we us our this that these those there here of to in on at for with from by as so and or but if then than just really very quite",
    "too also some any will would can could should may might must get gets got getting going go it all about into out up over around",
    "what which who how why when where please tell know think say said still now again like much more most little bit lot kind of sort",
    "quick question hi hello hey okay well um uh er actually maybe want need let myself yourself itself themselves"))

# Words of becoming and of time, which say nothing about which sign it is ("my lips HAVE SUDDENLY GONE blue").
LINKING = frozenset(word_list(
    "gone went goes turned turning turns become becomes became becoming started starting starts began begun keeps keep kept seem seems",
    "seemed feel feels feeling felt looks looked suddenly completely totally absolutely properly proper massively horribly badly slightly",
    "pretty whole right today tonight now morning yesterday overnight night since both ever kinda dead well ones one thing things"))

NEGATORS = frozenset(("no", "not", "never", "without", "nor", "neither", "none", "nobody", "nothing", "denies", "deny"))

UNABLE = NEGATORS | frozenset(word_list(
    "hardly barely scarcely unable lost stopped trouble struggling hard numb frozen dead weak stuck gone"))
"""Words of what somebody cannot do: "i can't move my side" is not like "i sleep on my side"."""

ASIDES = phrases(
    "hang on second,hang on sec,hang on moment,hang on minute,hold on second,hold on sec,hold on moment,hold on minute,hang on,hold on,"
    "wait,wait second,wait minute,wait moment,oh wait,never mind,actually,sorry,by the way,one second,one moment,one sec,just second,"
    "just moment,just sec,but first,before that,before i answer,before we go on,before you go on,quick question,one question,"
    "can i ask,can i just ask,could i ask,could i just ask,may i ask,let me ask,let me just ask,can i ask question,can i ask something,"
    "i have question,i have got question,tell me,well,okay,right,all right,oh,hmm,and,but,so,i already told you that,i already told you,"
    "i already said,i just told you,i forgot to say,i forgot to mention,i forgot to tell you,i should mention")
"""What may come before what is meant: "hang on, what are milia"."""

FILLERS = frozenset(("um", "uh", "erm", "please", "alexa", "hello", "hi", "hey", "yo", "thanks"))


def number_word(digits: str) -> tuple[str, ...]:
    """The words a person says for a number below one thousand; larger numbers stay digits.

    >>> number_word("34"), number_word("101")
    (('thirty', 'four'), ('one', 'hundred', 'one'))
    """
    number = int(digits)
    if number < 20:
        return (_UNITS[number],)
    if number < 100:
        tens, unit = divmod(number, 10)
        return (_TENS[tens - 2],) if unit == 0 else (_TENS[tens - 2], _UNITS[unit])
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return (_UNITS[hundreds], "hundred", *(number_word(str(rest)) if rest else ()))
    return (digits,)


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """A word without its plural or verb ending, close enough to compare sentences.

    >>> [stem(word) for word in ("bumps", "pus", "allergies", "spreading", "stitches", "popped")]
    ['bump', 'pus', 'allergy', 'spread', 'stitch', 'pop']
    """
    if len(word) <= 3 or word.startswith("{"):
        return word
    for ending, replacement in (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x")):
        if word.endswith(ending):
            return word[:-len(ending)] + replacement
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return _undo_verb(word[:-1])
    return _undo_verb(word)


def singular(word: str) -> str:
    """A word without its plural ending; verbs stay as they are."""
    if len(word) <= 3:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _undo_verb(word: str) -> str:
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return _undouble(word[:-len(ending)])
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def _undouble(word: str) -> str:
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        return word[:-1]
    return word[:-1] if word.endswith("e") else word
