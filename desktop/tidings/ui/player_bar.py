"""The player: what is spoken, how fast, and in which voice."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QWidget

from tidings.playback import Mode
from tidings.speech import Voice
from tidings.ui.choice_box import ChoiceBox
from tidings.ui.flow import FlowLayout
from tidings.ui.icons import Icons
from tidings.ui.time_left import left_words


class PlayerBar(QFrame):
    """Buttons with their words; ``asked`` carries the id of a command.

    ``voice_chosen`` carries the id of a voice, empty for the language's own. It is a frame
    without one, for a screen reader says its name as the focus comes to it.
    """

    asked = Signal(str)
    voice_chosen = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._row = FlowLayout(self)
        self._pictured: dict[QPushButton, str] = {}
        self._state = self._play_key = ""
        self.previous_story = self._button(_("Previous"), "skip-back", "previous-article")
        self.previous_story.setAccessibleName(_("Previous story"))
        self.previous_sentence = self._button(
            _("Sentence"), "chevron-left", "hear-previous-sentence"
        )
        self.previous_sentence.setAccessibleName(_("Previous sentence"))
        self.play = self._button(_("Play"), "play", "play-pause")
        self.play.setProperty("main", True)
        self.stop = self._button(_("Stop"), "square", "stop")
        self.next_sentence = self._button(_("Sentence"), "chevron-right", "hear-next-sentence")
        self.next_sentence.setAccessibleName(_("Next sentence"))
        self.next_story = self._button(_("Next"), "skip-forward", "next-article")
        self.next_story.setAccessibleName(_("Next story"))
        for button in (
            self.previous_story,
            self.previous_sentence,
            self.play,
            self.stop,
            self.next_sentence,
            self.next_story,
        ):
            self._row.addWidget(button)
        self.slower = self._button(_("Slower"), "minus", "slower")
        self.rate = QLabel()
        self.faster = self._button(_("Faster"), "plus", "faster")
        self._row.addWidget(_together(self.slower, self.rate, self.faster))
        self._voice_label = QLabel(_("Voice"))
        self.voice = ChoiceBox()
        self.voice.setMinimumContentsLength(14)
        self.voice.setSizeAdjustPolicy(
            ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._voice_label.setBuddy(self.voice)
        self.voice.activated.connect(self._voice_activated)
        self.more = self._named_button(_("Voice and listening"), "settings")
        self._row.addWidget(_together(self._voice_label, self.voice))
        self._row.addWidget(self.more)
        self.left = _Line()
        self.left.setProperty("quiet", True)
        self._row.addWidget(self.left)
        self.setAccessibleName(_("Player"))
        self.play.installEventFilter(self)
        self._colours: tuple[QColor, QColor, float] | None = None
        self.show_mode(Mode.STOPPED)

    def set_colours(self, ink: QColor, on_accent: QColor, points: float) -> None:
        """Draw the icons anew, for other colours or another size of text."""
        side = round(points * 1.4)
        size = QSize(side, side)
        for button, name in self._pictured.items():
            colour = on_accent if button is self.play else ink
            button.setIcon(self._icons.icon(name, colour, size))
            button.setIconSize(size)
        self.voice.set_ink(ink)
        self._colours = (ink, on_accent, points)

    @property
    def commands(self) -> dict[QPushButton, str]:
        """The commands by their buttons, but for the one of play and pause."""
        return {
            self.previous_story: "previous-article",
            self.previous_sentence: "hear-previous-sentence",
            self.stop: "stop",
            self.next_sentence: "hear-next-sentence",
            self.next_story: "next-article",
            self.slower: "slower",
            self.faster: "faster",
            self.more: "listening-menu",
        }

    def show_play_key(self, key: str, tip: str) -> None:
        """Have play and pause tell their key."""
        self._play_key = key
        self.play.setToolTip(tip)
        self._describe_play()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have play and pause tell their key again to who comes back to it."""
        if watched is self.play and event.type() == QEvent.Type.FocusOut:
            # Not before it is told where the focus is now.
            QTimer.singleShot(0, self, self._describe_play)
        return super().eventFilter(watched, event)

    def offer_menu(self, menu: QMenu) -> None:
        """Have the last button open a menu."""
        self.more.setMenu(menu)

    def open_menu(self) -> None:
        """Open the menu that was offered."""
        self.more.showMenu()

    def show_mode(self, mode: Mode) -> None:
        """Say what the button would do, and whether there is something to stop."""
        speaking = mode in (Mode.PLAYING, Mode.STARTING)
        word = _("Pause") if speaking else _("Play")
        self.play.setText(f" {word}")
        self.play.setAccessibleName(word)
        self._pictured[self.play] = "pause" if speaking else "play"
        self._state = {
            Mode.STOPPED: _("Nothing is being read"),
            Mode.STARTING: _("Reading aloud"),
            Mode.PLAYING: _("Reading aloud"),
            Mode.PAUSED: _("Reading is paused"),
        }[mode]
        self._describe_play()
        if self._colours is not None:
            self.set_colours(*self._colours)

    def show_rate(self, words_a_minute: int) -> None:
        """Show how fast it speaks."""
        self.rate.setText(
            ngettext("{n} word a minute", "{n} words a minute", words_a_minute).format(
                n=words_a_minute
            )
        )

    def show_time_left(self, minutes: float | None, queue: float = 0) -> None:
        """Show how long the rest of the story takes; None where there is no story.

        ``queue`` is how many minutes all that is still to be read takes, the story included.
        """
        if minutes is None:
            self.left.setText("")
            return
        whole, all_whole = round(minutes), round(queue)
        words = left_words(minutes)
        if all_whole > max(whole, 1):
            words = _("{story}, {n} for the whole list").format(story=words, n=all_whole)
        self.left.setText(words)

    def show_voices(self, language_name: str, voices: tuple[Voice, ...], chosen: str) -> None:
        """Offer the voices of the story's language."""
        self._voice_label.setText(_("Voice for {language}").format(language=language_name))
        self.voice.blockSignals(True)
        self.voice.clear()
        self.voice.addItem(_("Automatic"), "")
        for voice in voices:
            self.voice.addItem(voice.name, voice.id)
        self.voice.setCurrentIndex(max(0, self.voice.findData(chosen)))
        self.voice.blockSignals(False)

    @Slot()
    def _describe_play(self) -> None:
        # Who has just pressed it is told what it has become, and knows the key.
        words = [self._state] if self.play.hasFocus() else [self._state, self._play_key]
        self.play.setAccessibleDescription(", ".join(word for word in words if word))

    def _voice_activated(self, index: int) -> None:
        self.voice_chosen.emit(str(self.voice.itemData(index)))

    def _button(self, text: str, icon: str, command: str) -> QPushButton:
        button = self._named_button(text, icon)
        button.clicked.connect(lambda: self.asked.emit(command))
        return button

    def _named_button(self, text: str, icon: str) -> QPushButton:
        # The blank keeps the word off its icon.
        button = QPushButton(f" {text}", self)
        button.setAccessibleName(text)
        self._pictured[button] = icon
        return button


class _Line(QLabel):
    """A line of text that wraps only where there is no room for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """Return the size of one line; by itself Qt would make two of a long one."""
        return self.fontMetrics().size(0, self.text())


def _together(*widgets: QWidget) -> QWidget:
    """Keep widgets side by side where the row wraps, as long as they fit in one."""
    group = QWidget()
    row = FlowLayout(group)
    for widget in widgets:
        row.addWidget(widget)
    return group
