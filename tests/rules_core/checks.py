"""Which checks there are, read off the code."""

import re
from pathlib import Path

import rules_core


def checks():
    """The names of all checks, as the code gives them to the problems it finds."""
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(Path(rules_core.__file__).parent.rglob("*.py")))
    given = re.findall(r"""(?:\.problem\(|refuse\((?:self\.)?\w+(?:\.\w+)?, )\s*"(\w+)\"""", code)
    return {*given, *re.findall(r'Problem\(.*"(\w+)"\)', code)}
