"""The languages that texts are in, by their codes: the one list of them."""

from typing import Final, Literal, get_args

TextLanguage = Literal["en", "nb", "nn", "ru", "uk"]
LANGUAGES: Final[tuple[TextLanguage, ...]] = get_args(TextLanguage)
NORWEGIAN: Final = frozenset({"nb", "nn"})  # both written forms of it
