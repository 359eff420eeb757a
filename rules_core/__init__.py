"""rules_core: a small rule kernel whose knowledge is data and whose answers carry their proof.

The whole public API is on this screen. Load a pack, infer on facts, ask why:

>>> from rules_core import KnowledgeBase
>>> kb = KnowledgeBase.load("examples/packs/plants")
>>> result = kb.infer({"leaf": "yellow", "soil": "wet"})
>>> result.level, "use_feed" in result
('act_now', False)
>>> print(kb.why(result, "is_overwatered"))
is_overwatered stands [G1 textbook]
  by wet_and_yellow (plants 1.0.0, plants.yaml:48): leaf = yellow and soil = wet
"""

from .errors import EngineError, FactError, PackError, Problem, ReplayError, RulesCoreError, UnknownIdError, WorkerError
from .explaining.proof import Proof
from .explaining.what_if import Change, WhatIf
from .explaining.why_not import WhyNot
from .interview import Question
from .knowledge_base import KnowledgeBase
from .live import LiveKnowledgeBase
from .many import Refusal
from .model import (
    Conclusion,
    Entry,
    Evidence,
    FactSpec,
    Firing,
    Offer,
    PackInfo,
    Screen,
    SlotType,
    Source,
    Term,
    Text,
    Vetoed,
    Withheld,
)
from .result import Result

__all__ = [
    "Change",
    "Conclusion",
    "EngineError",
    "Entry",
    "Evidence",
    "FactError",
    "FactSpec",
    "Firing",
    "KnowledgeBase",
    "LiveKnowledgeBase",
    "Offer",
    "PackError",
    "PackInfo",
    "Problem",
    "Proof",
    "Question",
    "Refusal",
    "ReplayError",
    "Result",
    "RulesCoreError",
    "Screen",
    "SlotType",
    "Source",
    "Term",
    "Text",
    "UnknownIdError",
    "Vetoed",
    "WhatIf",
    "WhyNot",
    "Withheld",
    "WorkerError",
]
