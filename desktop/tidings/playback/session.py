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
    SleepIn,
    Spell,
    Stop,
    StopAfterStory,
    StoryBegan,
    StoryFinished,
    Tell,
    Unit,
)
from tidings.playback.places import Place
from tidings.playback.queue import StoryQueue
from tidings.playback.sleeping import SleepTimer
from tidings.playback.spelling import SpelledWord
from tidings.playback.timeline import Segment, Timeline
from tidings.playback.voicing import Voicing, request_for
from tidings.playback.walk import is_enclosed, next_in, previous_in, sentence_start
from tidings.speech import (
    USUAL_RATE,
    Cue,
    Failed,
    Finished,
    Kind,
    Lost,
    Ready,
    Sound,
    SynthesisRequest,
    Utterance,
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


class Session:
    """Speaks a queue of stories from any position.

    ``on(event)`` is the only door: it returns the effects in the order they must happen::

        STOPPED  --Play--> STARTING --first Sound--> PLAYING --end of queue--> STOPPED
        PLAYING  --Pause--> PAUSED --Play--> PLAYING (or STARTING, after a skip)
        any      --Stop, Lost(final)--> STOPPED
        PLAYING  --Skip, Revoice, Remake, Play(position)--> STARTING
        PAUSED   --Skip, Revoice, Remake--> PAUSED, from another place
        any      --Repeat, Spell--> STARTING; after the letters back to what it was
        PLAYING  --end of the story, where StopAfterStory; end of SleepIn--> PAUSED

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
        self._sleep = SleepTimer()
        self._is_faded = False
        """Whether sound in the stream is made softer than it was spoken."""
        self._stops_after_story = False
        self._before_spelling = Mode.STOPPED
        self._sample_rate = USUAL_RATE
        """The voice's: a tone is made to fit into its stream."""

    @property
    def position(self) -> Position | None:
        """The place of the word being said, or where speech would go on; None if nowhere."""
        place = self._current()
        return place.position if place else None

    @property
    def sleeps_in(self) -> float | None:
        """Milliseconds of listening that the sleep timer leaves; None while it is off."""
        return self._sleep.left

    @property
    def stops_after_story(self) -> bool:
        """Whether it pauses where the story under way ends."""
        return self._stops_after_story

    def replace_queue(self, queue: StoryQueue) -> None:
        """Go on in another queue; a story under way is spoken to its end all the same."""
        self._queue = queue

    def request_at(self, position: Position) -> SynthesisRequest | None:
        """Return what would be asked for first from a position; its id means nothing."""
        place = places.at(self._queue, position)
        if place is None or place.utterance.kind is Kind.TONE:
            return None
        return request_for(0, place.utterance, place.character, self.voicing)

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
            case Spell(word, letters):
                return self._spell(word, letters)
            case StopAfterStory(wanted):
                return self._stop_after_story(wanted)
            case SleepIn(milliseconds):
                return self._sleep_in(milliseconds)
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
        self._stops_after_story = False
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
        return self._begin(start)

    def _spell(self, word: Position, letters: tuple[Utterance, ...]) -> list[Effect]:
        current = self._current()
        if current is not None and current.article == word.article:
            place = places.within(current.script, word)
        else:
            place = places.at(self._queue, word)
        if place is None or not letters:
            return []
        segment = self._timeline.current
        if segment is None or not isinstance(segment.script, SpelledWord):
            self._before_spelling = self.mode
        speaks = self._before_spelling in (Mode.STARTING, Mode.PLAYING)
        spelled = SpelledWord(place, letters, goes_on=speaks)
        first = places.beginning(spelled)
        return self._begin(first) if first else []

    def _stop_after_story(self, wanted: bool) -> list[Effect]:
        self._stops_after_story = wanted
        if not wanted:
            self._ended = False
            return self._ask_ahead()
        segment, last = self._timeline.current, self._timeline.last
        if segment and last and last.article != segment.article:
            return self._say_again()
        return []

    def _sleep_in(self, milliseconds: float | None) -> list[Effect]:
        self._sleep.set(milliseconds)
        ahead = self._timeline.ends - self._heard
        if self._is_faded or self._sleep.loudness(ahead) < 1.0:
            return self._say_again()
        return []

    def _say_again(self) -> list[Effect]:
        """Make the sound anew that is in the stream, from the current word on."""
        place = self._current()
        return self._move(place) if place and self._timeline.current else []

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
        if segment is None:
            return self._place
        if isinstance(segment.script, SpelledWord):
            return segment.script.word
        return Place(segment.script, segment.cue, segment.word_at(self._heard)[0])

    # --- speaking --------------------------------------------------------------------------

    def _begin(self, place: Place) -> list[Effect]:
        held = [ReleaseSound()] if self.mode is Mode.PAUSED else []
        effects: list[Effect] = [*self._drop(), *held]
        self._place = place.script.word if isinstance(place.script, SpelledWord) else place
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
        self._is_faded = False
        return [Forget(self._next_request), ClearSound()]

    def _ask(self, place: Place) -> list[Effect]:
        number, utterance = self._next_request, place.utterance
        self._next_request += 1
        segment = Segment(number, place.script, place.cue, utterance, place.character)
        self._timeline.append(segment)
        if utterance.kind is Kind.TONE:
            return self._sound_tone(segment)
        request = request_for(number, utterance, place.character, self.voicing)
        return [Say(request)]

    def _sound_tone(self, segment: Segment) -> list[Effect]:
        samples = tone(segment.utterance.tone, self._sample_rate, self.voicing.volume)
        return [self._emit(segment, samples), *self._close(segment)]

    def _emit(self, segment: Segment, samples: bytes) -> Emit:
        faded = self._sleep.fade(samples, self._sample_rate, self._timeline.ends - self._heard)
        self._is_faded |= faded is not samples
        milliseconds = len(samples) / BYTES_A_SAMPLE / self._sample_rate * 1000
        self._timeline.add_sound(segment, milliseconds)
        return Emit(faded, self._sample_rate)

    def _ask_ahead(self) -> list[Effect]:
        """Ask for the next utterance when the stream grows short, one at a time."""
        last = self._timeline.last
        if self._worker_lost or last is None or not last.complete or self._ended:
            return []
        if self._timeline.ends - self._heard > AHEAD:
            return []
        script = last.script
        following = script.after(last.cue)
        if following is not None:
            return self._ask(Place(script, following))
        if isinstance(script, SpelledWord):
            self._ended = not script.goes_on
            return self._ask(script.word) if script.goes_on else []
        if self._stops_after_story:
            self._ended = True
            return []
        other = places.neighbour(self._queue, last.article, forward=True)
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
                effects: list[Effect] = [self._emit(segment, event.samples)]
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
        cue, times = self._crashes
        self._crashes = (lost.cue, times + 1 if cue == lost.cue else 1)
        character = lost.words[-1][1] if lost.words and lost.length else lost.offset
        effects += self._ask(Place(lost.script, lost.cue, character))
        if self._crashes[1] >= TRIES and self._timeline.last:
            # It took the worker down again: do not let it do so for ever.
            effects = [Tell(Notice.SENTENCE_LEFT_OUT), *self._close(self._timeline.last)]
        return effects

    # --- what is heard ---------------------------------------------------------------------

    def _hear(self, milliseconds: float) -> list[Effect]:
        before, self._heard = self._heard, max(self._heard, milliseconds)
        if self.mode not in (Mode.STARTING, Mode.PLAYING):
            return []
        self._sleep.listened(self._heard - before)
        effects: list[Effect] = []
        for gone in self._timeline.advance(self._heard):
            current = self._timeline.current
            if current and current.article != gone.article:
                effects.append(StoryFinished(gone.article))
        effects += self._show_now()
        if self._sleep.is_over:
            return effects + self._fall_asleep()
        if self._ended and self._timeline.complete and self._heard >= self._timeline.ends - 1:
            return effects + self._end()
        return effects + self._ask_ahead()

    def _show_now(self) -> list[Effect]:
        segment = self._timeline.current
        if segment is None:
            return []
        effects: list[Effect] = []
        if segment.article != self._story:
            self._story = segment.article
            effects.append(StoryBegan(segment.article))
        if not isinstance(segment.script, SpelledWord):
            self._place = Place(segment.script, segment.cue)
        word = segment.word_at(self._heard)[1] if segment.length else None
        utterance = segment.utterance
        return effects + self._light(Light(utterance.range, word, utterance.text))

    def _end(self) -> list[Effect]:
        """Nothing more is to come: of a word's letters, of the story, or of the queue."""
        segment = self._timeline.current
        if segment and isinstance(segment.script, SpelledWord):
            return self._end_spelling(segment.script)
        article = segment.article if segment else self._story
        other = places.neighbour(self._queue, article, forward=True)
        stops, self._stops_after_story = self._stops_after_story, False
        effects: list[Effect] = [StoryFinished(article), *self._drop()]
        self._place = other if stops else None
        if stops and other:
            return [*effects, *self._change(Mode.PAUSED), Tell(Notice.STOPPED_AFTER_STORY)]
        self._story = ""
        effects += self._change(Mode.STOPPED)
        effects += self._light(Light(None))
        return [*effects, Tell(Notice.END_OF_QUEUE)]

    def _end_spelling(self, spelled: SpelledWord) -> list[Effect]:
        effects = self._drop()
        self._place = spelled.word
        if self._before_spelling is Mode.PAUSED:
            return effects + self._change(Mode.PAUSED)
        return [*effects, *self._change(Mode.STOPPED), *self._light(Light(None))]

    def _fall_asleep(self) -> list[Effect]:
        self._place = self._current()
        self._sleep.set(None)
        return [*self._drop(), *self._change(Mode.PAUSED), Tell(Notice.FELL_ASLEEP)]

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
