from __future__ import annotations

import pytest

from tests.unit.speech.normalise.said import said, table
from tidings.speech.normalise import Normaliser

MONEY = """
It cost $3.5 mln. | It cost 3.5 million dollars.
A fee of $1 a day | A fee of 1 dollar a day
about €5.3bn | about 5.3 billion euros
some £20m more | some 20 million pounds more
worth $2 trillion | worth 2 trillion dollars
a $3.5 million bridge | a 3.5 million dollar bridge
a £5 ticket and a $1 coin | a 5 pound ticket and a 1 dollar coin
a $10-a-month plan | a 10 dollar-a-month plan
more than $146 million between them | more than 146 million dollars between them
a €30 and a $40 one | a 30 euros and a 40 dollar one
It rose to $5.50 from £3.01. | It rose to 5 dollars and 50 cents from 3 pounds and 1 penny.
for €0.99, not $4.00 | for 99 cents, not 4 dollars
between £1m–£2m | between 1 million to 2 million pounds
a fine of $5-10 million | a fine of 5 to 10 million dollars
seats at $5-$10 each | seats at 5 to 10 dollars each
US$40m and A$50,000 | 40 million US dollars and 50,000 Australian dollars
EUR 5, USD 2.5 million | 5 euros, 2.5 million US dollars
5 million USD for it | 5 million US dollars for it
100 000 ₸, or ₹500 | 100000 tenge, or 500 rupees
up by 50p to £2.20 | up by 50 pence to 2 pounds and 20 pence
in 720p or 1080p for 1p | in 720p or 1080p for 1 penny
$100K a year | 100 thousand dollars a year
a loss of -$5bn | a loss of -5 billion dollars
5 € each | 5 euros each
Rs 500, Rs. 20 crore, USD1.5bn | 500 rupees, 20 crore rupees, 1.5 billion US dollars
$100-a-barrel oil | 100 dollar-a-barrel oil
Firs 5 and PARS 6 | Firs 5 and PARS 6
its $5-billion takeover | its 5 billion dollar takeover
"""
COUNTS = """
They won 3-2. | They won 3 to 2.
It ended 0-0. | It ended 0 to 0.
won 6-4, 7-6 (7-4) | won 6 to 4, 7 to 6 (7 to 4)
a vote of 51–49 | a vote of 51 to 49
10–15 people | 10 to 15 people
1,000–2,000 people | 1,000 to 2,000 people
1.5-2 percent | 1.5 to 2 percent
5%-10% or 5-10% | 5% to 10% or 5 to 10%
in 1990-95 | in 1990 to 95
see pp. 3-7 | see pages 3 to 7
the 2026/27 season | the 2026 to 27 season
COVID-19 and an F-16 | COVID-19 and an F-16
5% of the U.N. | 5% of the U.N.
1,200,000 and 1,200-strong | 1,200,000 and 1,200-strong
a 2-for-1 offer for a 7-year-old | a 2-for-1 offer for a 7-year-old
Kay (37) and May, 41 | Kay (37) and May, 41
1.200.000 of 1 200 000 | 1200000 of 1200000
On May 12 300 people came. | On May 12th 300 people came.
10 000 of them | 10000 of them
5bn people, 1.2m users | 5 billion people, 1.2 million users
5 m tall, 6 mln of them | 5 m tall, 6 million of them
10-15m homes | 10 to 15 million homes
the 100m final, 4x100m | the 100 meters final, 4 by 100 meters
3 1/2 miles | 3 and a half miles
3½ years and ½ of it | 3 and a half years and a half of it
1/3 of the 2/3 | a third of the two thirds
since 9/11, and open 24/7 | since 9 11, and open 24 7
hit .312 this year | hit point 3 1 2 this year
5x faster, x2, 3x3 | 5 times faster, times 2, 3 by 3
~5,000 came, <10 left, >$5 spent | about 5,000 came, less than 10 left, more than 5 dollars spent
He is #1 in Q3. | He is number 1 in Q3.
±5, ≈5 and −5 | ±5, ≈5 and −5
Boeing 737-800 | Boeing 7 37 800
the x86, a 4-2-1 record | the x86, a 4 2 1 record
in 2024/2025, ISBN 1-86950-283-3 | in 2024 to 2025, ISBN 1-86950-283-3
29.4 million, 5 billion | 29.4 million, 5 billion
a 50-50 chance, 20pc | a 50 50 chance, 20 percent
5>3, 5<7, ->5, #2026 | 5>3, 5<7, ->5, #2026
"""
MEASURES = """
80 km/h | 80 kilometers per hour
1 km | 1 kilometer
5–10 km away | 5 to 10 kilometers away
20 °C and 41°F | 20 degrees Celsius and 41 degrees Fahrenheit
30C today, -5C at night | 30 degrees Celsius today, -5 degrees Celsius at night
20-25C and 104F | 20 to 25 degrees Celsius and 104 degrees Fahrenheit
1.5C of warming | 1.5 degrees Celsius of warming
a B52, a 747 and 401C | a B52, a 747 and 401C
seat 12F, iPhone 5C, Year 5C | seat 12F, iPhone 5C, Year 5C
5 m² of 300 km² | 5 square meters of 300 square kilometers
6ft 2in, 5'10" | 6 feet 2 inches, 5 feet 10 inches
70mph, 200kg, 22 km (14 mi) | 70 miles per hour, 200 kilograms, 22 kilometers (14 miles)
up 0.3pp to 5 pp | up 0.3 percentage points to 5 pp
CO2 and CO₂, NO2, NO₂, CH₄ | C O 2 and C O 2, N O 2, N O 2, C H 4
500 MW, 3 kWh | 500 megawatts, 3 kilowatt hours
5 mins, 2hrs, 2h 30m | 5 minutes, 2 hours, 2 hours 30 minutes
25bp, 5 sq mi, 5 GHz | 25 basis points, 5 square miles, 5 gigahertz
"""
DAYS = """
on Nov. 24 | on November 24th
on Nov 24, and Sept. 3rd | on November 24th, and September 3rd
Tues., Nov. 24 | Tuesday, November 24th
on November 24 the men | on November 24th the men
On Tuesday, May 5, he | On Tuesday, May 5th, he
In May 12 people came. | In May 12 people came.
He may 5 times. | He may 5 times.
on 24 November | on the 24th of November
the 1 Dec. deadline | the 1st of December deadline
from 24 to 26 November | from 24 to 26th of November
24-26 November | 24 to 26 November
24-26 Nov., Nov. 24–Dec. 1 | 24 to 26 November, November 24th to December 1st
in Nov. 2026 | in November 2026
on 24.11.2026 | on November 24th, 2026
on 2026-11-24 | on November 24th, 2026
on 11/24/2026 | on November 24th, 2026
on 24/11/2026 | on November 24th, 2026
on 04/05/2026 | on 04/05/2026
on 31/31/2026 | on 31/31/2026
Monday-Friday, Mon-Fri | Monday to Friday, Monday to Friday
Jan-March | January to March
the 1990s and ’80s | the nineteen nineties and eighties
the mid-1800s, the 2000s | the mid-eighteen hundreds, the two thousands
the 1310s | the thirteen tens
in her 20s in the 90s | in her twenties in the nineties
"""
TIMES = """
at 5:05, 5.30pm, 2:30pm | at 5 oh 5, 5 30 PM, 2 30 PM
at 5:00 pm, 12:00 | at 5 PM, 12 o'clock
at 5:30 p.m. ET | at 5 30 PM Eastern time
at 17:00 GMT | at 5 PM GMT
at 17:30 CET | at 5 30 PM CET
at 05:15 CEST | at 5 15 AM C.E.S.T
at 00:00 UTC+3 | at midnight UTC plus 3
at 1200 GMT, 0930 BST | at noon GMT, 9 30 AM BST
UTC-5 and GMT+1 | UTC minus 5 and GMT plus 1
at 8 a.m. PT on Friday | at 8 a.m. Pacific time on Friday
9am-5pm, 5-6pm, 10am-noon | 9am to 5pm, 5 to 6pm, 10am to noon
from 17:00-18:30 | from 5 PM to 6 30 PM
with 13:45 left, 14:00 to go | with 13 45 left, 14 minutes to go
Isaiah 40:31, Mark 13:14 | Isaiah 40:31, Mark 13 14
In Hull 14:00, Kickoff 18:30 | In Hull 2 PM, Kickoff 6 30 PM
a time of 2:05:30 | a time of 2:05:30
Tuesday 14:30 | Tuesday 2 30 PM
from CT scans, a film ET twice | from CT scans, a film ET twice
a team PT staff, 5pm PT, noon ET | a team PT staff, 5pm Pacific time, noon Eastern time
over 1000 hours, up by 1200 hours | over 1000 hours, up by 1200 hours
at 1700 hours, 0930 hrs, by 1930 hrs | at 5 PM, 9 30 AM, by 7 30 PM
"""
ROMANS = """
Elizabeth II came | Elizabeth the second came
Louis XIV and Henry VIII's wife | Louis the fourteenth and Henry the eighth's wife
Pope Leo XIV, King Charles I | Pope Leo the fourteenth, King Charles the first
Pope John Paul II | Pope John Paul the second
World War II, World War I | World War 2, World War 1
WWII, WW1, the WWF | World War 2, World War 1, the WWF
Henry V's men, George V. | Henry the fifth's men, George the fifth.
Henry V. Kay, Malcolm X | Henry V. Kay, Malcolm X
Vol. II, Ch. IV | volume 2, chapter 4
Chapter IV, Act V, Part X | Chapter 4, Act 5, Part 10
Super Bowl LVIII | Super Bowl 58
the XXI century | the twenty-first century
The VIX rose | The VIX rose
Malcolm X spoke. | Malcolm X spoke.
Did Mary, or was Charles I here? | Did Mary, or was Charles I here?
In Part I've read | In Part I've read
The IV drip, Rocky IV. | The IV drip, Rocky 4.
Henry IV went, Part IV of it | Henry the fourth went, Part 4 of it
Super Bowl VX | Super Bowl VX
"""
SHORTENED = """
Mr. Fay met Gen. Kay | Mister Fay met General Kay
Ms Fay, Lt. Col. Kay, Sgt May | Miz Fay, Lieutenant Colonel Kay, Sergeant May
the Rt. Hon. Ada Fay (AP) | the Right Honorable Ada Fay (A.P)
Gen Z, Gen Alpha, Hon Hai, a rep. | Gen Z, Gen Alpha, Hon Hai, a rep.
Gov.-elect Kay | Governor-elect Kay
Sgt. 1st Class Kay, Brig. Fay | Sergeant 1st Class Kay, Brigadier Fay
Kay, D-Mass., and Fay, R-TX, | Kay, Democrat, Massachusetts, and Fay, Republican, Texas,
plan (D-Day) of (I-Team) | plan (D-Day) of (I-Team)
Sen. Kay (R-Texas) | Senator Kay (Republican, Texas)
Rep. Fay (D-N.Y.), May (I-Vt.) | Representative Fay (Democrat, New York), May (Independent, Vermont)
in Reading, Pa., and Salem, Mass. | in Reading, Pennsylvania, and Salem, Massachusetts
Sammy Kay Jr. of Fay Bros. | Sammy Kay Junior of Fay Brothers
Fay Inc. and Kay Corp. | Fay Incorporated and Kay Corporation
St. Ives vs. Hull | Saint Ives versus Hull
at 42 Elm St. in Hull | at 42 Elm Street in Hull
on Fifth Ave. | on Fifth Avenue
Wall St Journal, off Main St., | Wall Street Journal, off Main Street,
On Main St. Police said | On Main Street. Police said
Bury St Edmunds, Port St. Lucie | Bury Saint Edmunds, Port Saint Lucie
No. 5 and No. He | number 5 and No. He
No 10 said | number 10 said
No 737s were lost, No 5-year-old | No 737s were lost, No 5-year-old
Was he there? No. 12 people | Was he there? No. 12 people
Vol. 2, Fig. 3, c. 1920 | volume 2, figure 3, circa 1920
est. 1905, est. 5,000 | established 1905, estimated 5,000
with and/or w/o it | with and or without it
The IMF and the WHO said | The I.M.F and the W.H.O said
WHO IS HE | WHO IS HE
NGOs in the UAE | N.G.O's in the U.A.E
WHO-led, IMF-backed | W.H.O-led, I.M.F-backed
MI5, NATO, the EU and the U.S. | M I 5, NATO, the EU and the U.S.
A&E, Q&A | A&E, Q&A
"""
WEB = """
at https://www.example.org/path?x=1. | at link to example.org.
www.example.org/a, example.org/b | link to example.org, link to example.org
visit example.org now | visit example.org now
#QuietHarbour news | Quiet Harbour news
@QuietHarbour said | @Quiet Harbour said
@quiet_harbour: yes | @quiet harbour: yes
write to kay.fay@example.org | write to kay.fay@example.org
call 212-555-0147 | call 2 1 2, 5 5 5, 0 1 4 7
(212) 555-0147, 555-0147 | 2 1 2, 5 5 5, 0 1 4 7, 5 5 5, 0 1 4 7
on +44 20 7946 0123 | on plus 4 4, 2 0, 7 9 4 6, 0 1 2 3
on 020 7946 0123 | on 0 2 0, 7 9 4 6, 0 1 2 3
Call 911 or dial 999. | Call 9 1 1 or dial 9 9 9.
a 911 call, 911 people | a 9 1 1 call, 911 people
Acme™ and Acme® | Acme and Acme
as he said* then | as he said then
a 5* hotel | a 5 star hotel
He said --- and left | He said --- and left
"""
ALL = [MONEY, COUNTS, MEASURES, DAYS, TIMES, ROMANS, SHORTENED, WEB]
BY_COUNTRY = """
en-GB | on 04/05/2026 | on the 4th of May 2026
en-US | on 04/05/2026 | on April 5th, 2026
en-GB | on 2026-11-24 | on the 24th of November 2026
en-gb | They won 3-0 and drew 0-0. | They won 3 nil and drew nil nil.
en-US | They won 3-0. | They won 3 to 0.
"""


@pytest.mark.parametrize(("written", "words"), [row for each in ALL for row in table(each)])
def test_signs_are_said_in_words(written: str, words: str) -> None:
    assert said(written, "en") == words


def test_no_word_is_cut_in_two() -> None:
    """Only where a number and its unit are written as one is a part of that said otherwise."""
    for written, _words in (row for each in ALL for row in table(each)):
        for each in Normaliser().replacements(written, "en"):
            first, last = written[each.start], written[each.end - 1]
            before, after = written[: each.start][-1:], written[each.end :][:1]
            assert not (before.isalpha() and first.isalpha()), written
            assert not (after.isalpha() and last.isalpha()), written


@pytest.mark.parametrize("written", ["* * *", "-----", "• • •", "Go.\n***\nOn."])
def test_a_row_of_signs_is_not_said(written: str) -> None:
    assert not any(sign in said(written, "en") for sign in "*-•")


@pytest.mark.parametrize(("language", "written", "words"), table(BY_COUNTRY))
def test_the_country_tells_how_it_is_said(language: str, written: str, words: str) -> None:
    assert said(written, language) == words
