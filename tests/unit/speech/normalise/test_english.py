from __future__ import annotations

import pytest

from tests.unit.speech.normalise.said import said, table

SAID = """
It cost $3.5 mln. | It cost 3.5 million dollars.
A fee of $1 a day | A fee of 1 dollar a day
about €5.3bn | about 5.3 billion euros
some £20m more | some 20 million pounds more
They won 3-2. | They won 3 to 2.
10–15 people | 10 to 15 people
in 1990-95 | in 1990 to 95
see pp. 3-7 | see pages 3 to 7
on Nov. 24 | on November 24th
on 24.11.2026 | on November 24th, 2026
on 2026-11-24 | on November 24th, 2026
on 11/24/2026 | on November 24th, 2026
at 5:05 | at 5 oh 5
at 5:30 p.m. EST | at 5 30 PM EST
at 17:00 GMT | at 17 hundred GMT
Elizabeth II came | Elizabeth the second came
Louis XIV | Louis the fourteenth
World War II | World War 2
Chapter IV | Chapter 4
The VIX rose | The VIX rose
Did Mary, or was Charles I here? | Did Mary, or was Charles I here?
3 1/2 miles | 3 and a half miles
3½ years | 3 and a half years
½ of it | a half of it
80 km/h | 80 kilometers per hour
1 km | 1 kilometer
20 °C | 20 degrees Celsius
5 m² | 5 square meters
at https://www.example.org/path?x=1. | at link to example.org.
#QuietHarbour news | Quiet Harbour news
No. 5 and No. He | number 5 and No. He
Mr. Fay met Gen. Kay | Mister Fay met General Kay
St. Ives vs. Hull | Saint Ives versus Hull
call 212-555-0147 | call 2 1 2, 5 5 5, 0 1 4 7
1.200.000 of 1 200 000 | 1200000 of 1200000
5 m tall, 6 mln of them | 5 m tall, 6 million of them
at 5:00 pm | at 5 PM
1,200,000 | 1,200,000
the 1990s and ’80s | the nineteen nineties and eighties
COVID-19 and an F-16 | COVID-19 and an F-16
5% of the U.N. | 5% of the U.N.
"""


@pytest.mark.parametrize(("written", "words"), table(SAID))
def test_signs_are_said_in_words(written: str, words: str) -> None:
    assert said(written, "en") == words
