"""The command line: arguments, exit codes and nothing else.

Exit codes: 0 done, 1 it could not be done (one line on standard error), 2 wrong usage.
"""

from __future__ import annotations

import argparse
import io
import json
import logging
import os
import sys
from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path

from tidings import __version__
from tidings.words import use_language

COMMANDS = ("speak", "extract", "voices")
SLOWEST, FASTEST = 80, 800
ANNOUNCE = ("none", "few", "some", "most")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with its arguments; return the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _use_utf8()
    use_language(os.environ)
    parser = _command_parser() if arguments and arguments[0] in COMMANDS else _window_parser()
    try:
        options = parser.parse_args(arguments)
    except SystemExit as ended:
        return int(ended.code or 0)
    logging.basicConfig(
        level=logging.INFO if options.verbose else logging.WARNING,
        format="%(levelname)s %(name)s: %(message)s",
    )
    return _run(options)


def _run(options: argparse.Namespace) -> int:
    from tidings.app import CannotError
    from tidings.source import SourceError

    try:
        match options.command:
            case "speak":
                return _speak(options)
            case "extract":
                return _extract(options.source, as_json=options.json)
            case "voices":
                return _voices(as_json=options.json)
            case _:
                return _window(tuple(options.source))
    except (SourceError, CannotError) as error:
        _complain(str(error))
        return 1
    except BrokenPipeError:
        # Whoever read our output has had enough; that is no fault, and nothing to write to.
        sys.stdout = io.TextIOWrapper(Path(os.devnull).open("wb"))  # noqa: SIM115
        return 0
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _complain(f"{where}{error.strerror or error}")
        return 1
    except KeyboardInterrupt:
        return 130


def _window(sources: tuple[str, ...]) -> int:
    from tidings import app

    if app.has_display():
        return app.run_window(sources)
    _complain(_("No display was found, so the page is read aloud here."))
    wish = app.SpeakingWish(sources[0] if sources else app.sample())
    return app.speak(wish, _print, _complain)


def _speak(options: argparse.Namespace) -> int:
    from tidings import app

    wish = app.SpeakingWish(
        options.source,
        options.article,
        options.voice,
        options.rate,
        options.output,
        options.announce,
    )
    return app.speak(wish, _print, _complain)


def _extract(source: str, *, as_json: bool) -> int:
    from tidings import app
    from tidings.extract import to_format

    edition = app.open_edition(source)
    if as_json:
        _print(json.dumps(to_format(edition), ensure_ascii=False, indent=2))
        return 0
    stories = []
    for article in edition.articles:
        parts = (article.part_text(part) for part in article.parts)
        stories.append("\n\n".join(part for part in parts if part))
    _print("\n\n\n".join(stories))
    return 0


def _voices(*, as_json: bool) -> int:
    from tidings import app

    voices = app.list_voices()
    if as_json:
        keys = ("id", "name", "language", "engine")
        rows = [{key: getattr(voice, key) for key in keys} for voice in voices]
        _print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    for voice in voices:
        _print(f"{voice.id:32} {voice.language:12} {voice.engine:8} {voice.name}")
    return 0


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tidings",
        description=_("A desktop reader for news, by eye, by ear and by keyboard alone."),
        epilog=_("Commands: tidings speak, tidings extract, tidings voices; --help tells more."),
    )
    parser.add_argument("source", nargs="*", help=_source_help())
    parser.add_argument(
        "--version",
        action="version",
        version=f"tidings {__version__}",
        help=_("tell which version this is"),
    )
    _verbose(parser)
    parser.set_defaults(command="window")
    return parser


def _command_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tidings")
    commands = parser.add_subparsers(dest="command", required=True)
    speak = commands.add_parser("speak", help=_("read a page aloud in the terminal"))
    speak.add_argument("source", help=_source_help())
    speak.add_argument(
        "--article", type=_count, default=0, metavar="N", help=_("only the Nth story")
    )
    speak.add_argument("--voice", default="", metavar="V", help=_("a voice's id or name"))
    speak.add_argument(
        "--rate", type=_rate, default=175, metavar="WPM", help=_("words a minute, 80 to 800")
    )
    speak.add_argument(
        "--output", type=Path, metavar="F.wav", help=_("write the sound to a file instead")
    )
    speak.add_argument(
        "--announce", choices=ANNOUNCE, default="some", help=_("how much is announced")
    )
    extract = commands.add_parser("extract", help=_("print what was read out of a page"))
    extract.add_argument("source", help=_source_help())
    extract.add_argument("--json", action="store_true", help=_("as JSON"))
    voices = commands.add_parser("voices", help=_("list the voices"))
    voices.add_argument("--json", action="store_true", help=_("as JSON"))
    for command in (speak, extract, voices):
        _verbose(command)
    return parser


def _source_help() -> str:
    return _("a web address, a saved page, a text file, or - for standard input")


def _verbose(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--verbose", action="store_true", help=_("say what is being done"))


def _count(text: str) -> int:
    number = _whole(text)
    if number < 1:
        raise argparse.ArgumentTypeError(_("stories are counted from 1"))
    return number


def _rate(text: str) -> int:
    number = _whole(text)
    if not SLOWEST <= number <= FASTEST:
        raise argparse.ArgumentTypeError(_("the rate goes from 80 to 800 words a minute"))
    return number


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        words = _("“{text}” is not a whole number").format(text=text)
        raise argparse.ArgumentTypeError(words) from None


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _complain(text: str) -> None:
    sys.stderr.write(f"tidings: {text}\n")


def _use_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
