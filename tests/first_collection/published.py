"""An account of the data files as readers get it: its parts, its words, the name it bears."""

from archive.deidentification.treatments import Part, apply_treatments
from archive.first_collection.texts import Account


def public_parts(account: Account, language: str) -> tuple[Part, ...]:
    """Return the parts of the public text."""
    return apply_treatments(account.telling(language).text, account.treated_spans(language))


def public_name(account: Account, language: str) -> str:
    """Return what the person it is about is called."""
    return next(person for person in account.persons if person.part == "protagonist").pseudonyms[language]
