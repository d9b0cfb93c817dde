"""Orca's own customisation file: notes what it says, and whether it has something to do.

The laboratory puts this file where Orca looks for ``orca-customizations.py``; Orca runs it
with the system's Python. Never imported by a test.
"""

# mypy: ignore-errors
from __future__ import annotations

import json
import os

from orca import event_manager, settings, speech

_said = open(os.environ["TIDINGS_TEST_SAID"], "a", buffering=1)  # noqa: SIM115, PTH123
_busy = open(os.environ["TIDINGS_TEST_BUSY"], "wb", buffering=0)  # noqa: SIM115, PTH123
_depth = [0]


def _note(text):
    _said.write(json.dumps(str(text)) + "\n")


def _mark():
    # Set while the queue is to be gone through; an event may stay there when it is not.
    waits = event_manager.getManager()._gidleId
    os.pwrite(_busy.fileno(), b"1" if _depth[0] or waits else b"0", 0)


def _tee(name):
    speak = getattr(speech, name)

    def speak_and_note(text, *arguments, **named):
        _note(text)
        return speak(text, *arguments, **named)

    setattr(speech, name, speak_and_note)


def _count(name):
    method = getattr(event_manager.EventManager, name)

    def counted(*arguments, **named):
        _depth[0] += 1
        _mark()
        try:
            return method(*arguments, **named)
        finally:
            _depth[0] -= 1
            _mark()

    setattr(event_manager.EventManager, name, counted)


_say_all = speech.sayAll


def _say_all_and_note(contexts, callback):
    def noted():
        for context in contexts:
            _note(context[0].utterance)
            yield context

    return _say_all(noted(), callback)


speech.sayAll = _say_all_and_note
for _name in ("_speak", "speakCharacter"):
    _tee(_name)
for _name in ("_enqueue", "_processObjectEvent", "_processKeyboardEvent", "_dequeue"):
    if hasattr(event_manager.EventManager, _name):
        _count(_name)

settings.enableEchoByCharacter = False
settings.enableKeyEcho = False
settings.enableTutorialMessages = False
settings.enableBraille = False
settings.enableBrailleMonitor = False
settings.enableSound = False
_mark()
