"""Everyday phrases that mean one word ("get rid of" is "remove"), so that samples need not list them all."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from .text import Sentence, Token, normal_words, read_known

_LEFT_OUT = "-"


class Rewriter:
    """Replaces phrases by the word that stands for them, in samples, surfaces and sentences alike."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._phrases: dict[tuple[str, ...], str] = {}
        for line in lines:
            target, _, phrases = line.partition("=")
            for phrase in phrases.split(","):
                if words := normal_words(phrase):
                    self._phrases[words] = target.strip()
        self._longest: dict[str, int] = defaultdict(int)
        for words in self._phrases:
            self._longest[words[0]] = max(self._longest[words[0]], len(words))

    def rewrite(self, sentence: Sentence) -> Sentence:
        """The sentence with each listed phrase as one word, longest phrases first."""
        tokens: list[Token] = []
        words = sentence.words
        place = 0
        while place < len(words):
            end = self._phrase_end(words, place)
            first, last = sentence.tokens[place], sentence.tokens[end - 1]
            target = self._phrases.get(words[place:end], first.word)
            if target != _LEFT_OUT:
                tokens.append(Token(target, first.first, last.last))
            place = end
        return Sentence(sentence.raw, tuple(tokens) or sentence.tokens)

    def words(self, text: str) -> tuple[str, ...]:
        """The rewritten normal words of a sample or surface."""
        return self.rewrite(read_known(text)).words

    def _phrase_end(self, words: tuple[str, ...], start: int) -> int:
        for end in range(min(start + self._longest.get(words[start], 0), len(words)), start, -1):
            if words[start:end] in self._phrases:
                return end
        return start + 1
