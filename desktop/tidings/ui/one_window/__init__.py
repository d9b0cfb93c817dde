"""One library has one window: a second start of the program hands over to the first.

Nothing here loads Qt, so that a second start is over before Qt would have been loaded.
:mod:`tidings.ui.later_starts` is the first one's side. See docs/one-window.md.
"""

from tidings.ui.one_window.calling import (
    PATIENCE,
    NoWindowError,
    OwnWindow,
    claim_or_hand_over,
)
from tidings.ui.one_window.claim import LOCK_NAME, Claim, claim
from tidings.ui.one_window.wire import (
    LARGEST_GIVEN,
    LONGEST_LINE,
    Incoming,
    WireError,
    Wish,
    encode_greeting,
    encode_taken,
    encode_wish,
)
from tidings.ui.one_window.wishing import make_wish

__all__ = [
    "LARGEST_GIVEN",
    "LOCK_NAME",
    "LONGEST_LINE",
    "PATIENCE",
    "Claim",
    "Incoming",
    "NoWindowError",
    "OwnWindow",
    "WireError",
    "Wish",
    "claim",
    "claim_or_hand_over",
    "encode_greeting",
    "encode_taken",
    "encode_wish",
    "make_wish",
]
