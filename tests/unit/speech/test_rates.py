from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.speech.speaking import Speaker
from tidings.speech.worker.rates import pace
from tidings.speech.worker.reading import READING

NEWS = (
    *READING["en"],
    "Residents of the northern districts, who now travel by bus for almost two hours, welcomed "
    "the decision.",
    "“We have waited a very long time for this,” said Maria Novak, a school teacher who commutes "
    "every morning.",
    "The project will be financed by the regional government, a private investor and a national "
    "fund for public transport.",
    "Opposition leader Daniel Whitmore pointed to a bridge in the neighbouring valley that cost "
    "60 percent more than planned.",
    "Mayor Katarina Lindqvist told reporters that an independent group of engineers had examined "
    "the plans and found no serious mistakes.",
    "Their report had not been published by Wednesday evening.",
    "According to the Institute for Regional Development, 27,000 people live within walking "
    "distance of the line.",
    "Some farmers fear for 350 hectares of land near the line, however, and have asked the "
    "administrative court in Westhaven to look at the matter.",
)
MORE_NEWS = (
    "Heavy rain has flooded hundreds of homes along the river, and the army is helping to move "
    "families from 12 villages to safer ground.",
    "The water rose by more than two metres in a single night, according to the National Weather "
    "Service.",
    "“I woke up and my shoes were floating past the bed,” said Robert Delacroix, a retired "
    "electrician of 78, who was rescued by his neighbours.",
    "Schools and kindergartens will remain closed until Monday.",
    "Engineers are inspecting three dams further up the valley, although Interior Minister Paula "
    "Ferreira said that nobody expected them to fail.",
    "Forecasters say that it will be dry tomorrow, with more rain to come at the weekend.",
    "The government has promised emergency payments of up to 5,000 euros per household, but it "
    "did not say when the money would arrive.",
    "Insurance companies put the damage at 300 million.",
    "Shares in the electronics manufacturer Norvale fell sharply after the company reported lower "
    "sales of its telephones in China.",
    "Analysts had expected a better quarter, but the latest model has not been popular with "
    "younger customers.",
    "Chief Executive Andrew Castellano told investors that revenue would recover before Christmas.",
    "He pointed to growth in music, games and other services, which now contribute 28 percent of "
    "all revenue.",
    "Other technology companies also lost ground, and the main index closed 2 percent lower.",
    "In Europe the picture was mixed: banks did well, carmakers did not.",
)
MORE_GERMAN = (
    "Nach heftigen Regenfällen sind am Wochenende in 12 Gemeinden entlang des Flusses Hunderte "
    "Häuser überflutet worden.",
    "Die Bundeswehr hilft dabei, Familien in Sicherheit zu bringen.",
    "Das Wasser stieg nach Angaben des Wetterdienstes in einer einzigen Nacht um mehr als zwei "
    "Meter.",
    "„Als ich aufgewacht bin, schwammen meine Schuhe am Bett vorbei“, berichtete der Rentner "
    "Robert Neumann, den Nachbarn aus seiner Wohnung getragen hatten.",
    "Schulen und Kindergärten bleiben bis Montag geschlossen.",
    "Innenministerin Paula Berger kündigte Soforthilfen von bis zu 5000 Euro pro Haushalt an, "
    "nannte aber keinen Zeitpunkt für die Auszahlung.",
    "Versicherungen schätzen den Schaden auf 300 Millionen Euro.",
    "Die Aktien des Elektronikherstellers Norvale sind nach enttäuschenden Verkaufszahlen in "
    "China deutlich gefallen.",
    "Vorstandschef Andreas Kastner sagte den Anlegern, der Umsatz werde sich noch vor Weihnachten "
    "erholen.",
    "Auch andere Technologieunternehmen gaben nach, der Leitindex verlor 2 Prozent.",
)
"""No rate was measured with this, nor with :data:`MORE_NEWS`."""


def spoken(speaker: Speaker, story: tuple[str, ...], language: str, rate: int) -> float:
    """Words a minute that are heard when so many are asked for."""
    milliseconds = sum(speaker.say(text, language, rate=rate).milliseconds for text in story)
    return sum(len(text.split()) for text in story) * 60_000 / milliseconds


@pytest.mark.parametrize("rate", [80, 100, 150, 175, 240, 320, 450, 600, 800])
@pytest.mark.parametrize(
    ("language", "story"),
    [("en", NEWS), ("en", MORE_NEWS), ("de", MORE_GERMAN)],
    ids=["one", "other", "German"],
)
def test_words_a_minute_are_what_was_asked_for(
    shared: Speaker, language: str, story: tuple[str, ...], rate: int
) -> None:
    assert spoken(shared, story, language, rate) == pytest.approx(rate, rel=0.05)


@pytest.mark.parametrize("rate", [80, 125, 175, 300, 430, 600, 800])
@pytest.mark.parametrize("language", sorted({*READING} - {"en"}))
def test_and_in_the_other_languages(shared: Speaker, language: str, rate: int) -> None:
    assert spoken(shared, READING[language], language, rate) == pytest.approx(rate, rel=0.05)


@given(st.floats(40, 850), st.floats(40, 850), st.sampled_from([*READING, "pl", "zh-TW"]))
def test_faster_is_never_slower(one: float, other: float, language: str) -> None:
    slow, fast = sorted((one, other))
    assert pace(slow, language).rate <= pace(fast, language).rate
    assert pace(slow, language).gap >= pace(fast, language).gap


def test_below_the_table_is_the_slowest_there_is() -> None:
    assert pace(1) == pace(50)
    assert pace(1).gap > 0
