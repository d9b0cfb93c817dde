from __future__ import annotations

import pytest

from tests.unit.speech.normalise.said import said, table

DATES = """
le 24/11/2026 | le 24 novembre 2026
le 01/12/2026 | le 1er décembre 2026
2026-11-24 | 24 novembre 2026
24/13/2026 | 24/13/2026
à 17h30 | à 17 heures 30
à 8 h 05 | à 8 heures 5
de 9h à 18h | de 9 heures à 18 heures
dès 1h | dès une heure
à 21h | à vingt et une heures
ouvert 24h/24 et 7j/7 | ouvert 24 heures sur 24 et 7 jours sur 7
à 17:30 | à 17:30
le 24.11.2026 | le 24 novembre 2026
à 17h30 CET | à 17 heures 30 heure d'Europe centrale
"""
ORDINALS = """
1er janvier | premier janvier
la 1re place | la première place
la 2e place | la deuxième place
3ème | troisième
les 5es | les cinquièmes
le 9e | le neuvième
le 16e arrondissement | le seizième arrondissement
71e et 80e | soixante et onzième et quatre-vingtième
la 201e fois | la deux cent unième fois
la 2nde guerre | la seconde guerre
au XXe siècle | au vingtième siècle
le XIXᵉ siècle | le dix-neuvième siècle
la Ve République | la cinquième République
François Ier | François premier
Louis XIV | Louis 14
Jean-Paul II | Jean-Paul 2
Charles X | Charles 10
chapitre IV | chapitre 4
taille XL, M6 | taille XL, M6
"""
COUNTED = """
3,5 Md€ | 3,5 milliards d'euros
1,5 M€ | 1,5 million d'euros
5 M€ | 5 millions d'euros
2 milliards $ | 2 milliards de dollars
5 k€ | 5 mille euros
1,8 km | 1,8 kilomètre
100 m² à 80 km/h | 100 mètres carrés à 80 kilomètres par heure
il fait -5 °C | il fait moins 5 degrés Celsius
10-15 jours | 10 à 15 jours
victoire 3-2 | victoire 3 à 2
3½ et ½ | 3 et demi et un demi
3/4 | trois quarts
1 200 000 | 1 200 000
$5 | 5 dollars
5 Md d'euros | 5 milliards d'euros
3 1/2 mois | 3 mois et demi
"""
SHORT = """
M. Dupont | monsieur Dupont
M. et Mme Fay | monsieur et Madame Fay
MM. Fay et Kay | messieurs Fay et Kay
Me Fay | maître Fay
le mouvement Me Too | le mouvement Me Too
n° 5, p. 3 | numéro 5, page 3
500 av. J.-C. | 500 avant Jésus-Christ
av. Foch | avenue Foch
l'UE | l'U E
le 24 nov. 2026, le 1er déc. | le 24 novembre 2026, le premier décembre
J. K. Rowling | J K Rowling
"""


@pytest.mark.parametrize(
    ("written", "words"), [*table(DATES), *table(ORDINALS), *table(COUNTED), *table(SHORT)]
)
def test_signs_are_said_in_words(written: str, words: str) -> None:
    assert said(written, "fr") == words
