"""The stream of sound: what was asked for, what came of it, and how much was heard."""

from __future__ import annotations

from tidings.playback.events import ClearSound, Effect, Emit, EmitSilence, Forget, Say
from tidings.playback.places import Place
from tidings.playback.sleeping import SleepTimer
from tidings.playback.timeline import Segment, Timeline
from tidings.playback.voicing import Voicing, request_for
from tidings.speech import USUAL_RATE, Kind, tone

AHEAD = 6000.0
"""Milliseconds of sound kept ready ahead of the ear.

Long enough to bridge the restart of a worker (about 0.3 s) and a blocked window, short
enough that a change of voice throws little away.
"""

BYTES_A_SAMPLE = 2


class Stream:
    """Asks for utterances, and appends what is made of them; returns the effects of that.

    What ``sleep`` wants soft is made soft as it is appended.
    """

    def __init__(self, sleep: SleepTimer) -> None:
        self._sleep = sleep
        self._timeline = Timeline()
        self._next_request = 1
        self._sample_rate = USUAL_RATE
        """The voice's: a tone is made to fit into its stream."""
        self.heard = 0.0
        """Milliseconds that have reached the ear."""
        self.is_faded = False
        """Whether sound in the stream is made softer than it was spoken."""

    @property
    def current(self) -> Segment | None:
        """The segment that is being heard; None while nothing was asked for."""
        return self._timeline.current

    @property
    def last(self) -> Segment | None:
        """The segment that was asked for last."""
        return self._timeline.last

    @property
    def ahead(self) -> float:
        """Milliseconds of sound that have not been heard."""
        return self._timeline.ends - self.heard

    @property
    def has_sound(self) -> bool:
        """Tell whether any sound has come."""
        return self._timeline.ends > 0

    @property
    def wants_more(self) -> bool:
        """Tell whether the next utterance is to be asked for: one at a time, not too early."""
        last = self._timeline.last
        return last is not None and last.complete and self.ahead <= AHEAD

    @property
    def is_heard_out(self) -> bool:
        """Tell whether all the sound that has come has been heard."""
        return self.ahead <= 1

    @property
    def place(self) -> Place | None:
        """The place of the word that is being heard; None while nothing was asked for."""
        segment = self._timeline.current
        if segment is None:
            return None
        return Place(segment.script, segment.cue, segment.word_at(self.heard)[0])

    def of_request(self, request: int) -> Segment | None:
        """Return the segment of a request; None when it is whole, or no longer wanted."""
        segment = self._timeline.of_request(request)
        return None if segment is None or segment.complete else segment

    def clear(self) -> list[Effect]:
        """Drop all that has not been heard; begin at 0 again."""
        self._timeline.clear()
        self.heard = 0.0
        self.is_faded = False
        return [Forget(self._next_request), ClearSound()]

    def ask(self, place: Place, voicing: Voicing) -> list[Effect]:
        """Ask for the rest of an utterance from a place on; a tone is there at once."""
        number, utterance = self._next_request, place.utterance
        self._next_request += 1
        segment = Segment(number, place.script, place.cue, utterance, place.character)
        self._timeline.append(segment)
        if utterance.kind is Kind.TONE:
            samples = tone(utterance.tone, self._sample_rate, voicing.volume)
            sound = self.add_sound(segment, samples, self._sample_rate)
            return [*sound, *self.close(segment)]
        return [Say(request_for(number, utterance, place.character, voicing))]

    def add_sound(self, segment: Segment, samples: bytes, sample_rate: int) -> list[Effect]:
        """Append sound of a segment."""
        self._sample_rate = sample_rate
        faded = self._sleep.fade(samples, sample_rate, self.ahead)
        self.is_faded |= faded is not samples
        self._timeline.add_sound(segment, len(samples) / BYTES_A_SAMPLE / sample_rate * 1000)
        return [Emit(faded, sample_rate)]

    def add_silence(self, milliseconds: float) -> list[Effect]:
        """Append silence."""
        self._timeline.add_pause(milliseconds)
        return [EmitSilence(milliseconds)]

    def close(self, segment: Segment) -> list[Effect]:
        """Note that no more comes of a segment; where anything did, its pause follows."""
        segment.complete = True
        pause = segment.utterance.pause_after
        return self.add_silence(pause) if segment.length and pause else []

    def lose_waiting(self) -> Segment | None:
        """Forget what is under way; return it, or None where nothing is."""
        waiting = self._timeline.waiting
        self._timeline.drop_waiting()
        return waiting[0] if waiting else None

    def hear(self, milliseconds: float) -> float:
        """Note how much has been heard; return how much more that is than before."""
        before, self.heard = self.heard, max(self.heard, milliseconds)
        return self.heard - before

    def pass_by(self) -> list[Segment]:
        """Drop the segments that were heard to their end; return them in order."""
        return self._timeline.advance(self.heard)
