"""Media keys, headset buttons and the desktop's player: docs/media-keys.md."""

from tidings.ui.media_keys.media_keys import MediaKeys

__all__ = ["MediaKeys"]
