from __future__ import annotations

import pytest

from tests.unit.speech.speaking import Speaker
from tidings.speech import ListeningTime
from tidings.speech.listening_time import spoken_words
from tidings.speech.worker.reading import READING

OTHERS = {
    "pl": "Rada miasta zdecydowała we wtorek o ponownym otwarciu starego dworca kolejowego.",
    "tr": "Belediye meclisi salı günü eski tren istasyonunu yeniden açmaya karar verdi.",
    "it": "Il consiglio comunale ha votato martedì per riaprire la vecchia stazione ferroviaria.",
    "ar": "صوت مجلس المدينة يوم الثلاثاء على إعادة فتح محطة القطار القديمة.",
    "hi": "नगर परिषद ने मंगलवार को पुराने रेलवे स्टेशन को फिर से खोलने के लिए मतदान किया।",
    "zh": "市议会星期二投票决定重新开放旧火车站,该站已经关闭了十一年多。",
}


@pytest.mark.parametrize("rate", [175, 400])
@pytest.mark.parametrize("language", sorted(READING))
def test_news_of_a_language_takes_what_its_rate_says(
    shared: Speaker, language: str, rate: int
) -> None:
    texts = READING[language]
    heard = sum(shared.say(text, language, rate=rate).milliseconds for text in texts)
    told = sum(spoken_words(text, language) for text in texts) / rate * 60_000
    assert told == pytest.approx(heard, rel=0.1)


@pytest.mark.parametrize("language", sorted(OTHERS))
def test_other_languages_are_told_within_a_quarter(shared: Speaker, language: str) -> None:
    heard = shared.say(OTHERS[language], language, rate=175).milliseconds
    told = spoken_words(OTHERS[language], language) / 175 * 60_000
    assert told == pytest.approx(heard, rel=0.25)


def test_figures_and_long_words_take_longer() -> None:
    assert spoken_words("", "en") == 0
    assert spoken_words("2026", "en") > spoken_words("June", "en")
    assert spoken_words("internationally", "en") > 2 * spoken_words("ants", "en")
    assert spoken_words("one, two", "en") > spoken_words("one two", "en")


def test_times_add_up_and_faster_is_shorter_but_for_the_silence() -> None:
    time = ListeningTime(350, 30_000) + ListeningTime(0, 30_000)
    assert time.minutes_at(175) == 3
    assert time.minutes_at(350) == 2
    assert time.times(0.5).minutes_at(350) == 1
