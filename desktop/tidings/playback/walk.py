"""Where a skip lands: pure decisions over a script."""

from __future__ import annotations

from tidings.document import Figure, ListBlock, Position, Quote, Table
from tidings.playback.events import Unit
from tidings.speech import Cue, Kind, Script

INSIDE_A_SENTENCE = 100
"""Milliseconds: a shorter pause after an utterance does not end its sentence."""


def begins_sentence(script: Script, cue: Cue) -> bool:
    """Tell whether a skip may land on the utterance.

    It may not where the utterance belongs to the one before: a text to its announcement,
    a change of language to its sentence.
    """
    before = script.before(cue)
    if before is None or before.part != cue.part:
        return True
    previous = script.utterance(before)
    return previous.kind is Kind.TEXT and previous.pause_after >= INSIDE_A_SENTENCE


def sentence_start(script: Script, cue: Cue) -> Cue:
    """Return where the sentence at the cue begins."""
    while not begins_sentence(script, cue):
        before = script.before(cue)
        if before is None:
            break
        cue = before
    return cue


def paragraph_start(script: Script, cue: Cue) -> Cue:
    """Return where the part at the cue begins."""
    # Not step by step: a part may be as long as a book, and is made where it is walked.
    return script.at(Position(script.article.id, script.utterance(cue).range.block)) or cue


def is_enclosed(script: Script, cue: Cue) -> bool:
    """Tell whether the utterance is in something that can be left."""
    block = script.utterance(cue).range.block
    enclosures = ListBlock | Table | Quote | Figure
    return block >= 0 and isinstance(script.article.blocks[block], enclosures)


def after_enclosure(script: Script, cue: Cue) -> Cue | None:
    """Return what follows the list, table, quote or picture at the cue.

    Pictures in a row are left together, and so are the quotes of one quotation.
    """
    blocks = script.article.blocks
    block = script.utterance(cue).range.block
    kind = type(blocks[block])
    following = block + 1
    while kind in (Figure, Quote) and following < len(blocks) and type(blocks[following]) is kind:
        following += 1
    return script.at(Position(script.article.id, following))


def next_in(script: Script, cue: Cue, unit: Unit) -> Cue | None:
    """Return where the next sentence or paragraph begins; None at the end of the story."""
    if unit is Unit.ENCLOSURE:
        return after_enclosure(script, cue)
    if unit is Unit.PARAGRAPH:
        return script.at(Position(script.article.id, script.utterance(cue).range.block + 1))
    following = script.after(cue)
    while following is not None and not begins_sentence(script, following):
        following = script.after(following)
    return following


def previous_in(script: Script, cue: Cue, unit: Unit) -> Cue | None:
    """Return where the previous sentence or paragraph begins; None at the beginning."""
    start = paragraph_start if unit is Unit.PARAGRAPH else sentence_start
    before = script.before(start(script, cue))
    return None if before is None else start(script, before)


def word_start(text: str, character: int) -> int:
    """Return where the word at the character begins, so that speech never starts inside one."""
    while 0 < character < len(text) and not (
        text[character].isspace() or text[character - 1].isspace()
    ):
        character -= 1
    return character
