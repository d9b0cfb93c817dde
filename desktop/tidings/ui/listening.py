"""Reading aloud: from the caret, lit in the view, told in the player."""

from __future__ import annotations

from dataclasses import replace
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QLocale, QObject

from tidings.document import Article, Position, Range
from tidings.playback import (
    Mode,
    Notice,
    Pause,
    Play,
    Repeat,
    Revoice,
    ScriptList,
    Skip,
    Stop,
    Unit,
    Voicing,
)
from tidings.speech import offered
from tidings.ui.desk import Desk
from tidings.ui.speaker import Speaker
from tidings.ui.time_left import place_words, words_left
from tidings.ui.window import MainWindow

SLOWEST, FASTEST, RATE_STEP = 80, 800, 10
"""Words a minute."""

RATE, VOICE = "rate", "voice:"
"""Names under which the choices are kept; a voice's is followed by its language."""


def kept_voicing(settings: dict[str, str]) -> Voicing:
    """Return the voicing that was kept; what makes no sense is left at its default."""
    voices = {
        key.removeprefix(VOICE): value for key, value in settings.items() if key.startswith(VOICE)
    }
    rate = settings.get(RATE, "")
    usual = Voicing(voices=voices)
    if not rate.isdecimal():
        return usual
    return replace(usual, rate=min(max(int(rate), SLOWEST), FASTEST))


class Listening(QObject):
    """Connects the speaker with what is shown."""

    def __init__(self, speaker: Speaker, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._speaker = speaker
        self._desk = desk
        self._window = window
        self._spoken = ""
        """The story that is or was being spoken."""
        self._sentence: Range | None = None
        self._left_at: Position | None = None
        """Where the caret was put when speech paused or stopped."""
        speaker.lit.connect(self._light)
        speaker.mode_changed.connect(self._mode_changed)
        speaker.noticed.connect(self._tell)
        speaker.story_began.connect(self._story_began)
        speaker.story_finished.connect(lambda article: desk.set_read(article, True))
        speaker.voices_known.connect(lambda _voices: self._offer_voices())
        speaker.device_lost.connect(
            lambda _reason: self._say(
                _("There is no sound device. The text is lit as it would be spoken.")
            )
        )
        speaker.device_found.connect(
            lambda name: self._say(_("Sound goes to {device}.").format(device=name))
        )
        window.player.voice_chosen.connect(self._choose_voice)
        desk.story_shown.connect(self._story_shown)

    # --- commands --------------------------------------------------------------------------

    def play_or_pause(self) -> None:
        """Pause; go on where the pause was; or speak from the caret."""
        speaker, caret = self._speaker, self._window.view.position_at_caret()
        if speaker.mode in (Mode.PLAYING, Mode.STARTING):
            speaker.on(Pause())
        elif speaker.mode is Mode.PAUSED and caret in (None, self._left_at):
            speaker.on(Play())
        elif caret is not None:
            if not speaker.device:
                self._say(_("There is no sound device. The text is lit as it would be spoken."))
            speaker.on(Play(caret))

    def stop(self) -> bool:
        """Stop speaking; tell whether there was anything to stop."""
        speaking = self._speaker.mode is not Mode.STOPPED
        self._speaker.on(Stop())
        return speaking

    def skip(self, unit: Unit, *, forward: bool) -> None:
        """Go to the next or previous sentence or paragraph, speaking or not."""
        self._speaker.on(Skip(unit, forward, self._window.view.position_at_caret()))

    def skip_story(self, *, forward: bool) -> bool:
        """Go to the next story if one is being spoken; tell whether that is so."""
        if self._speaker.mode is Mode.STOPPED:
            return False
        self._speaker.on(Skip(Unit.STORY, forward))
        return True

    def repeat(self) -> None:
        """Say the sentence again; while nothing is spoken, the one at the caret."""
        caret = self._window.view.position_at_caret()
        if self._speaker.mode is Mode.STOPPED and caret is not None:
            self._speaker.on(Play(caret))
        self._speaker.on(Repeat())

    def change_rate(self, steps: int) -> None:
        """Speak faster or slower, from the current word on."""
        voicing = self._speaker.voicing
        rate = min(max(voicing.rate + steps * RATE_STEP, SLOWEST), FASTEST)
        self._revoice(replace(voicing, rate=rate))
        self._desk.set_setting(RATE, str(rate))
        self._say(ngettext("{n} word a minute", "{n} words a minute", rate).format(n=rate))

    def use(self, voicing: Voicing) -> None:
        """Speak in the manner that was kept."""
        self._revoice(voicing)

    def hear_headline(self, text: str) -> None:
        """Speak a headline by itself; then there is silence."""
        article = Article(id="headline", title=text, blocks=())
        script = self._desk.stories.make_script(article)
        self._speaker.replace_queue(ScriptList((script,)))
        self._speaker.on(Play(Position(article.id, -3)))
        self._speaker.replace_queue(self._desk.stories)

    def where_am_i(self) -> None:
        """Tell story, paragraph and time left."""
        article = self._desk.article
        caret = self._window.view.position_at_caret()
        position = self._place() or caret
        if article is None or position is None:
            self._say(_("No story is open."))
            return
        order = self._desk.stories.order
        story = order.index(article.id) + 1 if article.id in order else 0
        paragraph, total = place_words(article, position)
        minutes = round(words_left(article, position) / self._speaker.voicing.rate)
        left = (
            ngettext("{n} minute left", "{n} minutes left", minutes).format(n=minutes)
            if minutes
            else _("less than a minute left")
        )
        self._say(
            _("Story {story} of {stories}, paragraph {paragraph} of {paragraphs}, {left}.").format(
                story=story, stories=len(order), paragraph=paragraph, paragraphs=total, left=left
            )
        )

    # --- what the speaker tells ------------------------------------------------------------

    def _light(self, sentence: Range | None, word: Range | None) -> None:
        self._window.view.highlight(sentence, word)
        if sentence is None or sentence == self._sentence:
            return
        self._sentence = sentence
        if self._speaker.mode in (Mode.PLAYING, Mode.STARTING):
            self._desk.keep_place(sentence.position)
        elif self._shows(sentence.article):
            self._leave_caret(sentence.position)
        self._show_time_left(sentence.position)

    def _mode_changed(self, mode: Mode) -> None:
        self._window.player.show_mode(mode)
        position = self._speaker.position
        if mode in (Mode.PAUSED, Mode.STOPPED) and position and self._shows(position.article):
            self._leave_caret(position)
        if mode is Mode.STOPPED:
            self._sentence = None

    def _leave_caret(self, position: Position) -> None:
        self._window.view.go_to(position)
        self._left_at = self._window.view.position_at_caret()

    def _story_began(self, article: str) -> None:
        # The view goes with the voice unless the reader has gone elsewhere meanwhile.
        shown = self._desk.article
        if shown is None or shown.id == self._spoken:
            self._desk.follow(article)
        self._spoken = article

    def _tell(self, notice: Notice) -> None:
        self._say(
            {
                Notice.END_OF_QUEUE: _("That was the last story."),
                Notice.NOTHING_TO_SAY: _("There is nothing to read aloud here."),
                Notice.SPEECH_RESTARTED: _("The voice had stopped working and was started again."),
                Notice.SPEECH_LOST: _("The voice stopped working. Press Play to try again."),
                Notice.SENTENCE_LEFT_OUT: _("One sentence could not be spoken and is left out."),
                Notice.AT_THE_BEGINNING: _("This is the beginning."),
                Notice.AT_THE_END: _("This is the end."),
            }[notice]
        )

    # --- details ---------------------------------------------------------------------------

    def _story_shown(self, article: Article) -> None:
        self._window.view.highlight(None, None)
        if self._spoken == article.id and self._sentence is not None:
            self._window.view.highlight(self._sentence, None)
        self._offer_voices()
        caret = self._window.view.position_at_caret()
        if caret is not None:
            self._show_time_left(caret)

    def _place(self) -> Position | None:
        if self._speaker.mode is Mode.STOPPED:
            return None
        position = self._speaker.position
        return position if position and self._shows(position.article) else None

    def _shows(self, article: str) -> bool:
        shown = self._window.view.article
        return shown is not None and shown.id == article

    def _show_time_left(self, position: Position) -> None:
        article = self._desk.stories.article(position.article)
        if article is None:
            self._window.player.show_time_left(None)
            return
        left = words_left(article, position) / self._speaker.voicing.rate
        self._window.player.show_time_left(left)

    def _offer_voices(self) -> None:
        article = self._desk.article
        language = (article.language if article else "").split("-")[0] or "en"
        fitting = tuple(
            voice
            for voice in offered(self._speaker.voices)
            if voice.language.split("-")[0] == language
        )
        # Qt gives it in English; packaging/words.py names the languages to translators.
        name = _(QLocale.languageToString(QLocale(language).language()))
        chosen = self._speaker.voicing.voices.get(language, "")
        self._window.player.show_voices(name, fitting, chosen)

    def _choose_voice(self, voice: str) -> None:
        article = self._desk.article
        language = (article.language if article else "").split("-")[0] or "en"
        voicing = self._speaker.voicing
        self._revoice(replace(voicing, voices={**voicing.voices, language: voice}))
        self._desk.set_setting(VOICE + language, voice)

    def _revoice(self, voicing: Voicing) -> None:
        self._speaker.on(Revoice(voicing))
        self._window.player.show_rate(voicing.rate)

    def _say(self, text: str) -> None:
        self._window.messages.tell(text)
