"""The benchmarks measure what they say: small runs of each, without the peers."""

import random
import xml.etree.ElementTree as ElementTree

from benchmarks import base, engines, interview, memory, people, plot
from rules_core import KnowledgeBase


def test_the_kernel_concludes_what_plain_python_does():
    rules = base.rules(300)
    kernel, by_hand = engines.Kernel(rules), engines.ByHand(rules)
    assert all(kernel.assess(one) == by_hand.assess(one) for one in base.profiles(50))


def test_interviews_end_and_what_was_not_asked_changes_nothing():
    kb = KnowledgeBase.load("milia")
    asker = interview.Asker(kb)
    study = interview.Study([interview.course(asker, one, random.Random(1)) for one in people.many(kb, 12)])
    assert study.unsound == 0
    assert all(course.chosen > 0 and course.facts <= course.everything for course in study.courses)
    assert [share for _, share in study.settled("levels")] == sorted(share for _, share in study.settled("levels"))


def test_memory_is_measured_on_varied_answers():
    assert memory.measure("base", 600).different > 400


def test_the_drawing_is_well_formed():
    canvas = plot.Canvas()
    plot.bars(canvas, "Bars & more", "µs", {"one": 10.0, "two": 1_000.0}, ("one",))
    plot.lines(canvas, "Lines", ("rules", "ms"), {"one": [(100, 1.0), (300, 4.0)], "two": [(100, 1.1), (300, 4.1)]})
    assert ElementTree.fromstring(canvas.svg("Title")).tag.endswith("svg")
