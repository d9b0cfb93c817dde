"""What English calls what is written in signs."""

from __future__ import annotations

from collections.abc import Iterator

from tidings.speech.normalise.english.counts import count_rules
from tidings.speech.normalise.english.days import day_rules
from tidings.speech.normalise.english.initials import initial_rules
from tidings.speech.normalise.english.measures import measure_rules
from tidings.speech.normalise.english.money import money_rules
from tidings.speech.normalise.english.phones import phone_rules
from tidings.speech.normalise.english.romans import roman_rules
from tidings.speech.normalise.english.shortened import shortened_rules
from tidings.speech.normalise.english.times import time_rules
from tidings.speech.normalise.rule import Rule
from tidings.speech.normalise.tongue import Tongue


def english_rules(tag: str) -> Iterator[Rule]:
    """Return the rules of English alone; those that go first have the first say."""
    yield from phone_rules()
    yield from money_rules()
    yield from day_rules(tag)
    yield from time_rules()
    yield from count_rules(tag)
    yield from measure_rules()
    yield from roman_rules()
    yield from initial_rules()
    yield from shortened_rules()


ENGLISH = Tongue(
    link="link to",
    to="to",
    mixed="and",
    scales={
        **dict.fromkeys(("mln", "mn"), ("million",) * 2),
        **dict.fromkeys(("bln", "bn"), ("billion",) * 2),
        **dict.fromkeys(("tn", "trn"), ("trillion",) * 2),
    },
    units={
        "km/h": ("kilometer per hour", "kilometers per hour"),
        "kph": ("kilometer per hour", "kilometers per hour"),
        "m/s": ("meter per second", "meters per second"),
        "mph": ("mile per hour", "miles per hour"),
        "mpg": ("mile per gallon", "miles per gallon"),
        "km²": ("square kilometer", "square kilometers"),
        "km2": ("square kilometer", "square kilometers"),
        "sq km": ("square kilometer", "square kilometers"),
        "m²": ("square meter", "square meters"),
        "sq m": ("square meter", "square meters"),
        "sq ft": ("square foot", "square feet"),
        "m³": ("cubic meter", "cubic meters"),
        "mi": ("mile", "miles"),
        "km": ("kilometer", "kilometers"),
        "cm": ("centimeter", "centimeters"),
        "mm": ("millimeter", "millimeters"),
        "ft": ("foot", "feet"),
        "kg": ("kilogram", "kilograms"),
        "lb": ("pound", "pounds"),
        "lbs": ("pound", "pounds"),
        "oz": ("ounce", "ounces"),
        "ml": ("milliliter", "milliliters"),
        "ha": ("hectare", "hectares"),
        "kWh": ("kilowatt hour", "kilowatt hours"),
        "MWh": ("megawatt hour", "megawatt hours"),
        "kW": ("kilowatt", "kilowatts"),
        "MW": ("megawatt", "megawatts"),
        "GW": ("gigawatt", "gigawatts"),
        "sq mi": ("square mile", "square miles"),
        "km3": ("cubic kilometer", "cubic kilometers"),
        "m3": ("cubic meter", "cubic meters"),
        "GHz": ("gigahertz", "gigahertz"),
        "MHz": ("megahertz", "megahertz"),
        "Mbps": ("megabit per second", "megabits per second"),
        "bp": ("basis point", "basis points"),
        "bps": ("basis point", "basis points"),
        "MB": ("megabyte", "megabytes"),
        "GB": ("gigabyte", "gigabytes"),
        "TB": ("terabyte", "terabytes"),
        "°C": ("degree Celsius", "degrees Celsius"),
        "°F": ("degree Fahrenheit", "degrees Fahrenheit"),
        "fps": ("frame per second", "frames per second"),
        "tsp": ("teaspoon", "teaspoons"),
        "min": ("minute", "minutes"),
        "mins": ("minute", "minutes"),
        "hr": ("hour", "hours"),
        "hrs": ("hour", "hours"),
        "sec": ("second", "seconds"),
        "secs": ("second", "seconds"),
    },
    halves={
        "½": "a half",
        "¼": "a quarter",
        "¾": "three quarters",
        "⅓": "a third",
        "⅔": "two thirds",
        "⅛": "an eighth",
    },
    rules=english_rules,
)
