from __future__ import annotations

import importlib.util
from importlib.machinery import ModuleSpec

import pytest

from tests.unit.speech.natural_voice import need_joe
from tidings.speech.natural import can_speak, natural_voices


@pytest.mark.parametrize("part", ["piper", "onnx", "onnxruntime", "libsonic", "soxr"])
def test_no_voice_is_offered_where_a_part_of_the_extra_is_missing(
    part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    need_joe()
    assert can_speak()
    find = importlib.util.find_spec

    def find_others(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name == part else find(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", find_others)
    assert not can_speak()
    assert natural_voices() == ()
