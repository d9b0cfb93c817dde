"""What is lit while the engine really says what was written in signs."""

from __future__ import annotations

import re

import pytest

from tests.unit.speech.normalise.places import spoken
from tests.unit.speech.normalise.said import table
from tests.unit.speech.normalise.test_english import ALL
from tests.unit.speech.speaking import Speaker
from tidings.document import Article, Paragraph, Span


@pytest.mark.parametrize("topic", range(len(ALL)))
def test_every_written_word_is_lit_and_in_order(shared: Speaker, topic: int) -> None:
    for written, _words in table(ALL[topic]):
        article = Article("a", "", (Paragraph((Span(written),)),), language="en")
        lit: list[tuple[int, int]] = []
        for utterance in spoken(article):
            for word in shared.say(utterance.text).words:
                found = utterance.source_range(word.start, word.length)
                assert found is not None, (written, utterance.text, word)
                lit.append((found.start, found.end))
        assert lit == sorted(lit), written
        for each in re.finditer(r"\S*\w\S*", written):
            assert any(start < each.end() and each.start() < end for start, end in lit), (
                written,
                each.group(),
                lit,
            )
