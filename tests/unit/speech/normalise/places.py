"""Where in a text what is said of it comes from."""

from __future__ import annotations

from tidings.document import Article, Paragraph, Span
from tidings.speech import SOME, Announced, ScriptMaker, Utterance, Way, load_announcements


def spoken(article: Article) -> list[Utterance]:
    """Return the utterances of an article for one who also hears the marks of footnotes."""
    table = SOME.put(Announced.FOOTNOTE, Way.PLAIN)
    script = ScriptMaker(load_announcements(), table)(article)
    cue, found = script.first(), []
    while cue is not None:
        found.append(script.utterance(cue))
        cue = script.after(cue)
    return found


def check_places(text: str, language: str) -> None:
    """Whatever is said otherwise: the rest is said as written, in order, and once."""
    article = Article("a", "", (Paragraph((Span(text),)),), language=language)
    covered: set[int] = set()
    place = 0
    for utterance in spoken(article):
        said = 0
        for stretch in utterance.stretches:
            assert said <= stretch.start < stretch.end <= len(utterance.text)
            assert place <= stretch.source < stretch.source_end <= len(text)
            assert utterance.range.start <= stretch.source
            assert stretch.source_end <= utterance.range.end
            written = text[stretch.source : stretch.source_end]
            if stretch.written is None:
                assert utterance.text[stretch.start : stretch.end] == written
            for offset in range(stretch.start, stretch.end):
                lit = utterance.source_range(offset, 1)
                assert lit is not None
                assert stretch.source <= lit.start < lit.end <= stretch.source_end
            covered |= set(range(stretch.source, stretch.source_end))
            said, place = stretch.end, stretch.source_end
    silent = "".join(text[place] for place in range(len(text)) if place not in covered)
    # What nobody says is signs alone: letters and digits are all in some stretch.
    assert not any(character.isalnum() for character in silent)
