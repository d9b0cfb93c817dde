"""Keeps errors inside of methods that Qt calls, where one that leaves ends the process."""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from typing import Any, TypeVar, cast

_Method = TypeVar("_Method", bound=Callable[..., Any])


def guarded(otherwise: Any) -> Callable[[_Method], _Method]:
    """Make a method log what it raises and answer ``otherwise`` instead."""

    def guard(method: _Method) -> _Method:
        @functools.wraps(method)
        def guarded_method(*arguments: Any, **named: Any) -> Any:
            try:
                return method(*arguments, **named)
            except Exception:
                logging.getLogger(__name__).exception("an accessible object could not answer")
                return otherwise

        return cast("_Method", guarded_method)

    return guard
