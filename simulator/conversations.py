"""The open conversations of the page, by id; the least recently used go when there are too many."""
from __future__ import annotations

import threading
import uuid
from collections import OrderedDict

from .client import Client
from .errors import SimulatorError


class Conversations:
    """A bounded store of clients, safe for threads."""

    def __init__(self, most: int = 1000) -> None:
        self._most = most
        self._clients: OrderedDict[str, Client] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._clients)

    def add(self, client: Client) -> str:
        """The id under which the client is kept from now on."""
        key = uuid.uuid4().hex
        with self._lock:
            self._clients[key] = client
            while len(self._clients) > self._most:
                self._clients.popitem(last=False)
        return key

    def get(self, key: str) -> Client:
        """The client of that id; raises SimulatorError where there is none."""
        with self._lock:
            if key not in self._clients:
                raise SimulatorError("session", f"there is no session {key[:40]!r}", "open one with POST /api/sessions", 404)
            self._clients.move_to_end(key)
            return self._clients[key]
