"""Every public name tells by an example what it does; the examples are run as doctests."""

import inspect
from collections.abc import Iterator
from functools import cached_property

import pytest

import rules_core


def public() -> Iterator[tuple[str, object]]:
    """Each public class with its public methods and properties, inherited ones of this package too."""
    for name in rules_core.__all__:
        item = getattr(rules_core, name)
        yield name, item
        for owner in item.__mro__:
            if owner.__module__.startswith("rules_core"):
                yield from ((f"{name}.{key}", inner) for key, inner in vars(owner).items() if not key.startswith("_"))


def told(item: object) -> object:
    """What carries the docstring of a method or property; None for plain data."""
    if isinstance(item, cached_property):
        return item.func
    if isinstance(item, property):
        return item.fget
    if isinstance(item, classmethod | staticmethod):
        return item.__func__
    return item if inspect.isfunction(item) or inspect.isclass(item) else None


NAMES = {name: found for name, item in public() if (found := told(item)) is not None}


def test_there_is_much_that_is_public():
    assert {"KnowledgeBase.infer", "KnowledgeBase.text", "Result.trace", "Proof", "LiveKnowledgeBase.reload"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_explained_by_an_example(name):
    text = inspect.getdoc(NAMES[name]) or ""
    assert ">>> " in text, "no doctest"
    assert text.split("\n")[0].rstrip().endswith((".", ":")), "begin with a sentence that says what is true afterwards"
