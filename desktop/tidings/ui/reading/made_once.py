"""What is made at the first call and handed out again at every other one."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

Made = dict[tuple[object, ...], Any]
"""What was made already, by the name of the method and its arguments."""


class _Keeper(Protocol):
    @property
    def made(self) -> Made: ...


Keeper = TypeVar("Keeper", bound=_Keeper)
Result = TypeVar("Result")
Wish = ParamSpec("Wish")


def made_once(
    make: Callable[Concatenate[Keeper, Wish], Result],
) -> Callable[Concatenate[Keeper, Wish], Result]:
    """Keep a method's results in its object's ``made``, one for each set of arguments.

    A page has thousands of blocks and few kinds of them, and each property that is set on
    one of Qt's formats costs about as much as writing a line of text.
    """
    name = make.__name__

    @wraps(make)
    def once(keeper: Keeper, /, *args: Wish.args, **named: Wish.kwargs) -> Result:
        key = (name, *args, *named.items())
        found: Result | None = keeper.made.get(key)
        if found is None:
            found = keeper.made[key] = make(keeper, *args, **named)
        return found

    return once
