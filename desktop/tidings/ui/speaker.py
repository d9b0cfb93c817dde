"""The session brought to life: worker, sound device and clock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from tidings.document import Position
from tidings.playback import (
    ClearSound,
    Effect,
    Emit,
    EmitSilence,
    Event,
    Forget,
    Heard,
    HoldSound,
    Interjected,
    Light,
    Mode,
    ModeChanged,
    Notice,
    ReleaseSound,
    Remake,
    Revoice,
    Say,
    Session,
    StoryBegan,
    StoryFinished,
    StoryQueue,
    Tell,
    Voicing,
)
from tidings.speech import USUAL_RATE, Ready, SpeechEngines, SpeechEvent, Voice, tone
from tidings.ui.sound import SoundOutput

TICK = 15
"""Milliseconds between two looks at the sound clock: a word is lit at most so much late."""

TONE_IS_OVER = 1000
"""Milliseconds after which a tone has been heard, and its stream need not run any more."""

SETTLED = 300
"""Milliseconds that a caret has to stay where it is before the voice is made ready there."""


class Speaker(QObject):
    """Speaks, and tells what is being spoken.

    ``lit`` carries the ranges of sentence and word (either may be None), ``said`` the text
    of what is being said (empty when nothing is), ``mode_changed``
    the :class:`Mode`, ``noticed`` a :class:`Notice`, ``voices_known`` the voices.
    """

    lit = Signal(object, object)
    said = Signal(str)
    mode_changed = Signal(object)
    noticed = Signal(object)
    story_began = Signal(str)
    story_finished = Signal(str)
    interjected = Signal()
    """What was to be said between two sentences begins to be said."""
    voices_known = Signal(object)
    replaced = Signal(object)
    """The :class:`Replaced` that tells of a voice in whose place eSpeak speaks."""
    revoiced = Signal(object)
    """The :class:`Voicing` that holds from now on; also when the scripts were made anew."""
    device_lost = Signal(str)
    device_found = Signal(str)
    _answered = Signal(object)

    def __init__(
        self,
        queue: StoryQueue,
        voicing: Voicing,
        open_output: Callable[[], SoundOutput],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.voices: tuple[Voice, ...] = ()
        self._said = ""
        self._hushed = False
        """Whether another voice speaks meanwhile."""
        self._held = False
        """Whether the session wants the stream held."""
        self._session = Session(queue, voicing)
        self._open_output = open_output
        self._sound: SoundOutput | None = None
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._client = SpeechEngines(self._answered.emit, replaced=self.replaced.emit)
        self._next_from: Position | None = None
        self._preparing = QTimer(self)
        self._preparing.setSingleShot(True)
        self._preparing.setInterval(SETTLED)
        self._preparing.timeout.connect(self._prepare)
        self._quiet_again = QTimer(self)
        self._quiet_again.setSingleShot(True)
        self._quiet_again.setInterval(TONE_IS_OVER)
        self._quiet_again.timeout.connect(lambda: self._output().aside.clear())
        self._clock = QTimer(self)
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.setInterval(TICK)
        self._clock.timeout.connect(self._tick)

    def start(self) -> None:
        """Start the worker and open the sound device; neither waits for the other."""
        self._client.start()
        self._output()

    def close(self) -> None:
        """Fall silent and end the worker."""
        self._clock.stop()
        self._preparing.stop()
        self._quiet_again.stop()
        self._next_from = None
        self._client.close()
        if self._sound is not None:
            self._sound.close()

    @property
    def mode(self) -> Mode:
        """What is being done."""
        return self._session.mode

    @property
    def position(self) -> Position | None:
        """The place of the word being spoken, or where speech would go on."""
        return self._session.position

    @property
    def voicing(self) -> Voicing:
        """How it is spoken."""
        return self._session.voicing

    @property
    def sleeps_in(self) -> float | None:
        """Milliseconds of listening that the sleep timer leaves; None while it is off."""
        return self._session.sleeps_in

    @property
    def stops_after_story(self) -> bool:
        """Whether it pauses where the story under way ends."""
        return self._session.stops_after_story

    @property
    def device(self) -> str:
        """The sound device's name; empty when there is none."""
        return self._output().device

    @property
    def worker_pid(self) -> int | None:
        """The process id of the speech worker."""
        return self._client.worker_pid

    def replace_queue(self, queue: StoryQueue) -> None:
        """Go on in another queue of stories."""
        self._session.replace_queue(queue)

    def on(self, event: Event) -> None:
        """Hand an event to the session and do what it answers."""
        for effect in self._session.on(event):
            self._do(effect)
        if isinstance(event, Revoice):
            self._preparing.start()
        if isinstance(event, Revoice | Remake):
            self.revoiced.emit(self.voicing)

    def sound_beside(self) -> SoundOutput:
        """Return another way to the same device, for another voice."""
        return SoundOutput(beside=self._output())

    def hush(self) -> None:
        """Fall silent where it is, for another voice; :meth:`go_on` goes on from there.

        What is being spoken stays so: nothing is told of it.
        """
        self._hushed = True
        self._output().stream.hold()

    def go_on(self) -> None:
        """Speak on after :meth:`hush`, unless it has been paused meanwhile."""
        self._hushed = False
        if not self._held:
            self._output().stream.release()

    def sound_tone(self, name: str) -> None:
        """Sound a tone by itself at once, in a pause and over a story that is read, too.

        It is soft and over in a tenth of a second: the story need not wait for it.
        """
        stream = self._output().aside
        stream.clear()
        stream.append(tone(name, USUAL_RATE, self.voicing.volume), USUAL_RATE)
        self._quiet_again.start()

    def prepare(self, position: Position) -> None:
        """Have the voice made ready that would speak from a position, once it stays there."""
        self._next_from = position
        self._preparing.start()

    def _prepare(self) -> None:
        if self._next_from is None or self.mode in (Mode.STARTING, Mode.PLAYING):
            return
        for request in self._session.requests_at(self._next_from):
            self._client.prepare(request)

    def _output(self) -> SoundOutput:
        if self._sound is None:
            self._sound = self._open_output()
            self._sound.setParent(self)
            self._sound.device_lost.connect(self._device_changed)
            self._sound.device_lost.connect(self.device_lost)
            self._sound.device_found.connect(self._device_changed)
            self._sound.device_found.connect(self.device_found)
        return self._sound

    def _device_changed(self) -> None:
        # The new stream is empty: go on in it from the word that was being said.
        if self.mode is Mode.PAUSED or self._hushed:
            self._output().stream.hold()
        self.on(Revoice(self.voicing))

    def _take(self, event: SpeechEvent) -> None:
        if isinstance(event, Ready):
            self.voices = event.voices
            self.voices_known.emit(event.voices)
            # What was to be made ready before was not known to have this voice.
            self._prepare()
        self.on(event)

    def _tick(self) -> None:
        self.on(Heard(self._output().stream.heard()))

    def _do(self, effect: Effect) -> None:
        match effect:
            case Say(request):
                # It begins anew after a worker was given up; otherwise this does nothing.
                self._client.start()
                self._client.synthesise(request)
            case Forget(request):
                self._client.cancel_below(request)
            case Emit(samples, sample_rate):
                self._output().stream.append(samples, sample_rate)
            case EmitSilence(milliseconds):
                self._output().stream.append_silence(milliseconds)
            case ClearSound():
                self._output().stream.clear()
            case HoldSound():
                self._held = True
                self._output().stream.hold()
            case ReleaseSound():
                self._held = False
                if not self._hushed:
                    self._output().stream.release()
            case Light(sentence, word, said):
                self.lit.emit(sentence, word)
                if said != self._said:
                    self._said = said
                    self.said.emit(said)
            case ModeChanged(mode):
                self._run_clock(mode)
                self.mode_changed.emit(mode)
            case StoryBegan(article):
                self.story_began.emit(article)
            case StoryFinished(article):
                self.story_finished.emit(article)
            case Interjected():
                self.interjected.emit()
            case Tell(notice):
                self.noticed.emit(notice)

    def _run_clock(self, mode: Mode) -> None:
        if mode is Mode.PLAYING:
            self._clock.start()
        elif mode is not Mode.STARTING:
            self._clock.stop()


__all__ = ["Notice", "Speaker"]
