"""What to follow of a page that gives its stories in several ways."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tidings.document import FeedLink
from tidings.ui.choice_dialog import ChoiceDialog, Question


class FollowDialog(ChoiceDialog):
    """``chosen`` carries the number of the feed, -1 for the page itself."""

    chosen = Signal(int)

    def __init__(self, feeds: Sequence[FeedLink], parent: QWidget | None = None) -> None:
        # A feed first: it is made for this.
        entries = [_("feed: {title}").format(title=feed.title or feed.url) for feed in feeds]
        question = Question(
            _("What to follow"),
            _("This page gives its stories in several ways. What do you want to follow?"),
            _("Follow"),
            (48, 16),
        )
        super().__init__(question, [*entries, _("This page itself")], parent=parent)
        page = len(feeds)
        self.taken.connect(lambda row: self.chosen.emit(-1 if row == page else row))
