"""What is said to the reader when a source cannot be had."""

from __future__ import annotations

from enum import Enum
from gettext import gettext as _
from gettext import ngettext


class Cause(Enum):
    """Why a page could not be had, as far as that decides when to try again."""

    STATUS = "status"
    UNREACHED = "unreached"
    TIMED_OUT = "timed-out"
    GARBLED = "garbled"
    NOT_TRUSTED = "not-trusted"
    TOO_LARGE = "too-large"
    WRONG_KIND = "wrong-kind"
    OTHER = "other"


class SourceError(Exception):
    """A page or picture that could not be had.

    ``str(error)`` is one plain sentence or two for the reader. ``address`` is what was asked
    for. ``again`` tells whether the same request may succeed a little later, and
    ``retry_after`` in how many seconds at the earliest, None where the host did not say.
    ``status`` is the one of HTTP where that is the ``cause``. Where no host was reached, the
    cause may be our own network.
    """

    def __init__(
        self,
        sentence: str,
        address: str,
        *,
        cause: Cause = Cause.OTHER,
        again: bool = False,
        status: int = 0,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(sentence)
        self.address = address
        self.cause = cause
        self.again = again
        self.status = status
        self.retry_after = retry_after


def no_such_file(path: str) -> SourceError:
    """There is nothing under that name."""
    return SourceError(_("There is no file “{path}”.").format(path=path), path)


def is_a_folder(path: str) -> SourceError:
    """The name is a folder's."""
    return SourceError(_("“{path}” is a folder. Please choose a file.").format(path=path), path)


def not_allowed(path: str) -> SourceError:
    """The system does not let us read it."""
    return SourceError(_("“{path}” may not be read by you.").format(path=path), path)


def unreadable(path: str, reason: str) -> SourceError:
    """The system failed while reading."""
    sentence = _("“{path}” could not be read: {reason}.").format(path=path, reason=reason)
    return SourceError(sentence, path)


def too_large(address: str, limit: int) -> SourceError:
    """More than ``limit`` bytes."""
    megabytes = max(1, limit // 1_000_000)
    sentence = ngettext(
        "This is more than {megabytes} megabyte, too large to open.",
        "This is more than {megabytes} megabytes, too large to open.",
        megabytes,
    )
    return SourceError(sentence.format(megabytes=megabytes), address, cause=Cause.TOO_LARGE)


def wrong_kind(address: str, kind: str) -> SourceError:
    """Something other than a page or text; ``kind`` names it for people."""
    sentence = _("This is {kind}. Tidings opens web pages and plain text.").format(kind=kind)
    return SourceError(sentence, address)


def not_a_picture(address: str) -> SourceError:
    """The bytes under a picture's address are none."""
    return SourceError(_("There is no picture at this address."), address)


def not_an_address(source: str) -> SourceError:
    """Neither a file nor an address that we open."""
    sentence = _(
        "“{source}” is neither a file nor a web address. Web addresses begin with https://."
    )
    return SourceError(sentence.format(source=source[:200]), source)


def no_connection(address: str, host: str) -> SourceError:
    """The host was not found or refused, or the connection broke."""
    sentence = _("There is no connection to {host}. Please check the address and the network.")
    return SourceError(sentence.format(host=host), address, cause=Cause.UNREACHED, again=True)


def not_trusted(address: str, host: str) -> SourceError:
    """The certificate is not good."""
    sentence = _("{host} could not prove who it is, so the page was not opened.")
    return SourceError(sentence.format(host=host), address, cause=Cause.NOT_TRUSTED)


def timed_out(address: str, host: str) -> SourceError:
    """Too long without an answer, or too long altogether."""
    sentence = _("{host} took too long to answer. Please try again later.")
    return SourceError(sentence.format(host=host), address, cause=Cause.TIMED_OUT, again=True)


def too_many_redirects(address: str, host: str) -> SourceError:
    """The address leads in circles."""
    sentence = _("{host} sends from one address to another without end.")
    return SourceError(sentence.format(host=host), address)


def garbled(address: str, host: str) -> SourceError:
    """The answer breaks the protocol or its own encoding."""
    sentence = _("{host} gave an answer that cannot be understood.")
    return SourceError(sentence.format(host=host), address, cause=Cause.GARBLED, again=True)


def bad_status(
    address: str, host: str, status: int, retry_after: float | None = None
) -> SourceError:
    """An HTTP status that is not a page, in words; ``retry_after`` in seconds."""
    sentence = _status_sentence(status).format(host=host, status=status)
    again = status in (408, 425, 429) or status >= 500
    return SourceError(
        sentence,
        address,
        cause=Cause.STATUS,
        again=again,
        status=status,
        retry_after=retry_after,
    )


def own_network(address: str, host: str) -> SourceError:
    """A page leads into the reader's own network."""
    sentence = _("{host} is in your own network. Tidings goes there only if you type its address.")
    return SourceError(sentence.format(host=host), address)


def own_file(address: str) -> SourceError:
    """A page from elsewhere leads to a file of this computer."""
    sentence = _("A page from elsewhere leads to a file of this computer. It was not opened.")
    return SourceError(sentence, address)


def wrong_port(address: str, host: str, port: int) -> SourceError:
    """A page leads to a port that is not for pages."""
    sentence = _("This leads to {host} on port {port}, where no pages are. It was not opened.")
    return SourceError(sentence.format(host=host, port=port), address)


def unusable_proxy(address: str, kind: str) -> SourceError:
    """The system sends us through a proxy of a kind that we cannot use."""
    sentence = _(
        "This computer is set to reach the web through a proxy ({kind}) that Tidings cannot use."
    )
    return SourceError(sentence.format(kind=kind), address, cause=Cause.WRONG_KIND)


def _status_sentence(status: int) -> str:
    match status:
        case 401 | 402 | 407:
            return _("{host} asks for a sign-in before it shows this page ({status}).")
        case 403 | 451:
            return _("{host} does not allow this page to be read ({status}).")
        case 404:
            return _("{host} has no page at this address ({status}).")
        case 410:
            return _("{host} has removed this page ({status}).")
        case 408 | 425 | 429:
            return _("{host} is too busy just now. Please try again later ({status}).")
        case _ if status >= 500:
            return _("{host} has a problem just now. Please try again later ({status}).")
        case _:
            return _("{host} did not give the page ({status}).")
