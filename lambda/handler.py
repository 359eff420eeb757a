"""What AWS Lambda calls: the milia skill, for the one Alexa skill id this function serves.

SKILL_ID names that skill. Without it every request is refused, so a forgotten setting never opens the function to
strangers. MILIA_SKIN_CHECK=off leaves out the interview about one's skin, for operators who read the store's policy on
health information strictly. For a run on a desk, MILIA_ALLOW_ANY_SKILL=local lifts the check; it is never set in template.yaml.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from rules_core import KnowledgeBase
from skill.app import create_skill

Handler = Callable[[dict[str, Any], Any], dict[str, Any]]

_MADE_AHEAD = ("snap-start", "provisioned-concurrency")
"""Ways in which AWS starts the function before anybody waits for it: then everything is built beforehand."""


def _refuse(_event: dict[str, Any], _context: Any) -> dict[str, Any]:
    raise PermissionError("SKILL_ID is not set, so every request is refused")


def _handler() -> Handler:
    skill_id = os.environ.get("SKILL_ID", "").strip()
    if not skill_id and os.environ.get("MILIA_ALLOW_ANY_SKILL") != "local":
        return _refuse
    ahead = os.environ.get("AWS_LAMBDA_INITIALIZATION_TYPE") in _MADE_AHEAD
    interview = os.environ.get("MILIA_SKIN_CHECK", "on").strip().lower() != "off"
    return create_skill(KnowledgeBase.load("milia", warm=ahead), skill_id=skill_id or None, skin_check=interview)


# Made while Lambda initialises: at full speed, and within the snapshot where SnapStart is on.
handler = _handler()
