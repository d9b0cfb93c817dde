"""Whether a natural voice can be tried here: where it must, its absence is a failure."""

from __future__ import annotations

import os

import pytest

from tidings.speech.natural import natural_voices

JOE = "piper:en_US-joe-medium"


def need_joe() -> None:
    """Skip loudly without Piper and its voice; fail where everything has to be tried."""
    if any(voice.id == JOE for voice in natural_voices()):
        return
    reason = "Piper or its voice is missing: pip install '.[natural]'"
    if os.environ.get("CI", "").casefold() == "true":
        pytest.fail(reason)
    pytest.skip(reason)
