"""A script as JSON, for files that tell what is to be said."""

from __future__ import annotations

from typing import Any

from tidings.speech.script import Script


def script_to_json(script: Script) -> list[dict[str, Any]]:
    """Return all utterances of a script in order, ready for :func:`json.dumps`.

    ``start`` and ``end`` are characters of the part ``block``; ``pause_after`` is in
    milliseconds.
    """
    told = []
    cue = script.first()
    while cue is not None:
        utterance = script.utterance(cue)
        told.append(
            {
                "text": utterance.text,
                "language": utterance.language,
                "block": utterance.range.block,
                "start": utterance.range.start,
                "end": utterance.range.end,
                "kind": utterance.kind.value,
                "pause_after": utterance.pause_after,
            }
        )
        cue = script.after(cue)
    return told
