"""What the bundled eSpeak library makes of a text: asked in a process of its own.

Run as a module, it answers each line on standard input, ``[language, text]`` in JSON, with a
line of phonemes in JSON.
"""

from __future__ import annotations

import ctypes
import json
import subprocess
import sys
from types import TracebackType

import espeakng_loader

_NO_SOUND = 1  # AUDIO_OUTPUT_RETRIEVAL
_UTF8 = 1
_IPA = 2


class Phonemes:
    """Asks the process for phonemes; to be used in a ``with`` statement."""

    def __enter__(self) -> Phonemes:
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.communicate()

    def of(self, text: str, language: str) -> str:
        """Return the phonemes of a text read in a language, without the stress."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([language, text]) + "\n")
        self._process.stdin.flush()
        answer = str(json.loads(self._process.stdout.readline()))
        # An unstressed "e" has a sign of its own.
        return " ".join(answer.translate({ord("ˈ"): "", ord("ˌ"): "", ord("ᵻ"): "ɪ"}).split())


def _serve() -> None:
    library = ctypes.CDLL(str(espeakng_loader.get_library_path()))
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    library.espeak_TextToPhonemes.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
    data = espeakng_loader.get_data_path().encode()
    assert library.espeak_Initialize(_NO_SOUND, 0, data, 0) > 0
    for line in sys.stdin:
        language, text = json.loads(line)
        assert library.espeak_SetVoiceByName(language.encode()) == 0, language
        encoded = ctypes.create_string_buffer(text.encode())
        rest = ctypes.c_void_p(ctypes.addressof(encoded))
        heard = []
        while rest.value:
            heard.append(library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _IPA).decode())
        sys.stdout.write(json.dumps(" ".join(heard)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _serve()
