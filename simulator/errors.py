"""What a caller of the simulator did that cannot be done, told so that they can go on."""
from __future__ import annotations


class SimulatorError(Exception):
    """A problem with a name, a reason and a way out; status is the HTTP status that fits it."""

    def __init__(self, what: str, problem: str, hint: str, status: int = 400) -> None:
        super().__init__(f"{what}: {problem}. {hint}")
        self.what = what
        self.problem = problem
        self.hint = hint
        self.status = status

    def to_dict(self) -> dict[str, dict[str, str]]:
        """The error as the HTTP contract words it."""
        return {"error": {"what": self.what, "problem": self.problem, "hint": self.hint}}
