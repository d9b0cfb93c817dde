from __future__ import annotations

from py3langid.langid import MODEL_FILE, LanguageIdentifier

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

    assert ours.tk_nextmove == theirs.tk_nextmove
    assert [ours.classify(text) for text in TEXTS] == [theirs.classify(text) for text in TEXTS]
