"""Languages and voices that cannot be spoken with: told once, with what would help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QObject

from tidings.document import Article, Block, Figure, ListBlock, Span, Table
from tidings.speech import Replaced, Trouble, Voice, choose, family, voices_of
from tidings.ui.desk import Desk
from tidings.ui.keeping import Keeping
from tidings.ui.language_words import language_words
from tidings.ui.speaker import Speaker
from tidings.ui.standing_in import standing_in_words
from tidings.ui.window import MainWindow

TOLD = "voiceless:"
"""The name under which it is kept that a language was told of, before the language."""


def missing_words(language: str, voices: Iterable[Voice], folder: Path) -> str:
    """Return what to say of a language that has no voice; empty where it has one.

    ``folder`` is where natural voices can be put.
    """
    there = tuple(voices)
    if not there or not family(language) or voices_of(there, language):
        return ""
    stand_in = choose(there, language) or choose(there, "en")
    if stand_in is None:
        return _(
            "There is no voice for {language}. "
            "A natural voice for it can be added in the folder {folder}."
        ).format(language=language_words(language), folder=folder)
    return _(
        "There is no voice for {language}; one for {other} reads it. "
        "A natural voice for it can be added in the folder {folder}."
    ).format(
        language=language_words(language), other=language_words(stand_in.language), folder=folder
    )


def languages_of(article: Article) -> tuple[str, ...]:
    """Return the languages an article is written in, each once, without their regions."""
    found = [article.language]
    for block in article.blocks:
        found.append(block.language)
        found += [span.language for span in _spans(block)]
    return tuple(dict.fromkeys(family(language) for language in found if language))


def _spans(block: Block) -> Iterator[Span]:
    match block:
        case ListBlock():
            for item in block.items:
                yield from item
        case Table():
            for row in block.rows:
                for cell in row:
                    yield from cell
        case Figure():
            yield from block.caption
        case _:
            yield from getattr(block, "spans", ())


class Voiceless(QObject):
    """Tells of a language without a voice when a story in it begins to be read.

    And of a voice in whose place another one speaks.
    """

    def __init__(
        self, speaker: Speaker, desk: Desk, keeping: Keeping, window: MainWindow, folder: Path
    ) -> None:
        super().__init__(window)
        self._speaker = speaker
        self._desk = desk
        self._keeping = keeping
        self._window = window
        self._folder = folder
        self._told: set[str] = set()
        speaker.story_began.connect(self._story_began)
        speaker.replaced.connect(self._voice_replaced)

    def use(self, settings: Mapping[str, str]) -> None:
        """Do not tell again what was told before."""
        self._told |= {name.removeprefix(TOLD) for name in settings if name.startswith(TOLD)}

    def _voice_replaced(self, told: Replaced) -> None:
        words = standing_in_words(told, self._folder, self._speaker.voices)
        if told.trouble is Trouble.STOPPED:
            # Over in a moment.
            self._window.messages.tell(words)
        else:
            self._window.messages.warn(words)

    def _story_began(self, story: str) -> None:
        article = self._desk.stories.article(story)
        if article is None:
            return
        for language in languages_of(article):
            words = missing_words(language, self._speaker.voices, self._folder)
            if words and language not in self._told:
                self._told.add(language)
                self._keeping.remember(TOLD + language, "")
                self._window.messages.warn(words)
