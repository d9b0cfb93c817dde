"""The talking window: what has the focus, what changes there, and messages, all spoken.

For readers without sight and without a screen reader. docs/talking.md says how it is done.
"""

from tidings.ui.talking.hands import Hands
from tidings.ui.talking.held_ctrl import HeldCtrl
from tidings.ui.talking.interface_voice import InterfaceVoice
from tidings.ui.talking.looking import Eye
from tidings.ui.talking.offer import Offer
from tidings.ui.talking.story_looking import StoryEye
from tidings.ui.talking.talk_choices import TalkChoices
from tidings.ui.talking.talking import Talking
from tidings.ui.talking.talking_choice import TalkingChoice
from tidings.ui.talking.who_speaks import Choice

__all__ = [
    "Choice",
    "Eye",
    "Hands",
    "HeldCtrl",
    "InterfaceVoice",
    "Offer",
    "StoryEye",
    "TalkChoices",
    "Talking",
    "TalkingChoice",
]
