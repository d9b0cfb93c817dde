"""Where a line of news is parted into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_SURROGATE = re.compile("[\ud800-\udfff]")
# "Why?" — he asked: what the dash begins belongs to what is before it.
_DASHED = re.compile(r"\s*[—–-]\s*(\w)")
# Nothing begins with these: ", and left", "-C." of "J.-C.", "º" of "3.º".
_MIDDLE = re.compile(r"[,;:)\]»”ºª]|-\w")
_OPENING = re.compile(r"[\s(\[{«»“”„‚‘’\"'¿¡—–-]*")
_NUMBER = re.compile(r"(?:\d{1,3}|[IVXLC]{1,6}|[A-Za-zА-Яа-я])\.")
_INITIAL = re.compile(r"(?:^|[\s(«“„\"'.-])([^\W\d_])\.$")
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")
_GAP = re.compile(r"[.…!?][)\]]?[»”\"’]?\s+(?=\S)")
_LETTERS = re.compile(r"[\w'’-]+")
_REACH = 24
"""Characters before an end that it is judged by, and of the word after it."""
_NEAR = 200

_BEFORE_MORE = {
    "ar": "أ|د|م|ص",
    "de": "abb|abs|abt|anm|aufl|ausg|bd|bde|bez|bsp|bzw|ca|dez|dipl|dir|evtl|frl|geb|gest|ggf|"
    "hbf|hl|hptm|inh|inkl|kap|kfm|nr|okt|präs|red|st|stellv|str|tel|tsd|vgl|vors|zzgl",
    "en": "abp|ald|amb|app|approx|apt|assoc|atty|bp|ch|chap|dep|dir|ed|eds|eq|est|ex|figs|ft|"
    "gens|govs|govt|inst|intl|ln|ms|mx|natl|ofc|par|para|profs|rm|sect|spc|ste|treas|vol|vols",
    "es": "aprox|av|avda|cía|cnel|ctra|d|dip|dña|dra|ene|feb|fig|gral|ilmo|ing|lic|mill|mons|n|"
    "núm|pág|págs|pdte|prof|rev|sen|sta|sto|tel|tte",
    "fr": "adj|art|av|avr|bd|cap|cdt|ch|chap|col|déc|dép|dr|env|fig|gén|janv|juil|lt|m|me|mgr|"
    "min|mlle|mlles|mm|mme|mmes|nov|oct|p|pp|pr|réf|sept|st|ste|sts|vol|févr",
    "kk": "дж|қ|рис|см|ул|ш",
    "ru": "авг|акад|англ|апр|бул|гг|ген|гл|дек|дер|дж|дир|доб|долл|доц|зав|зам|изд|илл|им|инж|"
    "июл|июн|кап|корп|лейт|мин|наб|напр|нач|нем|нояб|обл|оз|окт|пер|пл|подп|подполк|полк|пос|"
    "пред|преп|проф|ред|рис|р-н|св|сент|см|ср|стр|табл|тел|ул|фр|февр|янв",
    "uk": "акад|бер|бул|верес|вул|ген|гол|груд|див|дж|дод|доц|жовт|зав|зам|ім|квіт|корп|лип|"
    "листоп|лют|наб|напр|нач|пл|полк|пор|пров|просп|проф|рис|р-н|св|серп|січ|смт|стор|табл|тел|"
    "трав|черв",
}
"""Abbreviations by language after which a sentence goes on, with a capital or a number."""

_AT_THE_END = {
    "de": r"etc|usw|u\. ?a|u\. ?ä",
    "en": "no",
    "es": "etc",
    "fr": "etc",
    "kk": r"т\. ?б|млн|млрд",
    "ru": r"т\. ?[дп]|др|пр|руб|коп|чел|тыс|млн|млрд",
    "uk": r"т\. ?[дп]|ін|грн|коп|дол|тис|млн|млрд",
}
"""Abbreviations (and the English "no") by language that may end a sentence before a capital."""

_BEGINNERS = {
    "de": "aber|am|auch|auf|beide|da|dann|das|dem|den|der|die|dies|diese|dieser|doch|ein|eine|"
    "einer|er|es|für|im|in|mit|nach|nun|sie|so|und|vor|was|wenn|wer|wie|wir",
    "es": "a|al|así|con|de|después|el|ella|ellos|en|era|es|eso|esta|este|la|las|lo|los|luego|no|"
    "para|pero|por|se|si|sí|su|también|un|una|y|ya",
    # "M. Le Pen" is a name.
    "fr": "à|ainsi|après|au|ce|ces|cela|cette|c’est|c'est|dans|elle|elles|en|et|il|ils|mais|on|or|"
    "où|par|pour|puis|si|son|sur|un|une",
    "kk": "ал|бірақ|біз|бұл|енді|мен|ол|олар|осы|сол",
    "ru": "а|в|все|всё|его|ее|её|если|и|из|их|как|когда|на|не|нет|но|о|об|он|она|они|оно|по|потом|"
    "с|так|там|теперь|то|это|этот|я",
    "uk": "а|але|в|він|вона|вони|воно|з|за|і|його|їх|коли|на|не|ні|о|потім|таке|та|там|тепер|"
    "у|це|цей|як|я",
}
"""Words that are seldom a name: with a capital they begin a sentence."""

_AFTER_A_NUMBER = {"kk": "ж", "ru": "г|гг|в|вв", "uk": "р|рр|ст"}
"""Of a year: "in 2019 y." may end a sentence before a word that begins one."""

_ZONES_AND_DAYS = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Eastern|Central|Pacific|[ECMP][SD]?T"
)


def boundaries(line: str, language: str) -> list[tuple[int, int]]:
    """Return the sentences of a line, as the characters where each begins and ends.

    They follow one another without a gap; white space may stand around each. ``language`` is
    a BCP 47 tag; where it is unknown, the rules of English hold.
    """
    from sentencex import get_sentence_boundaries

    base = language.replace("_", "-").partition("-")[0].casefold() or "en"
    # It works in UTF-8, which half of a surrogate pair cannot be written in.
    whole = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", line)
    found: list[tuple[int, int]] = []
    for boundary in get_sentence_boundaries(base, whole):
        for start, end in _parted(whole, boundary["start_index"], boundary["end_index"], base):
            if found and _goes_on(whole, found[-1][0], start, base):
                start = found.pop()[0]
            found.append((start, end))
    return found


def _parted(line: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """A sentence, parted where the library passes over an end."""
    for gap in _GAP.finditer(line, start, end):
        word = _first_word(line, gap.end())
        if word[:1].isupper() and _may_end(line, start, gap, word, language):
            yield start, gap.end()
            start = gap.end()
    yield start, end


def _may_end(line: str, start: int, gap: re.Match[str], word: str, language: str) -> bool:
    """Tell whether a sentence from ``start`` may end at a gap, before a word with a capital."""
    stop = gap.group().rstrip()
    if stop[0] == "…":
        return True
    if stop[1:2] in (")", "]"):
        # All of it is in brackets; "Lee (D-Calif.) Tuesday said" is not.
        return line[start : start + _REACH].lstrip()[:1] in ("(", "[")
    told = line[max(start, gap.start() - _REACH) : gap.start() + 1]
    if _is_one_of(_AT_THE_END, told, language):
        return True
    return _begins(word, language) and _is_one_of(_AFTER_A_NUMBER, told, language)


def _goes_on(line: str, before: int, start: int, language: str) -> bool:
    """Tell whether what begins at ``start`` is of the sentence that began at ``before``."""
    told = line[max(before, start - _NEAR) : start].rstrip()[-_REACH:]
    dashed = _DASHED.match(line, start)
    if _MIDDLE.match(line, start) or (dashed and dashed.group(1).islower()):
        return True
    if told[-1:] != ".":
        return False
    word = _first_word(line, start)
    if word[:1].islower():
        # But not where nothing has a capital, nor before "iPhone".
        near = line[max(before, start - _NEAR) : start]
        return word.islower() and not near.islower()
    if _NUMBER.fullmatch(told.lstrip()):
        return True
    return not _begins(word, language) and (
        _is_one_of(_BEFORE_MORE, told, language) or _is_of_a_name(told, word, language)
    )


def _is_of_a_name(told: str, word: str, language: str) -> bool:
    """Tell whether a capital follows as part of a name: "O. Koval", "im 19. Jahrhundert"."""
    if language == "en":
        is_time = told.endswith(("a.m.", "p.m."))
        return is_time and _ZONES_AND_DAYS.fullmatch(word) is not None
    if not word[:1].isupper():
        return False
    initial = _INITIAL.search(told)
    if initial and initial.group(1).isupper():
        return True
    return language == "de" and _ORDINAL.search(told) is not None


def _begins(word: str, language: str) -> bool:
    return bool(word) and word.casefold() in _BEGINNERS.get(language, "").split("|")


def _first_word(line: str, place: int) -> str:
    opened = _OPENING.match(line, place, place + _REACH)
    begin = opened.end() if opened else place
    word = _LETTERS.match(line, begin, begin + _REACH)
    return word.group() if word else ""


def _is_one_of(table: dict[str, str], told: str, language: str) -> bool:
    return language in table and _compiled(table[language]).search(told) is not None


@lru_cache(maxsize=64)
def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})\.$", re.IGNORECASE)
