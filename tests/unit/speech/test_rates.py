from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.speech.speaking import Speaker
from tidings.speech.worker.rates import pace
from tidings.speech.worker.reading import READING

NEWS = (
    "The city council voted on Tuesday to reopen the old railway station, which has been closed "
    "for more than eleven years.",
    "Work is expected to begin in early March, and officials say the first trains could run "
    "before the end of 2027.",
    "Residents of the northern districts, who now travel by bus for almost two hours, welcomed "
    "the decision.",
    "“We have waited a very long time for this,” said Maria Novak, a teacher who takes the same "
    "journey every morning.",
    "The project will cost about 14 million euros, a third of which comes from a regional fund "
    "for public transport.",
    "Critics warned that the estimate was too low.",
    "They pointed to a bridge in the neighbouring valley that cost twice as much as planned.",
    "The mayor answered that an independent group of engineers had examined the plans and found "
    "no serious mistakes.",
    "Journalists asked why the report had not been published.",
    "It will be available on the council's website next week, she replied.",
    "Environmental organisations support the reopening because it could remove several thousand "
    "cars from the road each day.",
    "Some farmers fear for their fields near the line, however, and have asked a court to look at "
    "the matter.",
)
MORE_NEWS = (
    "Heavy rain has flooded dozens of homes along the river, and the army is helping to move "
    "families to safer ground.",
    "The water rose by more than two metres in a single night, according to the regional "
    "weather service.",
    "“I woke up and my shoes were floating past the bed,” said one pensioner, who was carried"
    " out by her neighbours.",
    "Schools will stay closed until Monday.",
    "Engineers are checking three dams further up the valley, although nobody expects them to"
    " fail.",
    "Forecasters say that it will be dry tomorrow, with more rain to come at the weekend.",
    "The government has promised to pay for repairs, but it did not say when the money would "
    "arrive.",
    "Insurance companies put the damage at several hundred million.",
    "Apple shares fell sharply after the company reported lower sales of its phones in China.",
    "Analysts had hoped for a better quarter, but the new model has not been popular with "
    "younger customers.",
    "The chief executive told investors that he was confident about Christmas.",
    "He pointed to growth in music, games and other services, which now bring in a quarter of"
    " all revenue.",
    "Other technology companies also lost ground, and the main index closed two per cent lower.",
    "In Europe the picture was mixed: banks did well, carmakers did not.",
)
"""What no rate was measured with."""


@pytest.mark.parametrize("rate", [80, 100, 150, 175, 240, 320, 450, 600, 800])
@pytest.mark.parametrize("story", [NEWS, MORE_NEWS], ids=["one", "other"])
def test_words_a_minute_are_what_was_asked_for(
    shared: Speaker, rate: int, story: tuple[str, ...]
) -> None:
    milliseconds = sum(shared.say(text, rate=rate).milliseconds for text in story)
    words = sum(len(text.split()) for text in story)
    assert words * 60_000 / milliseconds == pytest.approx(rate, rel=0.05)


@pytest.mark.parametrize("rate", [80, 125, 175, 300, 430, 600, 800])
@pytest.mark.parametrize("language", sorted({*READING} - {"en"}))
def test_and_in_the_other_languages(shared: Speaker, language: str, rate: int) -> None:
    milliseconds = sum(
        shared.say(text, language, rate=rate).milliseconds for text in READING[language]
    )
    words = sum(len(text.split()) for text in READING[language])
    assert words * 60_000 / milliseconds == pytest.approx(rate, rel=0.05)


@given(st.floats(40, 850), st.floats(40, 850), st.sampled_from([*READING, "pl", "zh-TW"]))
def test_faster_is_never_slower(one: float, other: float, language: str) -> None:
    slow, fast = sorted((one, other))
    assert pace(slow, language).rate <= pace(fast, language).rate
    assert pace(slow, language).gap >= pace(fast, language).gap


def test_below_the_table_is_the_slowest_there_is() -> None:
    assert pace(1) == pace(50)
    assert pace(1).gap > 0
