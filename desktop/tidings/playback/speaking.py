"""Speaking on from a place, through the queue, with a worker that answers or is lost."""

from __future__ import annotations

from tidings.playback import places
from tidings.playback.asides import Aside, Interjection
from tidings.playback.events import (
    Effect,
    HoldSound,
    Interjected,
    Light,
    Mode,
    Notice,
    ReleaseSound,
    StoryFinished,
    Tell,
)
from tidings.playback.faults import Faults
from tidings.playback.following import Following, following
from tidings.playback.interjecting import interjection, is_between
from tidings.playback.places import Place
from tidings.playback.queue import StoryQueue
from tidings.playback.showing import Showing
from tidings.playback.sleeping import SleepTimer
from tidings.playback.stream import Stream
from tidings.playback.timeline import Segment
from tidings.playback.voicing import Voicing
from tidings.speech import Failed, Finished, Sound, Utterance, WordMark


class Speaking:
    """Begins, goes on and ends; each method returns the effects in their order.

    While it speaks it keeps some seconds of sound in the stream. A worker that is lost costs
    nothing that is in the stream already; what was under way is asked for again from the
    last word that began.
    """

    def __init__(self, queue: StoryQueue, voicing: Voicing) -> None:
        self.queue = queue
        self.voicing = voicing
        self.sleep = SleepTimer()
        self.stops_after_story = False
        """Whether it pauses where the story under way ends."""
        self._stream = Stream(self.sleep)
        self._faults = Faults()
        self._showing = Showing()
        self._place: Place | None = None
        """Where to go on while nothing is in the stream."""
        self._ended = False
        """Everything to the end of the queue has been asked for."""
        self._to_interject: tuple[Utterance, ...] = ()

    # --- how it stands ---------------------------------------------------------------------

    @property
    def mode(self) -> Mode:
        """What it is doing."""
        return self._showing.mode

    @property
    def speaks(self) -> bool:
        """Tell whether it speaks, or is about to."""
        return self.mode in (Mode.STARTING, Mode.PLAYING)

    @property
    def place(self) -> Place | None:
        """The place of the word being said, or where it would go on; None if nowhere."""
        place = self._stream.place or self._place
        return place.script.place if place and isinstance(place.script, Aside) else place

    @property
    def aside(self) -> Aside | None:
        """What is being said that is no story: the letters of a word, or an interjection."""
        segment = self._stream.current
        return segment.script if segment and isinstance(segment.script, Aside) else None

    @property
    def has_asked(self) -> bool:
        """Tell whether anything was asked for that is still to be heard, perhaps held."""
        return self._stream.current is not None

    @property
    def reaches_next_story(self) -> bool:
        """Tell whether the story after the one that is heard has been asked for."""
        segment, last = self._stream.current, self._stream.last
        return bool(segment and last and last.article != segment.article)

    @property
    def fades(self) -> bool:
        """Tell whether any of what is in the stream is soft, or would have to be."""
        return self._stream.is_faded or self.sleep.loudness(self._stream.ahead) < 1.0

    # --- beginning and ceasing -------------------------------------------------------------

    def begin(self, place: Place) -> list[Effect]:
        """Speak from a place."""
        effects = [*self._drop(), *self._release()]
        self._place = place.script.place if isinstance(place.script, Aside) else place
        # First of all: the worker is at it while the window shows what has changed.
        effects += self._ask(place)
        effects += self._showing.change(Mode.STARTING)
        if self._stream.has_sound:
            # It begins with a tone, which nobody has to make.
            effects += self._showing.change(Mode.PLAYING)
        effects += self._show_now()
        return effects

    def move(self, place: Place) -> list[Effect]:
        """Go on from the place: speaking if it speaks, silently if it does not."""
        if self.speaks:
            return self.begin(place)
        effects = self._drop()
        self._place = place
        utterance = place.utterance
        return [*effects, *self._showing.light(Light(utterance.range, None, utterance.text))]

    def hold(self) -> list[Effect]:
        """Pause."""
        if self.mode is Mode.PLAYING:
            return [HoldSound(), *self._showing.change(Mode.PAUSED)]
        if self.mode is Mode.STARTING:
            self._place = self.place
            return [*self._drop(), *self._showing.change(Mode.PAUSED)]
        return []

    def resume(self) -> list[Effect]:
        """Go on where it was paused or stopped."""
        if self.mode is Mode.PAUSED and self.has_asked:
            return [ReleaseSound(), *self._showing.change(Mode.PLAYING), *self.ask_ahead()]
        return self.begin(self._place) if self._place and not self.speaks else []

    def stop(self) -> list[Effect]:
        """Fall silent; the place is kept."""
        if self.mode is Mode.STOPPED:
            return []
        self._place = self.place
        self.stops_after_story = False
        return [*self._drop(), *self._release(), *self._fall_silent()]

    def interject(self, said: tuple[Utterance, ...]) -> list[Effect]:
        """Say this at the end of the sentence that is being heard; nothing: do so no more."""
        self._to_interject = said
        return []

    def wait_at(self, place: Place) -> None:
        """Go on from there when it is to speak again."""
        self._place = place

    def read_on(self) -> list[Effect]:
        """Go on after the story under way, where that was to be the last one."""
        self._ended = False
        return self.ask_ahead()

    def _drop(self) -> list[Effect]:
        self._ended = False
        return self._stream.clear()

    def _release(self) -> list[Effect]:
        return [ReleaseSound()] if self.mode is Mode.PAUSED else []

    def _fall_silent(self) -> list[Effect]:
        self._to_interject = ()
        return [*self._showing.change(Mode.STOPPED), *self._showing.light(Light(None))]

    def _ask(self, place: Place) -> list[Effect]:
        effects = self._stream.ask(place, self.voicing)
        last = self._stream.last
        return [*effects, *self._proceed()] if last and last.complete else effects

    def ask_ahead(self) -> list[Effect]:
        """Ask for the next utterance when the stream grows short."""
        if self._ended or self._faults.worker_lost or not self._stream.wants_more:
            return []
        then = self._following()
        if then is None:
            self._ended = True
            return []
        silence = self._stream.add_silence(then.silence) if then.silence else []
        return [*silence, *self._ask(then.place)]

    def _following(self) -> Following | None:
        return self._following_of(self._stream.last)

    def _following_of(self, segment: Segment | None) -> Following | None:
        if segment is None:
            return None
        place = Place(segment.script, segment.cue)
        return following(self.queue, place, stops_after_story=self.stops_after_story)

    def _proceed(self) -> list[Effect]:
        """Ask for more once an utterance is whole, and look what is heard."""
        return [*self.ask_ahead(), *self.hear(self._stream.heard)]

    # --- what the worker answers -----------------------------------------------------------

    def answer(self, event: WordMark | Sound | Finished | Failed) -> list[Effect]:
        """Take what the worker made; nothing happens where that is no longer wanted."""
        segment = self._stream.of_request(event.request)
        if segment is None:
            return []
        match event:
            case WordMark():
                segment.add_word(event.start, event.length, event.milliseconds)
                return []
            case Sound():
                effects = self._stream.add_sound(segment, event.samples, event.sample_rate)
                if self.mode is Mode.STARTING:
                    effects += self._showing.change(Mode.PLAYING)
                return effects
            case Finished():
                self._faults.finished()
                return self._close(segment)
            case Failed():
                if self._faults.failed():
                    return [*self.stop(), Tell(Notice.SPEECH_LOST)]
                return [Tell(Notice.SENTENCE_LEFT_OUT), *self._close(segment)]

    def lose(self, final: bool) -> list[Effect]:
        """Take it that there is no worker now; with ``final``, nor will there be one."""
        self._faults.worker_lost = True
        return [*self.stop(), Tell(Notice.SPEECH_LOST)] if final else []

    def recover(self, restarted: bool, replaced: bool) -> list[Effect]:
        """Take it that there is a worker, perhaps another one that knows of no request.

        Where another engine has taken over, that is told by those who know which.
        """
        self._faults.worker_lost = False
        if not restarted:
            return self.ask_ahead()
        effects: list[Effect] = [] if replaced else [Tell(Notice.SPEECH_RESTARTED)]
        if self.mode is Mode.STOPPED:
            return effects
        lost = self._stream.lose_waiting()
        if lost is None:
            return effects + self.ask_ahead()
        asked = self._ask(Place(lost.script, lost.cue, lost.last_begun))
        if not replaced and self._faults.crashed(lost.article, lost.cue) and self._stream.last:
            # It took the worker down again: do not let it do so for ever.
            return [Tell(Notice.SENTENCE_LEFT_OUT), *self._close(self._stream.last)]
        return effects + asked

    def _close(self, segment: Segment) -> list[Effect]:
        return [*self._stream.close(segment), *self._proceed()]

    # --- what is heard ---------------------------------------------------------------------

    def hear(self, milliseconds: float) -> list[Effect]:
        """Take it that so many milliseconds of the stream have been heard."""
        listened = self._stream.hear(milliseconds)
        if not self.speaks:
            return []
        self.sleep.listened(listened)
        effects: list[Effect] = []
        for gone in self._stream.pass_by():
            current = self._stream.current
            if current and current.article != gone.article:
                effects.append(StoryFinished(gone.article))
        effects += self._show_now()
        if self.sleep.is_over:
            return effects + self._fall_asleep()
        if interjected := self._interject():
            return effects + interjected
        if self._ended and self._stream.is_heard_out:
            if self._following() is None:
                return effects + self._end()
            # More was loaded since the end was come to.
            self._ended = False
        return effects + self.ask_ahead()

    def _show_now(self) -> list[Effect]:
        segment = self._stream.current
        if segment is None:
            return []
        effects = self._showing.begin(segment.article)
        word = segment.word_at(self._stream.heard)[1] if segment.length else None
        utterance = segment.utterance
        sentence = None if isinstance(segment.script, Interjection) else utterance.range
        return effects + self._showing.light(Light(sentence, word, utterance.text))

    def _interject(self) -> list[Effect]:
        """Say what is to be said between two sentences, if that is where it is."""
        segment = self._stream.current
        following = self._following_of(segment) if self._to_interject else None
        if segment is None or following is None:
            return []
        if not is_between(segment, self._stream.heard, following):
            return []
        script = interjection(self._to_interject, following)
        self._to_interject = ()
        ends = following.place.article != segment.article
        finished: list[Effect] = [StoryFinished(segment.article)] if ends else []
        first = places.beginning(script)
        return [*finished, *(self.begin(first) if first else ()), Interjected()]

    def _end(self) -> list[Effect]:
        """Nothing more is to come: of a word's letters, of the story, or of the queue."""
        segment = self._stream.current
        if segment and isinstance(segment.script, Aside):
            return self._end_aside(segment.script)
        article = segment.article if segment else self._showing.story
        other = places.neighbour(self.queue, article, forward=True)
        self.stops_after_story = False
        effects: list[Effect] = [StoryFinished(article), *self._drop()]
        self._place = other
        if other:
            paused = self._showing.change(Mode.PAUSED)
            return [*effects, *paused, Tell(Notice.STOPPED_AFTER_STORY)]
        self._showing.story = ""
        return [*effects, *self._fall_silent(), Tell(Notice.END_OF_QUEUE)]

    def _end_aside(self, aside: Aside) -> list[Effect]:
        effects = self._drop()
        self._place = aside.place
        if aside.mode_before is Mode.PAUSED:
            return effects + self._showing.change(Mode.PAUSED)
        return effects + self._fall_silent()

    def _fall_asleep(self) -> list[Effect]:
        self._place = self.place
        self.sleep.set(None)
        return [*self._drop(), *self._showing.change(Mode.PAUSED), Tell(Notice.FELL_ASLEEP)]
