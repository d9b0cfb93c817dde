from __future__ import annotations

import pytest

from tests.unit.speech.normalise.said import said, table

DATES = """
am 24. November | am vierundzwanzigsten November
der 24. November | der vierundzwanzigste November
Montag, 24. November | Montag, vierundzwanzigster November
vom 24. bis 26. November | vom vierundzwanzigsten bis sechsundzwanzigsten November
am 24./25. November | am vierundzwanzigsten und fünfundzwanzigsten November
am 24. Nov. 2026 | am vierundzwanzigsten November 2026
am 24.11.2026 | am vierundzwanzigsten November zweitausendsechsundzwanzig
bis 24.11. | bis vierundzwanzigsten November
2026-11-24 | vierundzwanzigster November zweitausendsechsundzwanzig
Version 1.2. | Version 1.2.
am 24. Der Minister | am 24. Der Minister
im Jahr 1998 | im Jahr neunzehnhundertachtundneunzig
1914–1918 | neunzehnhundertvierzehn bis neunzehnhundertachtzehn
die 1990er Jahre | die neunzehnhundertneunziger Jahre
seit 2026 | seit 2026
am 15. Mai. Dann | am fünfzehnten Mai. Dann
1446 Euro | 1446 Euro
"""
TIMES = """
um 17:00 Uhr | um 17 Uhr
gegen 17.30 Uhr | gegen 17 Uhr 30
um 17:05 | um 17 Uhr 5
ab 1:00 Uhr | ab ein Uhr
17 Uhr MEZ | 17 Uhr mitteleuropäischer Zeit
Bremen gewann 3:2 | Bremen gewann 3 zu 2
25:23 | 25 zu 23
38:22 (22:12) | 38 zu 22 (22 zu 12)
nach 3:59 Minuten, in 2:10 Stunden | nach 3:59 Minuten, in 2:10 Stunden
eine Zeit von 9:58,3 Minuten | eine Zeit von 9:58,3 Minuten
Kiel gewann 23:20 und verlor 15:21 | Kiel gewann 23 zu 20 und verlor 15 zu 21
Er verlor um 15:21 Geld | Er verlor um 15 Uhr 21 Geld
"""
ORDINALS = """
die 2. Liga | die zweite Liga
in der 2. Liga | in der zweiten Liga
im 3. Quartal | im dritten Quartal
sein 3. Tor | sein drittes Tor
ihr 3. Sieg | ihr dritter Sieg
die 20. Olympischen Spiele | die zwanzigsten Olympischen Spiele
der 3. deutsche Meister | der dritte deutsche Meister
XX. Jahrhundert | zwanzigstes Jahrhundert
des 19. Jahrhunderts | des neunzehnten Jahrhunderts
Der 1. FC Köln | Der erste FC Köln
auf Platz 3. Danach kam | auf Platz 3. Danach kam
Heinrich VIII. | Heinrich der Achte
Heinrichs VIII. | Heinrichs des Achten
mit König Karl III. | mit König Karl dem Dritten
für Wilhelm II. | für Wilhelm den Zweiten
Königin Elisabeth II. | Königin Elisabeth die Zweite
von Elisabeth II. | von Elisabeth der Zweiten
Papst Johannes Paul II. | Papst Johannes Paul der Zweite
Kapitel IV | Kapitel 4
"""
COUNTED = """
5,3 Mrd. € | 5,3 Milliarden Euro
1 Mio. € | eine Million Euro
1 € | ein Euro
1 Jahr, 1 Woche | ein Jahr, eine Woche
1 Person, 1 Frau, 1 Stadt, 1 Nacht | eine Person, eine Frau, eine Stadt, eine Nacht
1 Zeuge, 1 Mann | ein Zeuge, ein Mann
auf Platz 1 Bayern | auf Platz 1 Bayern
10–15 Leute | 10 bis 15 Leute
Nr. 5 bei 80 km/h | Nummer 5 bei 80 Kilometer pro Stunde
5 kWh auf 20 m² | 5 Kilowattstunden auf 20 Quadratmeter
2½ und 2 1/2 | zweieinhalb und zweieinhalb
3/4 | drei Viertel
$5 und € 7,50 | 5 Dollar und 7,50 Euro
5 Mio. Menschen | 5 Millionen Menschen
"""
SHORT = """
z. B. Dr. Kai | zum Beispiel Doktor Kai
d. h. ca. 5 | das heißt circa 5
die EU-Kommission | die E U-Kommission
St. Pauli | Sankt Pauli
Hauptstr. 5 | Hauptstraße 5
500 v. Chr. | 500 vor Christus
S. 5, Art. 3 | Seite 5, Artikel 3
E. T. Hoffmann und B.B.King | E T Hoffmann und B B King
"""


@pytest.mark.parametrize(
    ("written", "words"),
    [*table(DATES), *table(TIMES), *table(ORDINALS), *table(COUNTED), *table(SHORT)],
)
def test_signs_are_said_in_words(written: str, words: str) -> None:
    assert said(written, "de") == words
