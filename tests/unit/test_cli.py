"""The command line as a shell sees it: what it prints, where, and the exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import wave
from collections.abc import Mapping
from pathlib import Path

import pytest

import tidings
from tidings.cli import ANNOUNCE
from tidings.resources import resource_folder
from tidings.speech import PRESETS, Fix, Lexicon, write_lexicon

SAMPLE = str(resource_folder() / "samples" / "harbour-watch.html")
FEED = str(Path(__file__).parents[1] / "golden" / "feed_rss" / "input.rss")
TEXT = "A short walk\n\nThe path along the dike is open again. Dogs are welcome on a lead.\n"


def run(
    *arguments: str, stdin: str = "", environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tidings", *arguments],
        input=stdin,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_version_and_help_are_on_standard_output() -> None:
    version = run("--version")
    assert (version.returncode, version.stdout) == (0, f"tidings {tidings.__version__}\n")
    told = run("--help")
    assert told.returncode == 0
    assert "tidings speak" in told.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("--no-such-option",),
        ("speak",),
        ("speak", "x.html", "--rate", "79"),
        ("speak", "x.html", "--rate", "fast"),
        ("speak", "x.html", "--article", "0"),
        ("speak", "x.html", "--announce", "loudly"),
        ("extract", "a.html", "b.html"),
    ],
)
def test_wrong_usage_is_told_with_exit_code_2(arguments: tuple[str, ...]) -> None:
    told = run(*arguments)
    assert told.returncode == 2
    assert told.stdout == ""
    assert "usage: tidings" in told.stderr


@pytest.mark.parametrize("command", ["speak", "extract"])
def test_a_missing_file_is_one_clear_line_and_exit_code_1(command: str) -> None:
    told = run(command, "no-such-page.html")
    assert told.returncode == 1
    assert told.stdout == ""
    assert told.stderr.startswith("tidings: ")
    assert "no-such-page.html" in told.stderr
    assert told.stderr.count("\n") == 1


def test_a_page_without_text_is_told() -> None:
    told = run("extract", "-", stdin="<html><body><script>1</script></body></html>")
    assert told.returncode == 1
    assert told.stderr.count("\n") == 1


def test_extract_gives_the_edition_as_json() -> None:
    told = run("extract", SAMPLE, "--json")
    assert told.returncode == 0, told.stderr
    page = json.loads(told.stdout)
    assert page["site"]["section_title"] == "Harbour Watch"
    assert len(page["articles"]) == 5
    assert [article["lang"] for article in page["articles"]] == ["en", "ru", "kk", "fa", "en"]


def test_a_feed_is_extracted_as_its_stories() -> None:
    told = run("extract", FEED, "--json")
    assert told.returncode == 0, told.stderr
    feed = json.loads(told.stdout)
    assert feed["site"]["section_title"] == "Harbour News & Weather"
    assert [article.get("is_summary", False) for article in feed["articles"]] == [False, True, True]
    assert run("extract", "-", "--json", stdin=Path(FEED).read_text()).returncode == 0


def test_standard_input_is_read_as_text() -> None:
    told = run("extract", "-", "--json", stdin=TEXT)
    assert told.returncode == 0, told.stderr
    (article,) = json.loads(told.stdout)["articles"]
    assert "The path along the dike is open again." in json.dumps(article)


def test_a_reader_that_has_had_enough_is_no_fault() -> None:
    command = f"{sys.executable} -m tidings voices | head -1"
    told = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60)
    assert told.returncode == 0
    assert told.stderr == ""
    assert told.stdout.count("\n") == 1


def test_voices_are_listed_with_their_languages() -> None:
    told = run("voices", "--json")
    voices = json.loads(told.stdout)
    assert {"id", "name", "language", "engine"} == set(voices[0])
    languages = {voice["language"].partition("-")[0] for voice in voices}
    assert {"en", "ru", "kk", "fa", "uk", "tt", "ky"} <= languages


def test_how_much_is_announced_is_chosen(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<article><h1>Tea</h1><p>It was served at five, as on every other day of the year.</p>"
        "<h2>Cake</h2><p>There was <a href='https://tea.example/'>none</a> left by six in the"
        " evening.</p>"
        "</article>"
    )
    said = {}
    for announce in ANNOUNCE:
        file = str(tmp_path / "out.wav")
        told = run("speak", str(page), "--rate", "800", "--announce", announce, "--output", file)
        assert told.returncode == 0
        said[announce] = told.stdout
    assert tuple(said) == tuple(PRESETS)
    assert "Heading" not in said["none"]
    assert "Heading:\nCake" in said["few"]
    assert "link none" not in said["few"]
    assert "link none" in said["some"]
    assert "Heading level 2:\nCake" in said["most"]


def test_speaking_into_a_file_writes_all_of_it(tmp_path: Path) -> None:
    page, slow, fast = (tmp_path / name for name in ("walk.txt", "slow.wav", "fast.wav"))
    page.write_text(TEXT, encoding="utf-8")
    for file, rate in ((slow, "120"), (fast, "480")):
        told = run("speak", str(page), "--rate", rate, "--output", str(file))
        assert told.returncode == 0, told.stderr
        assert "Dogs are welcome on a lead." in told.stdout
    seconds = []
    for file in (slow, fast):
        with wave.open(str(file)) as sound:
            assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
            seconds.append(sound.getnframes() / sound.getframerate())
    # 16 words at 120 words a minute, and the pauses.
    assert 7 < seconds[0] < 12
    assert seconds[1] < seconds[0] / 2


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    told = run("speak", "-", "--output", str(tmp_path / "no" / "where.wav"), stdin=TEXT)
    assert told.returncode == 1
    assert told.stderr.count("\n") == 1
    assert "where.wav" in told.stderr


def test_an_unknown_voice_and_an_unknown_story_are_told() -> None:
    told = run("speak", "-", "--voice", "nobody", "--output", "x.wav", stdin=TEXT)
    assert told.returncode == 1
    assert "nobody" in told.stderr
    told = run("speak", SAMPLE, "--article", "9", "--output", "x.wav")
    assert told.returncode == 1
    assert "9" in told.stderr
    assert not Path("x.wav").exists()


def test_words_are_said_in_the_terminal_as_the_window_was_told(tmp_path: Path) -> None:
    kept = tmp_path / "tidings" / "lexicon.pls"
    write_lexicon(Lexicon((Fix("ferry", "fairy boat"),)), kept)
    told = run(
        *("speak", "-", "--rate", "800", "--output", str(tmp_path / "a.wav")),
        stdin="The ferry is late.",
        environment={"XDG_DATA_HOME": str(tmp_path)},
    )
    assert told.returncode == 0, told.stderr
    assert "The fairy boat is late." in told.stdout
    kept.write_text("<lexicon")
    told = run(
        *("speak", "-", "--rate", "800", "--output", str(tmp_path / "b.wav")),
        stdin="The ferry is late.",
        environment={"XDG_DATA_HOME": str(tmp_path)},
    )
    assert told.returncode == 0, told.stderr
    assert "The ferry is late." in told.stdout
    assert "could not be read" in told.stderr
