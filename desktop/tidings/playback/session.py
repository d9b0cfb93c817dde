"""The playback state machine: no Qt, no clock of its own, no input or output."""

from __future__ import annotations

from tidings.document import Position
from tidings.playback import places
from tidings.playback.asides import Aside, Interjection
from tidings.playback.events import (
    Effect,
    Event,
    Go,
    Heard,
    Interject,
    Mode,
    Notice,
    Pause,
    Play,
    Remake,
    Repeat,
    Revoice,
    Skip,
    SleepIn,
    Spell,
    Stop,
    StopAfterStory,
    Tell,
)
from tidings.playback.places import Place
from tidings.playback.queue import StoryQueue
from tidings.playback.speaking import Speaking
from tidings.playback.steps import nearest, step_from
from tidings.playback.voicing import Voicing, request_for
from tidings.playback.walk import sentence_start
from tidings.speech import (
    Failed,
    Finished,
    Kind,
    Lost,
    Ready,
    Sound,
    SynthesisRequest,
    Utterance,
    WordMark,
)

SOON = 4
"""Utterances for which voices are made ready: a sentence may begin with a foreign name."""


class Session:
    """Speaks a queue of stories from any position.

    ``on(event)`` is the only door: it returns the effects in the order they must happen::

        STOPPED  --Play--> STARTING --first Sound--> PLAYING --end of queue--> STOPPED
        PLAYING  --Pause--> PAUSED --Play--> PLAYING (or STARTING, after a skip)
        any      --Stop, Lost(final)--> STOPPED
        PLAYING  --Skip, Go, Revoice, Remake, Play(position)--> STARTING
        PAUSED   --Skip, Go, Revoice, Remake--> PAUSED, from another place
        any      --Repeat, Spell--> STARTING; after the letters back to what it was
        PLAYING  --Interject, at the end of the sentence--> STARTING; then on with the next one
        PLAYING  --end of the story, where StopAfterStory; end of SleepIn--> PAUSED
    """

    def __init__(self, queue: StoryQueue, voicing: Voicing | None = None) -> None:
        self._speaking = Speaking(queue, voicing or Voicing())

    @property
    def mode(self) -> Mode:
        """What it is doing."""
        return self._speaking.mode

    @property
    def voicing(self) -> Voicing:
        """How it is spoken."""
        return self._speaking.voicing

    @property
    def position(self) -> Position | None:
        """The place of the word being said, or where speech would go on; None if nowhere."""
        place = self._speaking.place
        return place.position if place else None

    @property
    def sleeps_in(self) -> float | None:
        """Milliseconds of listening that the sleep timer leaves; None while it is off."""
        return self._speaking.sleep.left

    @property
    def stops_after_story(self) -> bool:
        """Whether it pauses where the story under way ends."""
        return self._speaking.stops_after_story

    @property
    def _queue(self) -> StoryQueue:
        return self._speaking.queue

    def replace_queue(self, queue: StoryQueue) -> None:
        """Go on in another queue; a story under way is spoken to its end all the same."""
        self._speaking.queue = queue

    def requests_at(self, position: Position) -> tuple[SynthesisRequest, ...]:
        """Return what would be asked for soon from a position on; the ids mean nothing.

        It is the first that each engine has to say, of the next :data:`SOON` utterances.
        """
        found: dict[str, SynthesisRequest] = {}
        place = places.at(self._queue, position)
        for _ in range(SOON):
            if place is None:
                break
            if place.utterance.kind is not Kind.TONE:
                request = request_for(0, place.utterance, place.character, self.voicing)
                found.setdefault(request.voice.partition(":")[0], request)
            following = place.script.after(place.cue)
            place = Place(place.script, following) if following else None
        return tuple(found.values())

    def on(self, event: Event) -> list[Effect]:
        """Take an event; return what must be done, in order."""
        match event:
            case Play(position):
                return self._play(position)
            case Go(position):
                return self._go(position)
            case Pause():
                return self._speaking.hold()
            case Stop():
                return self._speaking.stop()
            case Skip():
                return self._skip(event)
            case Repeat():
                return self._repeat()
            case Revoice(voicing):
                self._speaking.voicing = voicing
                return self._say_again()
            case Remake():
                return self._remake()
            case Spell(word, letters):
                return self._spell(word, letters)
            case StopAfterStory(wanted):
                return self._stop_after_story(wanted)
            case SleepIn(milliseconds):
                return self._sleep_in(milliseconds)
            case Interject(said):
                return self._speaking.interject(said)
            case Heard(milliseconds):
                return self._speaking.hear(milliseconds)
            case WordMark() | Sound() | Finished() | Failed():
                return self._speaking.answer(event)
            case Lost(final=final):
                return self._speaking.lose(final)
            case Ready(restarted=restarted, replaced=replaced):
                return self._speaking.recover(restarted, replaced)

    # --- what the reader asks for ----------------------------------------------------------

    def _play(self, position: Position | None) -> list[Effect]:
        if position is None:
            return self._speaking.resume()
        place = places.at(self._queue, position)
        return self._speaking.begin(place) if place else [Tell(Notice.NOTHING_TO_SAY)]

    def _go(self, position: Position) -> list[Effect]:
        place = nearest(self._queue, position)
        return self._speaking.move(place) if place else [Tell(Notice.NOTHING_TO_SAY)]

    def _skip(self, skip: Skip) -> list[Effect]:
        place = self._speaking.place if self.mode is not Mode.STOPPED else None
        if place is None and skip.origin is not None:
            place = nearest(self._queue, skip.origin)
        if place is None:
            return []
        step = step_from(self._queue, place, skip)
        effects = self._speaking.move(step.place) if step.place else []
        return [*effects, Tell(step.notice)] if step.notice else effects

    def _repeat(self) -> list[Effect]:
        place = self._speaking.place
        if place is None:
            return []
        return self._speaking.begin(Place(place.script, sentence_start(place.script, place.cue)))

    def _spell(self, word: Position, letters: tuple[Utterance, ...]) -> list[Effect]:
        current = self._speaking.place
        if current is not None and current.article == word.article:
            place = places.within(current.script, word)
        else:
            place = places.at(self._queue, word)
        if place is None or not letters:
            return []
        aside = self._speaking.aside
        before = aside.mode_before if aside else self.mode
        first = places.beginning(Aside(place, letters, before))
        return self._speaking.begin(first) if first else []

    def _stop_after_story(self, wanted: bool) -> list[Effect]:
        self._speaking.stops_after_story = wanted
        if not wanted:
            return self._speaking.read_on()
        return self._say_again() if self._speaking.reaches_next_story else []

    def _sleep_in(self, milliseconds: float | None) -> list[Effect]:
        self._speaking.sleep.set(milliseconds)
        return self._say_again() if self._speaking.fades else []

    def _say_again(self) -> list[Effect]:
        """Make the sound anew that is in the stream, from the current word on."""
        aside = self._speaking.aside
        if isinstance(aside, Interjection) and self._speaking.speaks:
            # From its beginning: it is short, and its words are in no story.
            first = places.beginning(aside)
            return self._speaking.begin(first) if first else []
        place = self._speaking.place
        return self._speaking.move(place) if place and self._speaking.has_asked else []

    def _remake(self) -> list[Effect]:
        old = self._speaking.place
        place = places.at(self._queue, old.position) if old else None
        if place is None:
            return []
        if self.mode is Mode.STOPPED:
            self._speaking.wait_at(place)
            return []
        return self._speaking.move(place)
