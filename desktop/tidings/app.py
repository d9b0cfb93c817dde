"""The one place that constructs the program's parts and wires them together."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from tidings import __version__
from tidings.resources import resource_folder
from tidings.words import words_language

# Speech is loaded by who speaks: that takes 0.15 s, and a second start is over sooner.
if TYPE_CHECKING:
    from tidings.document import Article, Edition
    from tidings.playback import ScriptList, Voicing
    from tidings.speech import Replaced, ScriptMaker, SpeechEvent, Voice

SAMPLE = Path("samples") / "harbour-watch.html"


class CannotError(Exception):
    """What was asked for cannot be done; the text is one clear line for the reader."""


@dataclass(frozen=True, slots=True)
class SpeakingWish:
    """What ``tidings speak`` was asked for; ``article`` counts from 1, 0 means all.

    ``announce`` is the name of a table of announcements.
    """

    source: str
    article: int = 0
    voice: str = ""
    rate: int = 175
    output: Path | None = None
    announce: str = "some"


def has_display() -> bool:
    """Tell whether a window could be shown here."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def sample() -> str:
    """Return the path of the edition that ships with the program."""
    return str(resource_folder() / SAMPLE)


def open_edition(source: str) -> Edition:
    """Return the edition of a source.

    Raises SourceError where it cannot be had, CannotError where it holds no story.
    """
    from tidings.intake import open_page
    from tidings.source import fetch

    edition = open_page(source, fetch)
    if not edition.articles:
        note = " ".join(edition.notes)
        raise CannotError(note or _("There is no text to read in {source}.").format(source=source))
    return edition


def list_voices(patience: float = 20.0) -> tuple[Voice, ...]:
    """Return the voices that can speak. Raises CannotError where none can be had."""
    import queue

    from tidings.speech import Lost, Ready, SpeechEngines, offered

    events: queue.SimpleQueue[SpeechEvent] = queue.SimpleQueue()
    client = SpeechEngines(events.put)
    client.start()
    try:
        while True:
            event = events.get(timeout=patience)
            if isinstance(event, Ready):
                return offered(event.voices)
            if isinstance(event, Lost) and event.final:
                raise CannotError(_("The voice could not be started: {r}.").format(r=event.reason))
    except queue.Empty:
        raise CannotError(_("The voice does not answer.")) from None
    finally:
        client.close()


def speak(wish: SpeakingWish, show: Callable[[str], None], warn: Callable[[str], None]) -> int:
    """Read a source aloud in the terminal, or into a sound file; return the exit code.

    Raises SourceError, CannotError, or OSError where the file cannot be written.
    """
    from tidings.document import Position
    from tidings.playback import ScriptList, Voicing

    edition = open_edition(wish.source)
    articles = _wished(edition.articles, wish.article)
    maker = _script_maker(wish.announce)
    _use_own_words(maker, warn)
    scripts = ScriptList(tuple(map(maker, articles)))
    voicing = Voicing(rate=wish.rate, voices=_voices_for(wish.voice))
    first = articles[0].id
    if wish.output is not None:
        _record(scripts, first, voicing, wish.output, show, warn)
        return 0
    from tidings.ui.application import execute, make_terminal_application

    app = make_terminal_application()
    from tidings.ui.sound import SoundOutput
    from tidings.ui.speaker import Speaker
    from tidings.ui.terminal import TerminalReader

    speaker = Speaker(scripts, voicing, SoundOutput, app)
    reader = TerminalReader(speaker, show, warn, app, _voices_folder())
    reader.begin(Position(first, articles[0].parts[0]))
    try:
        return execute(app)
    finally:
        speaker.close()


def get_ready() -> None:
    """Begin, in a thread of its own, with what the first page would have to wait for."""

    def prepare() -> None:
        from tidings.extract import prepare

        prepare()

    Thread(target=prepare, name="getting ready", daemon=True).start()


def run_window(sources: tuple[str, ...]) -> int:
    """Show the window on the sources, or hand them to the one that is open; return the exit code.

    Raises CannotError where there can be neither, SourceError or OSError where a source
    cannot be handed over.
    """
    from platformdirs import user_cache_path, user_config_path, user_data_path

    from tidings.ui.one_window import NoWindowError, claim, claim_or_hand_over, make_wish

    data = user_data_path("tidings", appauthor=False)
    # Before Qt is loaded: it takes half a second, which a second start need not wait.
    try:
        own = claim_or_hand_over(
            data, __version__, os.environ, lambda: make_wish(sources, os.environ)
        )
    except NoWindowError as error:
        raise CannotError(str(error)) from error
    if own is None:
        return 0
    from tidings.ui.application import NAME, execute, make_window_application

    # Only now: PySide goes through all modules as it is loaded, and aborts if another thread
    # loads one meanwhile.
    get_ready()
    resources = resource_folder()
    app = make_window_application(resources / "icons" / "tidings.svg", words_language(os.environ))
    # Only now: loading Qt's sound says what it does not find unless it has been hushed.
    from tidings.ui.later_starts import LaterStarts
    from tidings.ui.reader import Folders, Reader

    folders = Folders(
        resources=resources,
        data=data,
        config=user_config_path(NAME, appauthor=False),
        cache=user_cache_path(NAME, appauthor=False),
    )
    reader = Reader(folders, _script_maker(), own.notices)
    later = LaterStarts(own.claim, __version__, reader.handed_over.take)
    if own.beside:
        later.take_over(lambda: claim(data, __version__, os.environ))
    reader.window.closing.connect(later.close)
    if own.wish is not None:
        sources = reader.given.add(own.wish.sources, own.wish.given)
    reader.show()
    reader.begin(sources, sample())
    reader.welcome()
    try:
        return execute(app)
    finally:
        reader.close()
        later.release()


def _record(
    scripts: ScriptList,
    first: str,
    voicing: Voicing,
    file: Path,
    show: Callable[[str], None],
    warn: Callable[[str], None],
) -> None:
    from tidings.playback.recording import RecordingError, record

    def warn_of(told: Replaced) -> None:
        from tidings.ui.standing_in import standing_in_words

        warn(standing_in_words(told, _voices_folder()))

    try:
        record(
            scripts,
            first,
            voicing,
            file,
            lambda said: show(said.text),
            lambda: warn(_("The voice had stopped working and was started again.")),
            warn_of,
        )
    except RecordingError as error:
        raise CannotError(str(error)) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            words = _("There is no room for the recording: {file} was not written.")
            raise CannotError(words.format(file=file)) from error
        raise


def _voices_folder() -> Path:
    """Return where the reader can put natural voices."""
    from platformdirs import user_data_path

    return user_data_path("tidings", appauthor=False) / "voices"


def _use_own_words(maker: ScriptMaker, warn: Callable[[str], None]) -> None:
    """Say what the reader has put right in the window as it was put right there."""
    from platformdirs import user_data_path

    from tidings.speech import LexiconError, LexiconFile

    try:
        kept = LexiconFile(user_data_path("tidings", appauthor=False)).read()
    except LexiconError as error:
        warn(str(error))
        return
    maker.lexicon = kept.lexicon
    if kept.notice:
        warn(kept.notice)


def _script_maker(announce: str = "some") -> ScriptMaker:
    from tidings.speech import PRESETS, ScriptMaker, load_announcements

    return ScriptMaker(load_announcements(), PRESETS[announce])


def _wished(articles: tuple[Article, ...], number: int) -> tuple[Article, ...]:
    if not number:
        return articles
    if number > len(articles):
        raise CannotError(
            _("There is no story {n}: the page has {count}.").format(n=number, count=len(articles))
        )
    return articles[number - 1 : number]


def _voices_for(voice: str) -> dict[str, str]:
    if not voice:
        return {}
    for known in list_voices():
        if voice in (known.id, known.name):
            return {known.language.partition("-")[0]: known.id}
    raise CannotError(
        _("There is no voice “{voice}”. “tidings voices” lists them all.").format(voice=voice)
    )
