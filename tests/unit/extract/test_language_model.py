from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from tidings.extract import language, language_model, prepare
from tidings.extract.language_model import load_identifier

TEXTS = (
    "The ferry was late again, and nobody on the pier was surprised.",
    "Die Fähre kam wieder zu spät, und niemand auf der Mole war überrascht.",
    "Le bac était encore en retard, et personne sur la jetée ne s'en étonnait.",
    "Паром снова опоздал, и никто на причале не удивился.",
)


def test_the_model_is_loaded_as_its_makers_load_it() -> None:
    ours = load_identifier()
    theirs = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

    assert list(ours.tk_nextmove) == list(theirs.tk_nextmove)
    assert [ours.classify(text) for text in TEXTS] == [theirs.classify(text) for text in TEXTS]


@pytest.fixture
def nothing_loaded() -> Iterator[None]:
    language._loaded_identifier.cache_clear()
    yield
    language._loaded_identifier.cache_clear()


@pytest.mark.usefixtures("nothing_loaded")
def test_a_page_waits_for_the_model_that_is_being_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    loads: list[Event] = []
    begun, may_end = Event(), Event()

    def load() -> object:
        loads.append(may_end)
        begun.set()
        assert may_end.wait(10)
        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

    monkeypatch.setattr(language_model, "load_identifier", load)
    with ThreadPoolExecutor() as pool:
        preparing = pool.submit(prepare)
        assert begun.wait(10)
        asking = pool.submit(language.guess_language, TEXTS[1])
        may_end.set()
        preparing.result()
        assert asking.result().language == "de"
    assert len(loads) == 1
