"""This kernel."""

from __future__ import annotations

import json
from typing import Any

from ..base import Found, Rule


class Kernel:
    """rules_core, bare conclusions. `compiled` is the base as a compiled pack, where that has been done beforehand."""

    name = "rules_core"
    module = "rules_core"

    def __init__(self, base: list[Rule], compiled: str = "") -> None:
        from rules_core import KnowledgeBase

        if not compiled:
            from ..as_pack import compiled as as_pack

            compiled = json.dumps(as_pack(base))
        self.kb = KnowledgeBase(json.loads(compiled))

    def assess(self, profile: dict[str, Any]) -> Found:
        return self.kb.infer(profile).standing


class KernelProof(Kernel):
    """rules_core, with conclusions, vetoes and the whole trace read."""

    name = "rules_core, full proof"

    def assess(self, profile: dict[str, Any]) -> Found:
        result = self.kb.infer(profile)
        assert result.trace and result.conclusions is not None
        return result.standing
