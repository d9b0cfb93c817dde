"""No text for people escapes the translators, as far as the code's shape can tell."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOM = Path(__file__).parents[2] / "desktop" / "tidings"
# The worker is a program of its own, which no person hears of; documents hold no texts;
# what is said of a story follows the story's language.
FILES = [
    file
    for file in sorted(ROOM.rglob("*.py"))
    if not {"worker", "document", "normalise"} & set(file.relative_to(ROOM).parts)
]

LOOK_UPS = {"_", "ngettext"}
NAMES = {"TypeVar", "ParamSpec"}
LOGS = {"debug", "info", "warning", "error", "exception", "critical"}
# What takes a text that is shown or said, were it a single word.
SHOWS = re.compile(
    r"set(Text|WindowTitle|Title|Accessible(Name|Description)|PlaceholderText|ToolTip|StatusTip"
    r"|WhatsThis|HeaderLabels)|Q(Label|PushButton|ToolButton|CheckBox|RadioButton|GroupBox|Action)"
    r"|addItem|addButton|tell|told|say|warn|_?complain|_?warn"
)
PEOPLE_ERRORS = re.compile(r"(Source|Library|Cannot|Recording|ArgumentType)Error")
# A sentence, or a part of one; SQL and names of things have no two small words in a row.
SENTENCE = re.compile(r"[^\W\d_A-Z][^\W\d_]* [^\W\d_A-Z][^\W\d_]*")
# A label, where labels are made.
LABEL = re.compile(r"[A-Z][a-z]+\b.*", re.DOTALL)
LABELLED = {"ui", "cli.py", "app.py"}
WORD = re.compile(r"[^\W\d_]{2}")
NAME = "Tidings"
XPATH = ("//", ".//")

# How texts begin that are names, for developers, for the database, or what is searched for.
OURS = {
    # a thread's name
    "app.py": ("getting ready",),
    # markup that is read as a page's is
    "extract/feed_xml.py": ("feed xmlns",),
    "extract/feeds.py": ("<span", "<figure"),
    "extract/opml.py": ("<?xml", "<opml", "<outline"),
    "library/schema.py": ("CREATE TABLE",),
    "library/migration.py": ("copied version",),
    # what parts of the network's room tell each other
    "source/connecting.py": ("no time left", " has no address"),
    "source/fetching.py": ("what was never had",),
    "source/unpacking.py": ("cut off", "too many members"),
    "speech/announcing.py": ("untitled=skip",),
    # what the library for patterns says, which is told in words of ours
    "speech/patterns.py": (
        "unbalanced parenthesis",
        "unterminated character",
        "nothing to repeat",
        "multiple repeat",
        "bad ",
        "unknown group",
        "invalid group",
    ),
    "speech/pls.py": ("<?xml", "<lexicon"),
    "speech/process.py": ("the worker ended before",),
    # names of voices that are not offered
    "speech/voices.py": ("bad news", "good news", "pipe organ"),
    "speech/wire.py": ("a frame was", "a frame is", "not a message"),
    "ui/application.py": ("Fusion",),
    "ui/breaking/bus_notices.py": ("Notify",),
    "ui/commands.py": ("commands that do not match",),
    "ui/field.py": ("Control",),
    "ui/keymap.py": ("commands without words",),
    # what programs say to each other over the session bus
    "ui/media_keys/bus_player.py": ("media keys", "there is only", "Seeked"),
    "ui/media_keys/calls.py": (
        "no ",
        "Seek",
        "Tidings opens no",
        "Get",
        "can only be read",
        "Volume",
    ),
    "ui/media_keys/interface.py": (
        *("Identity", "Rate", "Metadata", "Volume", "Position", "Quit", "Raise", "Play", "Pause"),
        *("Stop", "Next", "Previous", "Seek", "Get", "Set", "Introspect", "Ping", "<"),
    ),
    "ui/media_keys/player_state.py": ("Identity", "Rate", "Metadata", "Volume", "Position"),
    # a thread's name
    "ui/screen_reader/bus_watch.py": ("screen reader",),
    # for the log
    "ui/talking/talking.py": ("another program",),
    # why a device was lost, for the log
    "ui/pulse.py": ("libpulse could",),
    # what another program said that was none of ours, for the log
    "ui/one_window/calling.py": ("cut short",),
    "ui/one_window/wire.py": ("no ", "a line", "more than", "another", "given for"),
    "ui/pulse_sound.py": ("the sound server",),
    "ui/qt_sound.py": ("there is none",),
    "ui/reading/direction.py": ("ar arc azb",),
    "ui/reading/lent_text.py": ("no line at", "Control"),
    "ui/reading/nodes.py": ("Return",),
    "ui/reading/style.py": ("The reader who wants",),
    "ui/row_parts.py": ("not each part", "the title cannot"),
    # keys, as Qt writes them
    "ui/control_keys.py": ("Return", "Shift+Return", "Escape"),
    "ui/dialog_parts.py": ("Ctrl+Space",),
    "ui/message_list.py": ("Ctrl+C",),
    "ui/row_parts_dialog.py": ("Alt+Up", "Alt+Down"),
    "ui/saying_list.py": ("Return", "Enter", "Delete", "Ctrl+Z"),
    "ui/theme.py": ("Noto Sans",),
    # what eSpeak calls the kinds of a language
    "ui/voice_words.py": (
        *("America", "Balearic", "Belgium", "Brazil", "Cantonese,", "Caribbean", "Central"),
        *("Classic", "France", "Great Britain", "Lancaster", "Latin America", "Latvia"),
        *("Mandarin,", "North", "Pinglish", "Portugal", "Received", "Scotland", "Southern"),
        *("Spain", "Switzerland", "Valencian", "West Midlands"),
    ),
}


def called(node: ast.Call) -> str:
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def unspoken(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield what holds no text of its own: documentation, look-ups, log lines, fixed names."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant() as text):
                yield text
            case ast.Call() if called(node) in LOOK_UPS | LOGS | NAMES:
                yield from node.args
            case ast.ClassDef(bases=[ast.Name(id="Enum")]):
                yield node
            case ast.Assign(targets=[ast.Name(id="__all__")]) | ast.Subscript(value=ast.Name()):
                yield node


def literals(node: ast.AST, left_out: set[int]) -> Iterator[tuple[int, str]]:
    """Yield the strings in a piece of code, with their lines."""
    if id(node) in left_out:
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.lineno, node.value
    for child in ast.iter_child_nodes(node):
        yield from literals(child, left_out)


def inner_calls(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the arguments of calls inside a shown text: they are not shown themselves."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Call):
            yield from inner.args
            yield from (keyword.value for keyword in inner.keywords)
        elif isinstance(inner, ast.Subscript):
            yield inner.slice
        elif isinstance(inner, ast.Compare):
            yield inner


def shown(tree: ast.Module, left_out: set[int]) -> Iterator[tuple[int, str]]:
    """Yield the strings that go straight to where they are shown."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (
            SHOWS.fullmatch(called(node)) or PEOPLE_ERRORS.fullmatch(called(node))
        ):
            for argument in node.args:
                beside = {id(each) for each in inner_calls(argument)}
                yield from literals(argument, left_out | beside)


def escaped(
    code: str, ours: tuple[str, ...] = (), *, has_labels: bool = True, has_vocabulary: bool = False
) -> list[str]:
    """Return the texts in the code that nobody could translate, with their lines.

    ``has_labels``: single words may be texts, too. ``has_vocabulary``: what stands at the top
    of the file is what pages are searched for.
    """
    tree = ast.parse(code)
    left_out = {id(node) for node in unspoken(tree)}
    if has_vocabulary:
        left_out |= {id(node) for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)}
    found = {text for text in shown(tree, left_out) if WORD.search(text[1])}
    found |= {text for text in literals(tree, left_out) if SENTENCE.search(text[1])}
    if has_labels:
        found |= {text for text in literals(tree, left_out) if LABEL.fullmatch(text[1].strip())}
    return [
        f"line {line}: {text!r}"
        for line, text in sorted(found)
        if not text.strip().startswith((*ours, *XPATH)) and text.strip(" –") != NAME
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOM).as_posix())
def test_no_text_escapes(file: Path) -> None:
    place = file.relative_to(ROOM)
    found = escaped(
        file.read_text("utf-8"),
        OURS.get(place.as_posix(), ()),
        has_labels=place.parts[0] in LABELLED,
        has_vocabulary=place.parts[0] == "extract",
    )
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "label.setText('Play')",
        "QPushButton('Play', parent)",
        "self._button('Play', 'play-icon')",
        "window.setWindowTitle(f'{name} is open')",
        "self.told.emit('It could not be opened.')",
        "words = {'stop': 'Stop speaking'}",
        "raise CannotError('Impossible')",
        "label.setText(_('Play') if ready else 'Wait')",
        "label.setText('Play {n}'.format(n=1))",
    ],
)
def test_a_text_without_translation_is_found(code: str) -> None:
    assert escaped(code)


@pytest.mark.parametrize(
    "code",
    [
        "'''Says what this is for.'''",
        "label.setText(_('Play'))",
        "label.setText(ngettext('{n} story', '{n} stories', 2).format(n=2))",
        "label.setText(words['play'])",
        "label.setText('–')",
        "log.warning('the voice was lost')",
        "execute('UPDATE article SET read = ? WHERE id = ?')",
        "window.setWindowTitle('Tidings')",
        "class Notice(Enum):\n    LOST = 'speech was lost'",
    ],
)
def test_what_is_no_text_for_people_is_let_be(code: str) -> None:
    assert not escaped(code)
