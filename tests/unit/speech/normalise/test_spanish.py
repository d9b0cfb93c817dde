from __future__ import annotations

import pytest

from tests.unit.speech.normalise.said import said, table

DATES = """
el 24/11/2026 | el 24 de noviembre de 2026
el 1-12-2026 | el 1 de diciembre de 2026
2026-11-24 | 24 de noviembre de 2026
24/13/2026 | 24/13/2026
a las 17:00 h | a las 17 horas
a las 17:00 | a las 17 horas
a las 17.30 h | a las 17:30
a las 9:05 | a las 9:05
a las 5 p. m. | a las 5 de la tarde
el 24.11.2026 | el 24 de noviembre de 2026
a las 22.30 horas. | a las 22:30.
el 24 nov. 2026 | el 24 de noviembre 2026
a las 17:30 CEST | a las 17:30 hora de verano central europea
"""
ORDINALS = """
el 3.er puesto | el tercer puesto
1.º y 2.ª | 1º y 2ª
en el siglo XX | en el siglo 20
el siglo V | el siglo 5
capítulo IV | capítulo 4
Felipe VI | Felipe sexto
Juan Carlos I | Juan Carlos primero
Alfonso XIII | Alfonso 13
Isabel II | Isabel segunda
el VI Congreso | el sexto Congreso
la II Guerra Mundial | la segunda Guerra Mundial
el III Reich | el tercer Reich
un DVD | un DVD
"""
COUNTED = """
hace 21 años | hace veintiún años
1 año y 1 vez | un año y una vez
el número 1 del mundo | el número 1 del mundo
la Fórmula 1 que, el día 1 por | la Fórmula 1 que, el día 1 por
el 21 las fuerzas, el 31 los votos | el 21 las fuerzas, el 31 los votos
el 1 marca, los 21 años | el 1 marca, los veintiún años
31 mujeres | treinta y una mujeres
200 personas | doscientas personas
101 personas | ciento una personas
200 días | 200 días
21 de mayo | 21 de mayo
1 € | un euro
1 M€ | un millón de euros
5 mill. € | 5 millones de euros
-5 °C | menos 5 grados Celsius
10-15 días | 10 a 15 días
ganó 3-2 | ganó 3 a 2
2½ | 2 y medio
3/4 | tres cuartos
1 200 000 | 1200000
80 km/h | 80 kilómetros por hora
$5 | 5 dólares
5 mill. de casas | 5 millones de casas
±5 | más menos 5
½ | medio
tel. 677 904 624 | tel. 677, 904, 624
677 904 624 votos | 677904624 votos
3 1/2 horas, 2½ años | 3 horas y media, 2 años y medio
250 casas | doscientas 50 casas
"""
SHORT = """
el Sr. Fay y D. Juan | el señor Fay y don Juan
EE. UU. | Estados Unidos
los JJ. OO. | los Juegos Olímpicos
n.º 5, pág. 3 | número 5, página 3
p. ej. | por ejemplo
500 a. C. | 500 antes de Cristo
c/ Mayor | calle Mayor
una ONG | una oenegé
J. K. Rowling | J K Rowling
"""


@pytest.mark.parametrize(
    ("written", "words"), [*table(DATES), *table(ORDINALS), *table(COUNTED), *table(SHORT)]
)
def test_signs_are_said_in_words(written: str, words: str) -> None:
    assert said(written, "es") == words
