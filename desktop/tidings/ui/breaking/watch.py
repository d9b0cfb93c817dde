"""What breaks: watched for in what the sources give, kept, and told when its time has come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from tidings.document import Edition
from tidings.intake import breaking
from tidings.intake.breaking import Voice, Watch
from tidings.intake.breaking_kept import watch_from_dismissed, watch_from_text, watch_to_text
from tidings.intake.headlines import Headline, headlines_by_pattern, headlines_of_bar
from tidings.library import Library, Source
from tidings.ui.keeping import Keeping
from tidings.ui.refreshing import Brought

BREAKING = "breaking"
"""The name under which all of it is kept."""

DISMISSED = "dismissed-headlines"
"""The name under which older versions kept the headlines that the reader wants no more."""

AT_ONCE = 3
"""Headlines of watched sources that the banner shows, the newest: each has four controls."""

_FIRST_LOOK = 5_000
"""Milliseconds until it is told what waits since the last time: first the window is there."""

_LONGEST_WAIT = 60_000
"""Milliseconds until the next look, at the most: a computer may sleep meanwhile."""


class BreakingWatch(QObject):
    """The one place where it changes which headlines are shown and which are known.

    ``announced`` carries a :class:`Headline` that is to be told now, and how many wait behind
    it: each once, when it is kept already that it was. ``settled`` carries one that the reader
    has dealt with. ``changed`` tells that others are to be shown.
    """

    changed = Signal()
    announced = Signal(object, int)
    settled = Signal(object)

    def __init__(self, keeping: Keeping, parent: QObject) -> None:
        super().__init__(parent)
        self.now: Callable[[], datetime] = lambda: datetime.now().astimezone()
        self.may_tell: Callable[[], bool] = lambda: True
        """Whether anything may be told of itself; when it may again, :meth:`look` is called."""
        self._keeping = keeping
        self._watch = Watch()
        self._page: Edition | None = None
        self._looked: set[str] = set()
        """The sources that were looked at since the program began."""
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.look)

    def use(self, settings: Mapping[str, str]) -> None:
        """Take over what was known before; what makes no sense is passed over."""
        if BREAKING in settings:
            self._watch = watch_from_text(settings[BREAKING])
        else:
            self._watch = watch_from_dismissed(settings.get(DISMISSED, ""))
        self.changed.emit()
        self._again.start(_FIRST_LOOK)

    def close(self) -> None:
        """Look no more."""
        self._again.stop()

    # --- what there is to show -------------------------------------------------------------

    @property
    def of_page(self) -> tuple[Headline, ...]:
        """The headlines of the bar of the page that is open, without those not to be shown."""
        headlines = headlines_of_bar(self._page) if self._page else ()
        return breaking.of_page(self._watch, headlines, self.now())

    @property
    def label(self) -> str:
        """What the page that is open calls its bar; empty where it does not say."""
        news = self._page.breaking if self._page else None
        return news.label if news else ""

    @property
    def of_sources(self) -> tuple[Headline, ...]:
        """The headlines of watched sources that the bar of the page does not show, in order."""
        of_page = {headline.words for headline in self.of_page}
        shown = breaking.banner(self._watch, self.now())
        return tuple(each for each in shown if each.words not in of_page)

    # --- what comes ------------------------------------------------------------------------

    def show_page(self, edition: Edition | None) -> None:
        """Show the bar of the page that is open now; it need not be announced."""
        self._page = edition
        headlines = headlines_of_bar(edition) if edition else ()
        self._take(breaking.page_opened(self._watch, headlines))
        self.changed.emit()

    def take(self, brought: Brought) -> None:
        """Look for what breaks in what a source gave."""
        self._look_at(brought.source, brought.edition)

    def take_unchanged(self, source: Source) -> None:
        """Look at what a source had before, which is kept: once, for it may be new all the same.

        It was not looked at where the source is watched only now, nor where the program ended
        as it was kept.
        """
        if not source.choices.watch_breaking or source.address in self._looked:
            return
        nothing: tuple[Edition | None] = (None,)
        self._keeping.do(
            lambda library: (library.edition(source.address),),
            lambda found: self._look_at(source, found[0] or Edition(source.address, ())),
            nothing,
            in_passing=True,
        )

    def _look_at(self, source: Source, edition: Edition) -> None:
        address, words = source.address, source.choices.watch_words
        self._looked.add(address)
        if not source.choices.watch_breaking:
            self._looked.discard(address)
            self._take(breaking.left_alone(self._watch, address))
            return
        of_bar = headlines_of_bar(edition)
        by_words = headlines_by_pattern(edition.articles, words, self.now(), address)
        self._take(breaking.looked_at(self._watch, address, words, of_bar, by_words))
        self.look()

    # --- what is told ----------------------------------------------------------------------

    def look(self) -> None:
        """Tell what is to be told now, and look again when something may be."""
        self._again.stop()
        if self.may_tell():
            self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        now = self.now()
        step = breaking.announcing(self._watch, now, Voice.SILENT)
        if step.announced is not None:
            headline, more = step.announced, step.more
            self._take(step.watch, lambda: self.announced.emit(headline, more))
            step = breaking.announcing(self._watch, now, Voice.SILENT)
        if step.again_at is not None:
            wait = (step.again_at - now) / timedelta(milliseconds=1)
            self._again.start(int(min(max(wait, 0), _LONGEST_WAIT)))

    def began(self, headline: Headline) -> None:
        """Take note that it is only now that a headline is told: the quiet begins here."""
        self._take(breaking.heard(self._watch, headline, self.now()))
        self.look()

    # --- what the reader does --------------------------------------------------------------

    def ask(self) -> Headline | None:
        """Return what is to be said to a reader who wants to hear what breaks; None: nothing."""
        step = breaking.asked(self._watch, self.now())
        self._take(step.watch)
        if step.announced is not None:
            return step.announced
        return next(iter(self.of_page), None)

    def heard(self, headline: Headline) -> None:
        """Take note that the reader hears a headline now, which is not told besides."""
        self._take(breaking.heard(self._watch, headline, self.now()))
        self.settled.emit(headline)
        self.look()

    def put_off(self, headline: Headline) -> None:
        """Tell a headline again after half an hour."""
        self._take(breaking.put_off(self._watch, headline, self.now()))
        self.settled.emit(headline)
        self.look()

    def take_away(self, headline: Headline) -> None:
        """Leave a headline out for good, that was read or is not wanted."""
        self._take(breaking.taken_away(self._watch, headline))
        self.settled.emit(headline)
        self.look()

    def _take(self, watch: Watch, then: Callable[[], None] | None = None) -> None:
        """Go on with another watch, and do what is ``then`` to be done once that is kept."""
        if watch == self._watch:
            return
        self._watch = watch

        def keep(library: Library) -> bool:
            library.set_setting(BREAKING, watch_to_text(watch))
            return True

        self._keeping.do(keep, lambda _kept: then() if then else None, True, in_passing=True)
