"""The rules of English that are there because eSpeak reads a thing wrong, by its phonemes."""

from __future__ import annotations

import pytest

from tests.unit.speech.normalise.phonemes import Phonemes
from tests.unit.speech.normalise.said import said, table

HEARD = """
It cost $3.5 mln. | It cost three point five million dollars.
a €5.3bn loan | a five point three billion euro loan
£1m–£2m | one million to two million pounds
for $5.50 | for five dollars and fifty cents
for €0.99 | for ninety nine cents
up by 50p | up by fifty pence
They won 3-2. | They won three to two.
10–15 people | ten to fifteen people
1,000–2,000 people | one thousand to two thousand people
on Nov. 24 | on November twenty fourth
on 24 November | on the twenty fourth of November
in Sept. 2026 | in September 2026
on 2026-11-24 | on November twenty fourth, 2026
at 17:00 GMT | at five PM GMT
at 5:05 | at five oh five
at 5:30 p.m. ET | at five thirty PM Eastern time
at 05:15 CEST | at five fifteen AM C.E.S.T.
UTC-5 | UTC minus five
the 1990s | the nineteen nineties
Louis XIV and Henry VIII | Louis the fourteenth and Henry the eighth
King Charles I | King Charles the first
World War II | World War two
a WWII plane | a World War two plane
under Henry V then | under Henry the fifth then
Super Bowl LVIII | Super Bowl fifty eight
3 1/2 miles | three and a half miles
3½ years | three and a half years
since 9/11 | since nine eleven
open 24/7 | open twenty four seven
80 km/h | eighty kilometers per hour
70mph | seventy miles per hour
6ft 2in | six feet two inches
30C today | thirty degrees Celsius today
up 0.3pp | up zero point three percentage points
CO2 | C O two
5 mins | five minutes
<5 left and >5 gone | less than five left and more than five gone
~5 came | about five came
a #1 hit | a number one hit
5x faster | five times faster
hit .312 | hit point three one two
Sen. Kay (R-Texas) | Senator Kay (Republican, Texas)
in Salem, Mass., today | in Salem, Massachusetts, today
at 42 Elm St. in Hull | at forty two Elm Street in Hull
Sammy Kay Jr. came | Sammy Kay Junior came
Ms. Fay met Gen. Kay | Miz Fay met General Kay
No. 5 and No 10 | number five and number ten
c. 1920 | circa 1920
with and/or w/o it | with and or without it
The IMF and the WHO said | The I.M.F. and the W.H.O said
NGOs said | N.G.O's said
the OSCE said | the O.S.C.E. said
(AP) | (A.P.)
MI5 said | M I five said
at https://www.example.org/path?x=1 | at link to example.org
call 212-555-0147 | call two one two, five five five, zero one four seven
Call 911. | Call nine one one.
the Acme™ car | the Acme car
as he said* then | as he said then
a Boeing 737 | a Boeing seven thirty seven
"""


@pytest.mark.parametrize(("written", "words"), table(HEARD))
def test_what_is_read_wrong_is_heard_right(phonemes: Phonemes, written: str, words: str) -> None:
    meant = phonemes.of(words, "en-us")
    assert phonemes.of(written, "en-us") != meant
    assert phonemes.of(said(written, "en"), "en-us") == meant
