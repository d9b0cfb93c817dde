"""Collect the program's words for translators, and compile what they made of them.

`make words` writes resources/translations/tidings.pot from the code, brings every
tidings.po in line with it and compiles each to the tidings.mo beside it. What is written
depends on the words alone: no date, no line number, no machine. See docs/translations.md.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Mapping
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
SOURCE = "desktop/tidings"

# What argparse says to people, from Python 3.11 to 3.14. It looks its words up in the domain
# of the program.
_ARGPARSE = (
    "%(prog)s: error: %(message)s\n",
    "ambiguous option: %(option)s could match %(matches)s",
    "argument %(argument_name)s: %(message)s",
    "expected one argument",
    "invalid choice: %(value)r (choose from %(choices)s)",
    "options",
    "positional arguments",
    "show this help message and exit",
    "the following arguments are required: %s",
    "unrecognized arguments: %s",
    "usage: ",
)
# What Qt calls the languages that stories and voices are most often in: it does not
# translate them.
_LANGUAGES = (
    "Abkhazian",
    "Afrikaans",
    "Albanian",
    "Amharic",
    "Arabic",
    "Aragonese",
    "Armenian",
    "Assamese",
    "Avaric",
    "Azerbaijani",
    "Bangla",
    "Bashkir",
    "Basque",
    "Belarusian",
    "Bosnian",
    "Bulgarian",
    "Burmese",
    "Cantonese",
    "Catalan",
    "Central Kurdish",
    "Chechen",
    "Cherokee",
    "Chinese",
    "Chuvash",
    "Croatian",
    "Czech",
    "Danish",
    "Dutch",
    "English",
    "Esperanto",
    "Estonian",
    "Faroese",
    "Finnish",
    "French",
    "Galician",
    "Georgian",
    "German",
    "Greek",
    "Guarani",
    "Gujarati",
    "Haitian Creole",
    "Hawaiian",
    "Hebrew",
    "Hindi",
    "Hungarian",
    "Icelandic",
    "Ido",
    "Indonesian",
    "Interlingua",
    "Irish",
    "Italian",
    "Japanese",
    "Kalaallisut",
    "Kannada",
    "Kara-Kalpak",
    "Kazakh",
    "Konkani",
    "Korean",
    "Kurdish",
    "Kyrgyz",
    "Kʼicheʼ",
    "Latin",
    "Latvian",
    "Lithuanian",
    "Lule Sami",
    "Luxembourgish",
    "Macedonian",
    "Malay",
    "Malayalam",
    "Maltese",
    "Marathi",
    "Māori",
    "Nepali",
    "Norwegian Bokmål",
    "Odia",
    "Oromo",
    "Ossetic",
    "Papiamento",
    "Pashto",
    "Persian",
    "Polish",
    "Portuguese",
    "Punjabi",
    "Quechua",
    "Romanian",
    "Russian",
    "Scottish Gaelic",
    "Serbian",
    "Shan",
    "Sindhi",
    "Sinhala",
    "Slovak",
    "Slovenian",
    "Spanish",
    "Swahili",
    "Swedish",
    "Tajik",
    "Tamil",
    "Tatar",
    "Telugu",
    "Thai",
    "Tigrinya",
    "Tswana",
    "Turkish",
    "Turkmen",
    "Ukrainian",
    "Urdu",
    "Uyghur",
    "Uzbek",
    "Vietnamese",
    "Welsh",
)

Words = str | tuple[str, ...] | list[str]
"""A text, or the forms of one that counts something."""


def template(root: Path = ROOT) -> Catalog:
    """Return all words of the program, in the order of its files."""
    found: dict[Words, tuple[set[str], set[str]]] = {}
    taken = extract_from_dir(root / SOURCE, comment_tags=("Translators:",), strip_comment_tags=True)
    for file, _line, words, comments, _context in taken:
        files, remarks = found.setdefault(words, (set(), set()))
        files.add(f"{SOURCE}/{Path(file).as_posix()}")
        remarks.update([" ".join(comments)] if comments else [])
    catalog = Catalog()
    for text, (files, remarks) in sorted(found.items(), key=_by_file):
        places = [(file, None) for file in sorted(files)]
        catalog.add(text, locations=places, auto_comments=sorted(remarks))  # type: ignore[arg-type]
    for said in _ARGPARSE:
        catalog.add(said, auto_comments=["Of the command line, by Python"])
    for language in _LANGUAGES:
        catalog.add(language, auto_comments=["A language"])
    return catalog


def merged(text: str, language: str, words: Catalog) -> Catalog:
    """Return a translation brought in line with the program's words.

    ``text`` is its tidings.po. New words are there without a translation; those that the
    program has no more are kept at the end, and found again when they come back.
    """
    catalog = read_po(io.StringIO(text), locale=language, abort_invalid=True)
    for message in catalog.obsolete.values():
        catalog[message.id] = message
    catalog.obsolete.clear()
    catalog.update(words, no_fuzzy_matching=True)
    return catalog


def catalog_text(catalog: Catalog) -> str:
    """Return words as tidings.pot or a translation's tidings.po holds them."""
    return _header(catalog) + _body(catalog)


def untranslated(catalog: Catalog) -> list[Words]:
    """Return the words that have no translation yet."""
    return [message.id for message in catalog if message.id and not _is_done(message)]


def compiled(catalog: Catalog) -> bytes:
    """Return a translation as ``gettext`` reads it: a .mo file."""
    texts = {"": "\n".join(f"{name}: {value}" for name, value in _facts(catalog)) + "\n"}
    for message in catalog:
        if message.id and _is_done(message):
            texts[_joined(message.id)] = _joined(message.string or "")
    return _mo(texts)


def main() -> None:
    """Write all files anew, and say what is left to translate."""
    words = template()
    (FOLDER / "tidings.pot").write_text(catalog_text(words), "utf-8")
    for file in sorted(FOLDER.glob("*/LC_MESSAGES/tidings.po")):
        language = file.parents[1].name
        catalog = merged(file.read_text("utf-8"), language, words)
        file.write_text(catalog_text(catalog), "utf-8")
        file.with_suffix(".mo").write_bytes(compiled(catalog))
        missing = untranslated(catalog)
        print(f"{language}: {len(catalog) - len(missing)} translated, {len(missing)} to do")
        for each in missing:
            print(f"  {each!r}")


def _by_file(item: tuple[Words, tuple[set[str], set[str]]]) -> tuple[list[str], str]:
    words, (files, _remarks) = item
    return sorted(files)[:1], _joined(words)


def _facts(catalog: Catalog) -> list[tuple[str, str]]:
    facts = [("Project-Id-Version", "Tidings")]
    if catalog.locale:
        facts += [("Language", str(catalog.locale)), ("Plural-Forms", catalog.plural_forms)]
    return [
        *facts,
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
    ]


def _header(catalog: Catalog) -> str:
    whose = catalog.locale.english_name if catalog.locale else "All"
    lines = "".join(f'"{name}: {value}\\n"\n' for name, value in _facts(catalog))
    title = f"# {whose} words of Tidings. `make words` writes this file: docs/translations.md.\n"
    return f'{title}msgid ""\nmsgstr ""\n{lines}\n'


def _body(catalog: Catalog) -> str:
    file = io.BytesIO()
    write_po(file, catalog, omit_header=True, include_lineno=False, width=99)
    return file.getvalue().decode("utf-8").lstrip("\n").rstrip("\n") + "\n"


def _is_done(message: Message) -> bool:
    forms = [message.string] if isinstance(message.string, str) else message.string
    return not message.fuzzy and all(forms or [""])


def _joined(words: Words) -> str:
    return words if isinstance(words, str) else "\0".join(words)


def _mo(texts: Mapping[str, str]) -> bytes:
    """Return the format of GNU gettext: a head, two tables of places, then the texts."""
    pairs = sorted((key.encode("utf-8"), text.encode("utf-8")) for key, text in texts.items())
    in_order = [text for column in zip(*pairs, strict=True) for text in column]
    head, table = 7 * 4, 8 * len(pairs)
    place = head + 2 * table
    places = b""
    for text in in_order:
        places += struct.pack("<II", len(text), place)
        place += len(text) + 1
    numbers = struct.pack("<7I", 0x950412DE, 0, len(pairs), head, head + table, 0, 0)
    return numbers + places + b"".join(text + b"\0" for text in in_order)


if __name__ == "__main__":
    main()
