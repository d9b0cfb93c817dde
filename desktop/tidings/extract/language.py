"""Which language a story is in, block by block, and which way it runs."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from threading import Lock
from typing import Any

from tidings.document import Block, Direction, Figure, Preformatted
from tidings.extract.markup import language_tag
from tidings.extract.text import word_set

_SAMPLE = 1200
_SAMPLE_BLOCKS = 40
_BLOCK_SAMPLE = 300
_GUESSED_BLOCKS = 400
# Below these a guess is worth less than the page's own word, or than the story around.
_CLEAR_STORY = 100
_CLEAR_BLOCK = 60
_SURE = 0.9
_SHARE_SURE = 0.6
_SHORT_WORD = re.compile(r"\b[^\W\d_]{1,5}\b")
_MOST_COMMON = 25
_COMMON_SHARE = 0.25
_COMMON_KINDS = 4
# Letters beyond Latin, Greek first; punctuation of all scripts lies between.
_NOT_LATIN_LETTER = re.compile("[\u0250-\u1dff\u1f00-\u1fff\u2c00-\uffff\U00010000-\U0010ffff]")
# Scripts that one living language of news alone is written in say it without a guess.
_SCRIPTS = {
    "GEORGIAN": "ka", "ARMENIAN": "hy", "HEBREW": "he", "GREEK": "el", "THAI": "th",
    "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "KHMER": "km", "LAO": "lo",
    "TIBETAN": "bo", "SINHALA": "si", "TAMIL": "ta", "TELUGU": "te", "KANNADA": "kn",
    "MALAYALAM": "ml", "GUJARATI": "gu", "GURMUKHI": "pa", "MYANMAR": "my", "ETHIOPIC": "am",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Guess:
    """A language tag, empty where unknown, and how sure it is, 0 to 1."""

    language: str
    sure: float


def story_language(blocks: Sequence[Block], title: str, stated: Iterable[str]) -> str:
    """Return the language of a story, empty where neither text nor page tells.

    ``stated`` is what the page says, nearest first. A text that is long enough to be told
    decides; what the page says adds the region ("pt-BR") or stands in for a short text.
    """
    said = [tag for tag in map(language_tag, stated) if tag]
    sample = _sample(blocks) or title
    guess = guess_language(sample)
    clear = len(sample) >= _CLEAR_STORY and guess.sure >= _SHARE_SURE
    for tag in said:
        if same_language(tag, guess.language) or (not clear and _script_fits(tag, sample)):
            return tag
    return guess.language or (said[0] if said else "")


def with_languages(blocks: Sequence[Block], story: str) -> tuple[Block, ...]:
    """Return the blocks, each with its language where that is not the story's.

    On the way in a block's ``language`` is what the page's attributes say of it. Beyond the
    first few hundred blocks only these and a foreign script are minded, for the time it takes.
    """
    common = _common_words(blocks)
    languages = (
        _block_language(
            block, story, guess=place < _GUESSED_BLOCKS and not _is_of(common, block.text)
        )
        for place, block in enumerate(blocks)
    )
    return tuple(
        block if language == block.language else replace(block, language=language)
        for block, language in zip(blocks, languages, strict=True)
    )


def _common_words(blocks: Iterable[Block]) -> frozenset[str]:
    """Return the short words that the story uses most: those that no other language shares."""
    counts = Counter(
        word
        for block in islice(blocks, _SAMPLE_BLOCKS)
        for word in _SHORT_WORD.findall(_letters_of(block).casefold())
    )
    return frozenset(word for word, _ in counts.most_common(_MOST_COMMON))


def _is_of(common: frozenset[str], text: str) -> bool:
    """Tell whether a text is so full of the story's common words that it is in its language."""
    words = text[:_BLOCK_SAMPLE].casefold().split()
    shared = [word for word in words if word in common]
    return len(shared) >= _COMMON_SHARE * len(words) and len(set(shared)) >= _COMMON_KINDS


def _block_language(block: Block, story: str, *, guess: bool) -> str:
    text = _letters_of(block)
    stated = block.language
    if len(text) < _CLEAR_BLOCK or not (guess or _script_differs(text, story)):
        foreign = not stated and _script_differs(text, story)
        language = _likely_language(text) if foreign else stated
    else:
        told = guess_language(text)
        if stated and (same_language(stated, told.language) or told.sure < _SURE):
            language = stated
        elif _script_differs(text, story) or (told.sure >= _SURE and script_of(text) != "CJK"):
            language = told.language
        else:
            language = ""
    return "" if same_language(language, story) else language


def direction_of(blocks: Iterable[Block], title: str = "") -> Direction:
    """Return the way most letters of the story run."""
    sample = _sample(blocks) or title
    right = sum(unicodedata.bidirectional(character) in ("R", "AL") for character in sample)
    left = sum(unicodedata.bidirectional(character) == "L" for character in sample)
    return Direction.RIGHT_TO_LEFT if right > left else Direction.LEFT_TO_RIGHT


def guess_language(text: str) -> Guess:
    """Tell the language of a text by its script and letters; empty for a text without any."""
    sample = text[:_SAMPLE]
    script = script_of(sample)
    if not script:
        return Guess("", 0.0)
    if script in _SCRIPTS:
        return Guess(_SCRIPTS[script], 1.0)
    language, sure = _identifier().classify(sample)
    return Guess(str(language), float(sure))


def script_of(text: str) -> str:
    """Return the Unicode name of the script most letters of ``text`` have, or empty.

    Japanese is told by its syllables, of which Chinese has none.
    """
    sample = text[:_BLOCK_SAMPLE]
    if not _NOT_LATIN_LETTER.search(sample):
        return "LATIN" if any(map(str.isalpha, sample)) else ""
    counts: dict[str, int] = {}
    for character in sample:
        if character.isalpha():
            name = "LATIN" if character < "\u0250" else _script(character)
            counts[name] = counts.get(name, 0) + 1
    if not counts:
        return ""
    best = max(counts, key=lambda name: counts[name])
    kana = counts.get("HIRAGANA", 0) + counts.get("KATAKANA", 0)
    return "HIRAGANA" if best == "CJK" and kana * 10 >= counts[best] else best


def same_language(one: str, other: str) -> bool:
    """Tell whether two tags mean one language, regions aside."""
    return bool(one) and _primary(one) == _primary(other)


def _primary(tag: str) -> str:
    primary = tag.partition("-")[0].lower()
    return _ALIASES.get(primary, primary)


# Names that pages and the identifier use for one language.
_ALIASES = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "fil": "tl", "cmn": "zh", "sh": "sr"}
_LIKELY = {"LATIN": "en", "CYRILLIC": "ru", "ARABIC": "ar", "CJK": "zh"}
_SCRIPT_LANGUAGES = {
    "CYRILLIC": word_set("ru uk be bg mk sr kk ky tg tt ba uz mn cv os ab ce sah"),
    "ARABIC": word_set("ar fa ur ug ps ku ckb sd dv prs az"),
    "CJK": word_set("zh yue ja ko"),
}
_NOT_LATIN = frozenset(("ru", "uk", "be", "bg", "mk", "ar", "fa", "ur", "zh", *_SCRIPTS.values()))


@cache
def _script(character: str) -> str:
    return unicodedata.name(character, "").partition(" ")[0]


def _script_fits(tag: str, sample: str) -> bool:
    """Tell whether a text that is too short to be told may be in the language of ``tag``."""
    primary = tag.partition("-")[0].lower()
    script = script_of(sample)
    own = _SCRIPT_LANGUAGES.get(script)
    if own is not None:
        return primary in own
    if script in _SCRIPTS:
        return same_language(_SCRIPTS[script], primary)
    return primary not in _NOT_LATIN


def _likely_language(text: str) -> str:
    """Return the language of a few words in a foreign script, which are too few to be told."""
    script = script_of(text)
    return _SCRIPTS.get(script) or _LIKELY.get(script, "")


def _script_differs(text: str, story: str) -> bool:
    return sum(map(str.isalpha, text)) >= 3 and bool(story) and not _script_fits(story, text)


def _sample(blocks: Iterable[Block]) -> str:
    """Return running text in the script that most of the story is in.

    Another script's text would outweigh it, as its letters take more bytes.
    """
    texts = [
        block.text[:_BLOCK_SAMPLE]
        for block in islice(blocks, _SAMPLE_BLOCKS)
        if not isinstance(block, Figure | Preformatted)
    ]
    letters: Counter[str] = Counter()
    scripts = [_family(script_of(text)) for text in texts]
    for script, text in zip(scripts, texts, strict=True):
        letters[script] += len(text)
    most = max(letters, key=lambda script: letters[script], default="")
    return " ".join(text for script, text in zip(scripts, texts, strict=True) if script == most)[
        :_SAMPLE
    ]


def _family(script: str) -> str:
    return "CJK" if script in ("HIRAGANA", "KATAKANA") else script


def _letters_of(block: Block) -> str:
    return "" if isinstance(block, Preformatted) else block.text[:_BLOCK_SAMPLE]


def prepare() -> None:
    """Load what languages are told by, which takes a third of a second, before it is asked for."""
    _identifier()


def _identifier() -> Any:
    with _LOADING:
        return _loaded_identifier()


_LOADING = Lock()


@cache
def _loaded_identifier() -> Any:
    # Takes long, so it waits for the first text that needs it, or for prepare().
    from tidings.extract.language_model import load_identifier

    return load_identifier()
