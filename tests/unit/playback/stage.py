"""A session on a stage: the worker's answers and the sound clock are in the test's hands."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from tidings.document import Article, Heading, Paragraph, Picture, Position, Range, Span
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
    Notice,
    ReleaseSound,
    Remake,
    Say,
    ScriptList,
    Session,
    StoryBegan,
    StoryFinished,
    Tell,
    Voicing,
)
from tidings.speech import (
    SOME,
    Announcing,
    ArticleScript,
    Finished,
    Lost,
    Ready,
    Sound,
    SynthesisRequest,
    Utterance,
    WordMark,
    load_announcements,
)

SAMPLE_RATE = 1000
"""So that a sample lasts a millisecond."""
WORD = 100.0
"""Milliseconds a word takes on the stage."""
PICTURE = Picture(("https://news.example/a.jpg",))


def spans(text: str) -> tuple[Span, ...]:
    """Return a text as blocks hold it."""
    return (Span(text),)


def story(key: str, *paragraphs: str, title: str = "") -> Article:
    """Return an article in English of plain paragraphs; ``## `` begins a heading."""
    blocks = tuple(
        Heading(2, spans(text[3:])) if text.startswith("## ") else Paragraph(spans(text))
        for text in paragraphs
    )
    return Article(id=key, title=title, blocks=blocks, language="en")


def letters(word: Position, text: str) -> tuple[Utterance, ...]:
    """Return what is said when the word at a position is spelled."""
    place = Range(word.article, word.block, word.character, word.character + len(text))
    return tuple(Utterance(letter, "en", place, pause_after=50) for letter in text)


@dataclass
class Stage:
    """Runs a session by hand, and notes what it does.

    Every sample that the worker makes has the value ``loudness``.
    """

    articles: tuple[Article, ...]
    voicing: Voicing = field(default_factory=Voicing)
    announcing: Announcing = SOME
    loudness: int = 0

    def __post_init__(self) -> None:
        self.session = Session(self.scripts(), self.voicing)
        self.emitted: list[tuple[bytes, int]] = []
        self.samples = array("h")
        """What is in the stream, from its beginning."""
        self.asked: list[SynthesisRequest] = []
        self._answered: set[int] = set()
        self.forgotten = 0
        self.stream = 0.0
        """Milliseconds of sound appended since the stream was cleared."""
        self._held = False
        self.clock = 0.0
        self.said: list[str] = []
        self.sentences: list[Range] = []
        self.words: list[Range] = []
        self.told: list[Notice] = []
        self.began: list[str] = []
        self.finished: list[str] = []
        self.interjected = 0
        """How often something began to be said between two sentences."""
        self.alive = True

    def scripts(self) -> ScriptList:
        """Return the scripts of the articles, with what is announced now."""
        announcements = load_announcements()
        return ScriptList(
            tuple(
                ArticleScript(article, announcements, announcing=self.announcing)
                for article in self.articles
            )
        )

    def remake(self, announcing: Announcing) -> None:
        """Have all scripts made anew, with something else announced."""
        self.announcing = announcing
        self.session.replace_queue(self.scripts())
        self.on(Remake())

    def is_held(self) -> bool:
        """Tell whether the sound stream stands still."""
        return self._held

    def is_in(self, mode: Mode) -> bool:
        """Tell whether the session is doing this."""
        return self.session.mode is mode

    def on(self, event: Event) -> None:
        """Hand an event to the session and carry out what it wants, but for speaking."""
        for effect in self.session.on(event):
            self._do(effect)

    def answer(self, *, words: int | None = None, finish: bool = True) -> None:
        """Let the worker answer the request asked last; only so many of its words."""
        request = self.asked[-1]
        offset = 0
        for count, word in enumerate(request.text.split()):
            if words is not None and count >= words:
                break
            start = request.text.index(word, offset)
            offset = start + len(word)
            self.on(WordMark(request.id, start, len(word), count * WORD))
            sound = array("h", [self.loudness] * int(WORD))
            self.on(Sound(request.id, sound.tobytes(), SAMPLE_RATE))
        if finish:
            self._answered.add(request.id)
            self.on(Finished(request.id))

    def unanswered(self) -> set[int]:
        """Return the ids of the requests that are wanted and not finished."""
        asked = {request.id for request in self.asked if request.id >= self.forgotten}
        return asked - self._answered if self.alive else set()

    def answer_all(self) -> None:
        """Let the worker answer until nothing more is asked."""
        answered = -1
        while self.asked and self.asked[-1].id != answered:
            if self.asked[-1].id < self.forgotten:
                break
            answered = self.asked[-1].id
            self.answer()

    def play_on(self, milliseconds: float, step: float = 10.0) -> None:
        """Let the sound clock run, with a worker that answers at once."""
        target = self.clock + milliseconds
        while self.clock < target and not self._held:
            self.clock = min(self.clock + step, target, self.stream)
            before = self.clock
            self.on(Heard(self.clock))
            if self.alive:
                self.answer_all()
            if before >= self.stream:
                break

    def play_out(self) -> None:
        """Play to the end of the queue."""
        for _ in range(1000):
            before = self.clock, len(self.said)
            self.play_on(1000)
            if (self.clock, len(self.said)) == before:
                return

    def die(self) -> None:
        """Let the worker be lost."""
        self.alive = False
        self.on(Lost("killed"))

    def come_back(self, *, replaced: bool = False) -> None:
        """Let another worker take its place, which knows of no request."""
        self.alive = True
        self._answered |= {request.id for request in self.asked}
        self.on(Ready((), restarted=True, replaced=replaced))

    def position(self, key: str, block: int, character: int = 0) -> Position:
        """Return a position."""
        return Position(key, block, character)

    def text_of(self, place: Range) -> str:
        """Return the words of a range."""
        article = next(a for a in self.articles if a.id == place.article)
        return article.part_text(place.block)[place.start : place.end]

    def _do(self, effect: Effect) -> None:
        match effect:
            case Say(request):
                self.asked.append(request)
            case Forget(request_id):
                self.forgotten = request_id
            case Emit(samples, sample_rate):
                self.emitted.append((samples, sample_rate))
                self.samples.frombytes(samples)
                self.stream += len(samples) / 2 / sample_rate * 1000
            case EmitSilence(milliseconds):
                self.samples.extend([0] * round(milliseconds))
                self.stream += milliseconds
            case ClearSound():
                self.samples = array("h")
                self.stream = self.clock = 0.0
            case HoldSound():
                self._held = True
            case ReleaseSound():
                self._held = False
            case Light(sentence, word, said):
                if said and (not self.said or self.said[-1] != said):
                    self.said.append(said)
                if sentence and (not self.sentences or self.sentences[-1] != sentence):
                    self.sentences.append(sentence)
                if word and (not self.words or self.words[-1] != word):
                    self.words.append(word)
            case Tell(notice):
                self.told.append(notice)
            case StoryBegan(article):
                self.began.append(article)
            case StoryFinished(article):
                self.finished.append(article)
            case Interjected():
                self.interjected += 1
