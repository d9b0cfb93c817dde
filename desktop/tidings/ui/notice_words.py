"""What the voice that reads stories has to say of itself."""

from __future__ import annotations

from gettext import gettext as _

from tidings.playback import Notice
from tidings.ui.tours import Tour, end_words


def notice_words(notice: Notice, tour: Tour) -> str:
    """Return what is told of a notice, on the tour that it came on."""
    match notice:
        case Notice.END_OF_QUEUE:
            return end_words(tour)
        case Notice.STOPPED_AFTER_STORY:
            return _("That was the story. Play goes on with the next.")
        case Notice.NOTHING_TO_SAY:
            return _("There is nothing to read aloud here.")
        case Notice.SPEECH_RESTARTED:
            return _("The voice had stopped working and was started again.")
        case Notice.SPEECH_LOST:
            return _("The voice stopped working. Press Play to try again.")
        case Notice.SENTENCE_LEFT_OUT:
            return _("One sentence could not be spoken and is left out.")
        case Notice.AT_THE_BEGINNING:
            return _("This is the beginning.")
        case Notice.AT_THE_END:
            return _("This is the end.")
        case Notice.NOTHING_TO_LEAVE:
            return _("There is no list, table, quote or picture to leave.")
        case Notice.FELL_ASLEEP:
            return _("The sleep timer has stopped it. Your place is kept.")
