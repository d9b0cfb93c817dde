"""The program's words: collected whole, translated truly, found in the reader's language."""

from __future__ import annotations

import gettext
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po

import words
from tidings.words import translations, use_language, wished_languages, words_language

LANGUAGES = sorted(file.parents[1].name for file in translations().glob("*/LC_MESSAGES/tidings.po"))


def translation(language: str) -> Catalog:
    file = translations() / language / "LC_MESSAGES" / "tidings.po"
    return read_po(io.StringIO(file.read_text("utf-8")), locale=language, abort_invalid=True)


def ids(catalog: Catalog) -> set[str]:
    return {str(message.id) for message in catalog}


@pytest.fixture
def language(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Let a test choose a language, and go back to English."""
    yield monkeypatch
    monkeypatch.undo()
    use_language({})


# --- what translators work on ------------------------------------------------------


def test_the_collected_words_are_those_of_the_code() -> None:
    # Where in the code they stand may be out of date: that is no work for a translator.
    kept = read_po(io.StringIO((translations() / "tidings.pot").read_text("utf-8")))
    missing = ids(words.template()) - ids(kept)
    gone = ids(kept) - ids(words.template())

    assert (missing, gone) == (set(), set()), "`make words` collects them anew"


def test_words_are_collected_with_both_forms_and_every_place(tmp_path: Path) -> None:
    source = tmp_path / words.SOURCE
    (source / "ui").mkdir(parents=True)
    (source / "b.py").write_text("_('Play')\n# Translators: a key\n_('Play {n}')\n", "utf-8")
    (source / "ui" / "a.py").write_text("ngettext('{n} day', '{n} days', 2)\n_('Play')\n", "utf-8")

    catalog = words.template(tmp_path)
    text = words.catalog_text(catalog)

    assert [message.id for message in catalog if message.id][:3] == [
        "Play",
        "Play {n}",
        ("{n} day", "{n} days"),
    ]
    assert "#: desktop/tidings/b.py desktop/tidings/ui/a.py\nmsgid" in text
    assert "#. a key\n" in text
    assert str(tmp_path) not in text


def test_a_translation_follows_the_code() -> None:
    template = Catalog()
    template.add("New")
    template.add("Kept")
    kept = 'msgid "Kept"\nmsgstr "Есть"\n\nmsgid "Dropped"\nmsgstr "Нет"\n'

    catalog = words.merged(kept, "ru", template)

    assert words.untranslated(catalog) == ["New"]
    assert "Есть" in words.catalog_text(catalog)
    assert '#~ msgid "Dropped"\n#~ msgstr "Нет"' in words.catalog_text(catalog)
    assert b"Dropped" not in words.compiled(catalog)


def test_words_that_come_back_are_translated_still() -> None:
    template = Catalog()
    template.add("Kept")
    gone = '#~ msgid "Kept"\n#~ msgstr "Есть"\n'

    catalog = words.merged(gone, "ru", template)

    assert words.untranslated(catalog) == []
    assert "#~" not in words.catalog_text(catalog)


def test_what_is_compiled_is_what_gettext_finds() -> None:
    catalog = Catalog("ru")
    catalog.add("Play", "Слушать")
    catalog.add(("{n} day", "{n} days"), ("{n} день", "{n} дня", "{n} дней"))
    catalog.add("Untranslated", "")
    catalog.add("Guessed", "Угадано", flags=["fuzzy"])

    found = gettext.GNUTranslations(io.BytesIO(words.compiled(catalog)))

    assert found.gettext("Play") == "Слушать"
    assert [found.ngettext("{n} day", "{n} days", n) for n in (1, 3, 5, 21)] == [
        "{n} день",
        "{n} дня",
        "{n} дней",
        "{n} день",
    ]
    assert found.gettext("Untranslated") == "Untranslated"
    assert found.gettext("Guessed") == "Guessed"


# --- the translations --------------------------------------------------------------


def test_there_is_a_translation() -> None:
    assert "ru" in LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_is_compiled(language: str) -> None:
    file = translations() / language / "LC_MESSAGES" / "tidings.mo"

    assert file.read_bytes() == words.compiled(translation(language)), "`make words` compiles it"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_fills_in_what_the_program_gives(language: str) -> None:
    """A lost or misspelt {place} would end in an error where the text is shown."""
    wrong = []
    for message in translation(language):
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        forms = [message.string] if isinstance(message.string, str) else message.string or []
        for form in forms:
            if message.id and form and places(form) != places(ids[-1]):
                wrong.append(form)
    assert wrong == []


def places(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}|%\(\w+\)[sr]|%[sd]", text))


# --- the language that is wished for -----------------------------------------------


@pytest.mark.parametrize(
    ("environment", "wished"),
    [
        ({}, ()),
        ({"LANG": "ru_RU.UTF-8"}, ("ru_RU.UTF-8",)),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ru"}, ("ru",)),
        ({"LC_MESSAGES": "ru", "LC_ALL": "de_DE.UTF-8"}, ("de_DE.UTF-8",)),
        ({"LC_ALL": "C.UTF-8", "LANGUAGE": "kk:ru"}, ("kk", "ru")),
        ({"LANGUAGE": "", "LANG": "ru"}, ("ru",)),
        ({"LANGUAGE": ":ru:"}, ("ru",)),
        ({"LANGUAGE": "kk:en_GB:ru"}, ("kk",)),
        ({"LANGUAGE": "en:ru"}, ()),
        ({"LANG": "C"}, ()),
        ({"LANG": "POSIX"}, ()),
    ],
)
def test_languages_are_wished_for_as_is_usual(
    environment: dict[str, str], wished: tuple[str, ...]
) -> None:
    assert wished_languages(environment) == wished


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANGUAGE": "ru"}, "ru"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANGUAGE": "tlh:ru"}, "ru"),
        ({"LANGUAGE": "tlh"}, "en"),
        ({"LANGUAGE": "en:ru"}, "en"),
    ],
)
def test_the_first_language_there_is_a_translation_to(
    environment: dict[str, str], language: str
) -> None:
    assert words_language(environment) == language


def test_words_are_in_the_language_and_back(language: pytest.MonkeyPatch) -> None:
    language.setenv("LANGUAGE", "ru")
    use_language(os.environ)
    assert gettext.gettext("Stop") != "Stop"
    assert gettext.ngettext("{n} story", "{n} stories", 5) != "{n} stories"

    language.setenv("LANGUAGE", "en:ru")
    use_language(os.environ)
    assert gettext.gettext("Stop") == "Stop"


def test_the_command_line_speaks_russian() -> None:
    told = run_tidings("speak", "--help")
    russian = re.findall("[А-Яа-яЁё]{2,}", told)
    english = set(re.findall("[A-Za-z]{2,}", told))

    assert len(russian) > 30
    # What is typed stays as it is.
    typed = "tidings speak source --help --article --voice --rate WPM --output F.wav --verbose"
    chosen = "--announce none few some most"
    assert english <= set(re.findall("[A-Za-z]{2,}", f"{typed} {chosen}"))


def test_an_error_is_told_in_russian() -> None:
    told = run_tidings("extract", "no-such-file.html")

    assert "no-such-file.html" in told
    assert re.search("[А-Яа-яЁё]{2,}", told)


def run_tidings(*arguments: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-m", "tidings", *arguments],
        env={**os.environ, "LANGUAGE": "ru", "COLUMNS": "100"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return ran.stdout + ran.stderr
