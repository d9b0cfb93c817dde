"""When a voice that fails is given up: how often it may, and what is left out."""

from __future__ import annotations

from tidings.speech import Cue

TRIES = 2
"""How often an utterance may take the worker down before it is left out."""

FAILURES = 3
"""How many utterances in a row may fail before the session stops and says so."""


class Faults:
    """Counts what goes wrong in a row."""

    def __init__(self) -> None:
        self.worker_lost = False
        """Whether there is no worker to ask just now."""
        self._crashed: tuple[str, Cue] | None = None
        self._crashes = 0
        self._failures = 0

    def finished(self) -> None:
        """Note that an utterance was made as it should be: so there is a worker."""
        self.worker_lost = False
        self._crashed, self._crashes = None, 0
        self._failures = 0

    def failed(self) -> bool:
        """Note that an utterance could not be made; tell whether that is enough of them."""
        self._failures += 1
        enough = self._failures >= FAILURES
        if enough:
            self._failures = 0
        return enough

    def crashed(self, article: str, cue: Cue) -> bool:
        """Note that the worker was lost over an utterance; tell whether to leave that out."""
        same = (article, cue) == self._crashed
        self._crashes = self._crashes + 1 if same else 1
        self._crashed = article, cue
        return self._crashes >= TRIES
