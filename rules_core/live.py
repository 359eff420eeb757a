"""A knowledge base that can be replaced while it is in use."""

from __future__ import annotations

import os
import threading

from .knowledge_base import KnowledgeBase


class LiveKnowledgeBase:
    """Holds the current base of a pack. `reload` builds the new one first and then swaps.

    Whoever took `current` keeps a working base until done with it; its engine's memory is given
    back when the last user lets go. A pack that is refused changes nothing.

    >>> from rules_core import LiveKnowledgeBase
    >>> live = LiveKnowledgeBase("examples/packs/plants")
    >>> live.current.infer({"soil": "moist"}).level
    'watch'
    """

    def __init__(self, pack: str | os.PathLike[str]) -> None:
        self._pack = pack
        self._lock = threading.Lock()
        self._current = KnowledgeBase.load(pack)

    @property
    def current(self) -> KnowledgeBase:
        """The base to infer with now.

        >>> from rules_core import LiveKnowledgeBase
        >>> LiveKnowledgeBase("examples/packs/plants").current.pack.id
        'plants'
        """
        return self._current

    def reload(self) -> bool:
        """True when the pack had changed and the new one is in place. Raises PackError when it is refused.

        >>> from rules_core import LiveKnowledgeBase
        >>> LiveKnowledgeBase("examples/packs/plants").reload()
        False
        """
        with self._lock:
            fresh = KnowledgeBase.load(self._pack)
            if fresh.pack.hash == self._current.pack.hash:
                return False
            self._current = fresh
            return True
