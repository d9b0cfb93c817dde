"""Texts that no one writes, and pages hold: each is said whole, in order, in bounded time."""

from __future__ import annotations

import time

import pytest

from tidings.document import Article, Paragraph, Span
from tidings.speech import Announcements, Utterance
from tidings.speech.making import ScriptMaker

ODD = {
    "symbols": "→★©§¶†‡♠ ",
    "one symbol": "★",
    "one word": "x",
    "one number": "1",
    "numbers": "1,234 $5 3-2 5% ",
    "private use": "\ue000\uf8ff \U000f0000",
    "unassigned": "\u0378 ",
    "control characters": "a\x00\x07\x1b ",
    "half a pair": "\ud800 ",
    "marks of direction": "\u202eabc\u202c \u2066def\u2069 \u200f",
    "marks alone": "\u202e\u200e\u200d\ufeff",
    "marks upon marks": "e\u0301\u0332\u0489",
    "emoji": "👩\u200d🚀🏳️\u200d🌈🇺🇦",
    "quotes that never close": "«",
    "brackets": "([{",
    "stops": ".",
    "stops apart": ". … ?! ",
    "initials": "A. B.",
    "dashes": "—- ",
    "cells": "a\t",
    "signs of the web": "@a #b https://c.d/e?f ",
    "no blanks": "北京。",
    "Roman": "XIV ",
}


def heard(announcements: Announcements, text: str) -> tuple[list[Utterance], float]:
    """All that is said of a text, and the processor's seconds that it took."""
    article = Article("a", "", (Paragraph((Span(text),)),), language="en")
    begun = time.process_time()
    script = ScriptMaker(announcements)(article)
    said = []
    cue = script.first()
    while cue is not None:
        said.append(script.utterance(cue))
        cue = script.after(cue)
    return said, time.process_time() - begun


@pytest.mark.parametrize("unit", ODD.values(), ids=ODD.keys())
def test_odd_text_keeps_its_place_and_takes_its_time(
    unit: str, announcements: Announcements
) -> None:
    heard(announcements, unit)  # what is loaded once is not counted
    _, short = heard(announcements, unit * (2_000 // len(unit)))
    text = unit * (30_000 // len(unit))
    # Twice, for what is looked through for garbage meanwhile is none of its time.
    said, long = min((heard(announcements, text) for _ in range(2)), key=lambda each: each[1])
    end = 0
    for utterance in said:
        assert utterance.range.start >= end
        assert not any(map(str.isalnum, text[end : utterance.range.start]))
        end = utterance.range.end
        assert utterance.range.end - utterance.range.start <= 400
        for stretch in utterance.stretches:
            written = text[stretch.source : stretch.source_end]
            assert written
            if stretch.written is None:
                assert utterance.text[stretch.start : stretch.end] == written
    assert not any(map(str.isalnum, text[end:]))
    # Fifteen times the text; were each character to see all others, it took 225 times.
    assert long < 45 * max(short, 0.002)
