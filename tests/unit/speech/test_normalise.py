from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.speech.normalise import Normaliser

SAID = """
en | It cost $3.5 mln. | It cost 3.5 million dollars.
en | A fee of $1 a day | A fee of 1 dollar a day
en | about €5.3bn | about 5.3 billion euros
en | some £20m more | some 20 million pounds more
en | They won 3-2. | They won 3 to 2.
en | 10–15 people | 10 to 15 people
en | in 1990-95 | in 1990 to 95
en | see pp. 3-7 | see pages 3 to 7
en | on Nov. 24 | on November 24th
en | on 24.11.2026 | on November 24th, 2026
en | on 2026-11-24 | on November 24th, 2026
en | on 11/24/2026 | on November 24th, 2026
en | at 5:05 | at 5 oh 5
en | at 5:30 p.m. EST | at 5 30 PM EST
en | at 17:00 GMT | at 17 hundred GMT
en | Elizabeth II came | Elizabeth the second came
en | Louis XIV | Louis the fourteenth
en | World War II | World War 2
en | Chapter IV | Chapter 4
en | The VIX rose | The VIX rose
en | Did Mary, or was Charles I here? | Did Mary, or was Charles I here?
en | 3 1/2 miles | 3 and a half miles
en | 3½ years | 3 and a half years
en | ½ of it | a half of it
en | 80 km/h | 80 kilometers per hour
en | 1 km | 1 kilometer
en | 20 °C | 20 degrees Celsius
en | 5 m² | 5 square meters
en | at https://www.example.org/path?x=1. | at link to example.org.
en | #QuietHarbour news | Quiet Harbour news
en | No. 5 and No. He | number 5 and No. He
en | Mr. Fay met Gen. Kay | Mister Fay met General Kay
en | St. Ives vs. Hull | Saint Ives versus Hull
en | call 212-555-0147 | call 2 1 2, 5 5 5, 0 1 4 7
en | 1.200.000 of 1 200 000 | 1200000 of 1200000
en | 5 m tall, 6 mln of them | 5 m tall, 6 million of them
en | at 5:00 pm | at 5 PM
en | 1,200,000 | 1,200,000
en | the 1990s and ’80s | the nineteen nineties and eighties
en | COVID-19 and an F-16 | COVID-19 and an F-16
en | 5% of the U.N. | 5% of the U.N.
ru | 5 млн руб. | 5 миллионов рублей
ru | $3,5 млн | 3 целых 5 десятых миллиона долларов
ru | 2 млрд € | 2 миллиарда евро
ru | 5,3 млрд | 5 целых 3 десятых миллиарда
ru | 1 200 000 лет | 1200000 лет
ru | 21,1 года | 21 целая одна десятая года
ru | 80 км/ч | 80 километров в час
ru | 22 °C | 22 градуса Цельсия
ru | 100 тыс. жителей | 100 тысяч жителей
ru | было -5 | было минус 5
ru | и т. д. | и так далее
uk | 5 млн грн | 5 мільйонів гривень
uk | 3,5 бала | 3 кома 5 бала
uk | № 5 | номер 5
uk | 80 км/год | 80 кілометрів на годину
kk | 3,5 | 3 бүтін 5
kk | 5% | 5 пайыз
kk | № 5 | нөмір 5
de | 5,3 Mrd. € | 5,3 Milliarden Euro
de | z. B. Dr. Kai | zum Beispiel Doktor Kai
de | 10–15 Leute | 10 bis 15 Leute
de | Nr. 5 bei 80 km/h | Nummer 5 bei 80 Kilometer pro Stunde
fr | 5 M€ | 5 millions d'euros
fr | n° 5 | numéro 5
fr | Mme Fay, 80 km/h | Madame Fay, 80 kilomètres par heure
fr | 10-15 jours | 10 à 15 jours
es | 5 mill. € | 5 millones de euros
es | Sr. Fay | señor Fay
es | EE. UU. | Estados Unidos
es | 1 200 000 | 1200000
ka | $5 | $5
"""


def said(text: str, language: str, normaliser: Normaliser) -> str:
    for each in reversed(normaliser.replacements(text, language)):
        text = text[: each.start] + each.said + text[each.end :]
    return text


@pytest.mark.parametrize("line", SAID.strip().splitlines())
def test_signs_are_said_in_words(line: str) -> None:
    language, written, words = line.split(" | ")
    assert said(written, language, Normaliser()) == words


def test_emoji_are_left_out_where_the_reader_wants_it() -> None:
    assert said("Hello 😀👍🏽!", "en", Normaliser(emoji=False)) == "Hello !"
    assert said("Hello 😀!", "en", Normaliser()) == "Hello 😀!"


SIGNS = st.lists(
    st.sampled_from(
        [*"0123456789 .,:/-–$€#@½°CIVXs№", " km", "Mr. ", "No.", "Nov. ", "млн", "руб."]
    )
).map("".join)


@given(SIGNS, st.sampled_from(["en", "ru", "uk", "kk", "de", "fr", "es", "ka"]))
def test_replacements_are_in_order_and_apart(text: str, language: str) -> None:
    end = 0
    for each in Normaliser(emoji=False).replacements(text, language):
        assert end <= each.start < each.end <= len(text)
        end = each.end


def test_a_window_of_text_takes_little_time() -> None:
    text = ("The committee said on Tuesday that it would pay the men, 12 of them. " * 30)[:1500]
    normaliser = Normaliser()
    times = []
    for _ in range(50):
        begun = time.perf_counter()
        normaliser.replacements(text, "en")
        times.append(time.perf_counter() - begun)
    assert min(times) < 0.002
