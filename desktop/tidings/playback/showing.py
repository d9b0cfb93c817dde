"""What is told of the session, each change once."""

from __future__ import annotations

from tidings.playback.events import Effect, Light, Mode, ModeChanged, StoryBegan


class Showing:
    """Remembers what was told last."""

    def __init__(self) -> None:
        self.mode = Mode.STOPPED
        self.story = ""
        """The story that was begun last; empty after the end of the queue."""
        self._lit = Light(None)

    def change(self, mode: Mode) -> list[Effect]:
        """Be in a mode."""
        if mode is self.mode:
            return []
        self.mode = mode
        return [ModeChanged(mode)]

    def light(self, light: Light) -> list[Effect]:
        """Show what is being said."""
        if light == self._lit:
            return []
        self._lit = light
        return [light]

    def begin(self, story: str) -> list[Effect]:
        """Tell of a story that another one was spoken before."""
        if story == self.story:
            return []
        self.story = story
        return [StoryBegan(story)]
