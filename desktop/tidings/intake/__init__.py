"""What the reader asks of sources: open a page, load more of it, and keep up with them.

The decisions are pure; fetching is handed in, so that a test or another source can stand
in its place. What breaks is decided in :mod:`tidings.intake.breaking`, whose functions
are used under that name.
"""

from tidings.intake.importing import Import, imported
from tidings.intake.joining import LoadedMore, joined
from tidings.intake.opening import Fetch, load_more, open_page
from tidings.intake.pictures_ahead import pictures_ahead
from tidings.intake.refresh_words import told_again, told_at_the_end, told_of, told_of_kept
from tidings.intake.refreshing import (
    Answered,
    Failed,
    Fault,
    Outcome,
    SourceState,
    due,
    fault_of,
    fault_of_status,
    followed,
    next_look,
    next_to_start,
    seems_offline,
)
from tidings.intake.suggestions import Reason, Suggestion, load_suggestions, why
from tidings.intake.watch_words import usual_watch_words

__all__ = [
    "Answered",
    "Failed",
    "Fault",
    "Fetch",
    "Import",
    "LoadedMore",
    "Outcome",
    "Reason",
    "SourceState",
    "Suggestion",
    "due",
    "fault_of",
    "fault_of_status",
    "followed",
    "imported",
    "joined",
    "load_more",
    "load_suggestions",
    "next_look",
    "next_to_start",
    "open_page",
    "pictures_ahead",
    "seems_offline",
    "told_again",
    "told_at_the_end",
    "told_of",
    "told_of_kept",
    "usual_watch_words",
    "why",
]
