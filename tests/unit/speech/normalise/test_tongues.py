from __future__ import annotations

import pytest

from tests.unit.speech.normalise.said import said, table

SAID = """
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


@pytest.mark.parametrize(("language", "written", "words"), table(SAID))
def test_signs_are_said_in_words(language: str, written: str, words: str) -> None:
    assert said(written, language) == words
