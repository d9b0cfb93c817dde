"""The playback state machine: no Qt, no clock of its own, no input or output."""

from __future__ import annotations

from tidings.document import Position
from tidings.playback import places
from tidings.playback.events import (
    ClearSound,
    Effect,
    Emit,
    EmitSilence,
    Event,
    Forget,
    Heard,
    HoldSound,
    Light,
    Mode,
    ModeChanged,
    Notice,
    Pause,
    Play,
    ReleaseSound,
    Remake,
    Repeat,
    Revoice,
    Say,
    Skip,
    Stop,
    StoryBegan,
    StoryFinished,
    Tell,
    Unit,
)
from tidings.playback.places import Place
from tidings.playback.queue import StoryQueue
from tidings.playback.timeline import Segment, Timeline
from tidings.playback.voicing import Voicing, request_for
from tidings.playback.walk import is_enclosed, next_in, previous_in, sentence_start
from tidings.speech import (
    Cue,
    Failed,
    Finished,
    Kind,
    Lost,
    Ready,
    Script,
    Sound,
    WordMark,
    tone,
)

AHEAD = 6000.0
"""Milliseconds of sound kept ready ahead of the ear.

Long enough to bridge the restart of a worker (about 0.3 s) and a blocked window, short
enough that a change of voice throws little away.
"""

BETWEEN_STORIES = 1200.0
"""Milliseconds of silence between two stories."""

TRIES = 2
"""How often an utterance may take the worker down before it is left out."""

FAILURES = 3
"""How many utterances in a row may fail before the session stops and says so."""

BYTES_A_SAMPLE = 2

USUAL_RATE = 22_050
"""Samples a second of a tone that is heard before any voice: what most voices have."""


class Session:
    """Speaks a queue of stories from any position.

    ``on(event)`` is the only door: it returns the effects in the order they must happen::

        STOPPED  --Play--> STARTING --first Sound--> PLAYING --end of queue--> STOPPED
        PLAYING  --Pause--> PAUSED --Play--> PLAYING (or STARTING, after a skip)
        any      --Stop, Lost(final)--> STOPPED
        PLAYING  --Skip, Repeat, Revoice, Remake, Play(position)--> STARTING
        PAUSED   --Skip, Repeat, Revoice, Remake--> PAUSED, from another place

    While it speaks it keeps :data:`AHEAD` milliseconds of sound in the stream. A worker
    that is lost costs nothing that is in the stream already; what was under way is asked
    for again from the last word that began.
    """

    def __init__(self, queue: StoryQueue, voicing: Voicing | None = None) -> None:
        self.voicing = voicing or Voicing()
        self.mode = Mode.STOPPED
        self._queue = queue
        self._timeline = Timeline()
        self._next_request = 1
        self._heard = 0.0
        self._place: Place | None = None
        """Where to go on while nothing is in the stream."""
        self._lit: Light = Light(None)
        self._story = ""
        self._ended = False
        """Everything to the end of the queue has been asked for."""
        self._crashes: tuple[Cue | None, int] = (None, 0)
        self._failures = 0
        self._worker_lost = False
        self._sample_rate = USUAL_RATE
        """The voice's: a tone is made to fit into its stream."""

    @property
    def position(self) -> Position | None:
        """The place of the word being said, or where speech would go on; None if nowhere."""
        place = self._current()
        return place.position if place else None

    def replace_queue(self, queue: StoryQueue) -> None:
        """Go on in another queue; a story under way is spoken to its end all the same."""
        self._queue = queue

    def on(self, event: Event) -> list[Effect]:
        """Take an event; return what must be done, in order."""
        match event:
            case Play(position):
                return self._play(position)
            case Pause():
                return self._pause()
            case Stop():
                return self._stop()
            case Skip():
                return self._skip(event)
            case Repeat():
                return self._repeat()
            case Revoice(voicing):
                self.voicing = voicing
                place = self._current()
                return self._move(place) if place and self._timeline.current else []
            case Remake():
                return self._remake()
            case Heard(milliseconds):
                return self._hear(milliseconds)
            case WordMark() | Sound() | Finished() | Failed():
                return self._answer(event)
            case Lost(final=final):
                return self._lose(final)
            case Ready(restarted=restarted):
                self._worker_lost = False
                return self._recover() if restarted else self._ask_ahead()

    # --- what the reader asks for ----------------------------------------------------------

    def _play(self, position: Position | None) -> list[Effect]:
        if position is not None:
            place = places.at(self._queue, position)
            if place is None:
                return [Tell(Notice.NOTHING_TO_SAY)]
            return self._begin(place)
        if self.mode is Mode.PAUSED:
            if self._timeline.current:
                return [ReleaseSound(), *self._change(Mode.PLAYING), *self._ask_ahead()]
            return self._begin(self._place) if self._place else []
        if self.mode is Mode.STOPPED and self._place:
            return self._begin(self._place)
        return []

    def _pause(self) -> list[Effect]:
        if self.mode is Mode.PLAYING:
            return [HoldSound(), *self._change(Mode.PAUSED)]
        if self.mode is Mode.STARTING:
            self._place = self._current()
            return [*self._drop(), *self._change(Mode.PAUSED)]
        return []

    def _stop(self) -> list[Effect]:
        if self.mode is Mode.STOPPED:
            return []
        self._place = self._current()
        held = [ReleaseSound()] if self.mode is Mode.PAUSED else []
        return [*self._drop(), *held, *self._change(Mode.STOPPED), *self._light(Light(None))]

    def _skip(self, skip: Skip) -> list[Effect]:
        place = self._current() if self.mode is not Mode.STOPPED else None
        if place is None and skip.origin is not None:
            story = self._queue.script(skip.origin.article)
            place = places.at(self._queue, skip.origin) or places.end(story)
        if place is None:
            return []
        if skip.unit is Unit.ENCLOSURE and not is_enclosed(place.script, place.cue):
            return [Tell(Notice.NOTHING_TO_LEAVE)]
        if skip.unit is not Unit.STORY:
            step = next_in if skip.forward else previous_in
            target = step(place.script, place.cue, skip.unit)
            if target is not None:
                return self._move(Place(place.script, target))
            if not skip.forward:
                first = places.beginning(place.script)
                moved = self._move(first) if first else []
                return [*moved, Tell(Notice.AT_THE_BEGINNING)]
        other = places.neighbour(self._queue, place.article, forward=skip.forward)
        if other is None:
            return [Tell(Notice.AT_THE_END if skip.forward else Notice.AT_THE_BEGINNING)]
        return self._move(other)

    def _repeat(self) -> list[Effect]:
        place = self._current()
        if place is None:
            return []
        start = Place(place.script, sentence_start(place.script, place.cue))
        return self._begin(start) if self.mode is not Mode.PAUSED else self._move(start)

    def _remake(self) -> list[Effect]:
        old = self._current()
        place = places.at(self._queue, old.position) if old else None
        if place is None:
            return []
        if self.mode is Mode.STOPPED:
            self._place = place
            return []
        return self._move(place)

    # --- finding places --------------------------------------------------------------------

    def _current(self) -> Place | None:
        segment = self._timeline.current
        script = self._script_of(segment) if segment else None
        if segment is None or script is None:
            return self._place
        return Place(script, segment.cue, segment.word_at(self._heard)[0])

    def _script_of(self, segment: Segment) -> Script | None:
        article = segment.utterance.range.article
        # The story under way is spoken to its end, also when it has left the queue.
        if self._place and self._place.article == article:
            return self._place.script
        return self._queue.script(article)

    # --- speaking --------------------------------------------------------------------------

    def _begin(self, place: Place) -> list[Effect]:
        held = [ReleaseSound()] if self.mode is Mode.PAUSED else []
        effects: list[Effect] = [*self._drop(), *held]
        self._place = place
        # First of all: the worker is at it while the window shows what has changed.
        effects += self._ask(place)
        effects += self._change(Mode.STARTING)
        if self._timeline.ends:
            # It begins with a tone, which nobody has to make.
            effects += self._change(Mode.PLAYING)
        effects += self._show_now()
        return effects

    def _move(self, place: Place) -> list[Effect]:
        """Go on from the place: speaking if it speaks, silently if it does not."""
        if self.mode in (Mode.STARTING, Mode.PLAYING):
            return self._begin(place)
        effects = self._drop()
        self._place = place
        utterance = place.utterance
        return [*effects, *self._light(Light(utterance.range, None, utterance.text))]

    def _drop(self) -> list[Effect]:
        self._timeline.clear()
        self._heard = 0.0
        self._ended = False
        return [Forget(self._next_request), ClearSound()]

    def _ask(self, place: Place) -> list[Effect]:
        number, utterance = self._next_request, place.utterance
        self._next_request += 1
        segment = Segment(number, place.cue, utterance, place.character)
        self._timeline.append(segment)
        if utterance.kind is Kind.TONE:
            return self._sound_tone(segment)
        request = request_for(number, utterance, place.character, self.voicing)
        return [Say(request)]

    def _sound_tone(self, segment: Segment) -> list[Effect]:
        samples = tone(segment.utterance.tone, self._sample_rate, self.voicing.volume)
        milliseconds = len(samples) / BYTES_A_SAMPLE / self._sample_rate * 1000
        self._timeline.add_sound(segment, milliseconds)
        return [Emit(samples, self._sample_rate), *self._close(segment)]

    def _ask_ahead(self) -> list[Effect]:
        """Ask for the next utterance when the stream grows short, one at a time."""
        last = self._timeline.last
        if self._worker_lost or last is None or not last.complete or self._ended:
            return []
        if self._timeline.ends - self._heard > AHEAD:
            return []
        script = self._script_of(last)
        if script is None:
            return []
        following = script.after(last.cue)
        if following is not None:
            return self._ask(Place(script, following))
        other = places.neighbour(self._queue, script.article.id, forward=True)
        if other is None:
            self._ended = True
            return []
        self._timeline.add_pause(BETWEEN_STORIES)
        return [EmitSilence(BETWEEN_STORIES), *self._ask(other)]

    # --- what the worker answers -----------------------------------------------------------

    def _answer(self, event: WordMark | Sound | Finished | Failed) -> list[Effect]:
        segment = self._timeline.of_request(event.request)
        if segment is None or segment.complete:
            return []
        match event:
            case WordMark():
                segment.add_word(event.start, event.length, event.milliseconds)
                return []
            case Sound():
                self._sample_rate = event.sample_rate
                samples = len(event.samples) / BYTES_A_SAMPLE
                self._timeline.add_sound(segment, samples / event.sample_rate * 1000)
                effects: list[Effect] = [Emit(event.samples, event.sample_rate)]
                if self.mode is Mode.STARTING:
                    effects += self._change(Mode.PLAYING)
                return effects
            case Finished():
                self._crashes = (None, 0)
                self._failures = 0
                return self._close(segment)
            case Failed():
                self._failures += 1
                if self._failures >= FAILURES:
                    self._failures = 0
                    return [*self._stop(), Tell(Notice.SPEECH_LOST)]
                return [Tell(Notice.SENTENCE_LEFT_OUT), *self._close(segment)]

    def _close(self, segment: Segment) -> list[Effect]:
        segment.complete = True
        effects: list[Effect] = []
        if segment.length and segment.utterance.pause_after:
            self._timeline.add_pause(segment.utterance.pause_after)
            effects.append(EmitSilence(segment.utterance.pause_after))
        effects += self._ask_ahead()
        return effects + self._hear(self._heard)

    def _lose(self, final: bool) -> list[Effect]:
        self._worker_lost = True
        if not final or self.mode is Mode.STOPPED:
            return [Tell(Notice.SPEECH_LOST)] if final else []
        return [*self._stop(), Tell(Notice.SPEECH_LOST)]

    def _recover(self) -> list[Effect]:
        if self.mode is Mode.STOPPED:
            return [Tell(Notice.SPEECH_RESTARTED)]
        waiting = self._timeline.waiting
        self._timeline.drop_waiting()
        effects: list[Effect] = [Tell(Notice.SPEECH_RESTARTED)]
        if not waiting:
            return effects + self._ask_ahead()
        lost = waiting[0]
        script = self._script_of(lost)
        if script is None:
            return effects
        cue, times = self._crashes
        self._crashes = (lost.cue, times + 1 if cue == lost.cue else 1)
        character = lost.words[-1][1] if lost.words and lost.length else lost.offset
        effects += self._ask(Place(script, lost.cue, character))
        if self._crashes[1] >= TRIES and self._timeline.last:
            # It took the worker down again: do not let it do so for ever.
            effects = [Tell(Notice.SENTENCE_LEFT_OUT), *self._close(self._timeline.last)]
        return effects

    # --- what is heard ---------------------------------------------------------------------

    def _hear(self, milliseconds: float) -> list[Effect]:
        self._heard = max(self._heard, milliseconds)
        if self.mode not in (Mode.STARTING, Mode.PLAYING):
            return []
        effects: list[Effect] = []
        for gone in self._timeline.advance(self._heard):
            current = self._timeline.current
            article = gone.utterance.range.article
            if current and current.utterance.range.article != article:
                effects.append(StoryFinished(article))
        effects += self._show_now()
        if self._ended and self._timeline.complete and self._heard >= self._timeline.ends - 1:
            return effects + self._end()
        return effects + self._ask_ahead()

    def _show_now(self) -> list[Effect]:
        segment = self._timeline.current
        if segment is None:
            return []
        effects: list[Effect] = []
        article = segment.utterance.range.article
        if article != self._story:
            self._story = article
            effects.append(StoryBegan(article))
        script = self._script_of(segment)
        if script is not None:
            self._place = Place(script, segment.cue)
        word = segment.word_at(self._heard)[1] if segment.length else None
        utterance = segment.utterance
        return effects + self._light(Light(utterance.range, word, utterance.text))

    def _end(self) -> list[Effect]:
        segment = self._timeline.current
        article = segment.utterance.range.article if segment else self._story
        effects: list[Effect] = [StoryFinished(article), *self._drop()]
        self._place = None
        self._story = ""
        effects += self._change(Mode.STOPPED)
        effects += self._light(Light(None))
        return [*effects, Tell(Notice.END_OF_QUEUE)]

    # --- telling changes once --------------------------------------------------------------

    def _change(self, mode: Mode) -> list[Effect]:
        if mode is self.mode:
            return []
        self.mode = mode
        return [ModeChanged(mode)]

    def _light(self, light: Light) -> list[Effect]:
        if light == self._lit:
            return []
        self._lit = light
        return [light]
