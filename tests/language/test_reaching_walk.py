"""An index of words never misses what a search of the text finds: forms, slips, handles, broken and spaced names.

Slow: a search of some ten thousand texts. The rules one by one are in `test_reaching`.
"""

import base64
import html
import random
from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.deidentification.asking import words_asked
from archive.language.benchmark_texts import evasions, ordinary_text
from archive.language.inflection import CASES, decline
from tests.language.reached import is_found, is_reached

# Invented; parts that are ordinary words, short and long, of several languages, are among them.
NAMES = (
    ("Родион Захарович Щегольков",),
    ("Yevheniia Zhuravska", "Євгенія Журавська"),
    ("Сергій Цимбал",),
    ("Вера Мороз",),
    ("Will Storm",),
    ("Пётр Кравец",),
    ("Torbjørn Haugerud",),
    ("Нугзар Картвелашвили",),
    ("Дарья Климова-Бек", "Сказочник"),
    ("Саша",),
    ("Лев",),
    ("Александр Чуев", "Aleksandr Tsjujev"),
    ("Halvgrim Tofte",),
)
HIDING: dict[str, Callable[[str], str]] = {
    **evasions(),
    "base64": lambda name: base64.b64encode(name.encode()).decode(),
    "percent": quote,
    "entities in numbers": lambda name: "".join(f"&#{ord(letter)};" for letter in name),
    "escapes": lambda name: "".join(f"\\u{ord(letter):04x}" for letter in name),
    "tags inside": lambda name: f"{name[:3]}<b>{name[3:]}</b>",
    "taken for Western": lambda name: name.encode().decode("cp1252", "ignore"),
    "Cyrillic taken for Western": lambda name: name.encode("cp1251", "ignore").decode("cp1252", "ignore"),
    "a letter left out": lambda name: name[:2] + name[3:],
    "a letter doubled": lambda name: name[:2] + name[1:],
    "another letter": lambda name: name[:2] + "ь" + name[3:],
    "two letters swapped": lambda name: name[:2] + name[3:4] + name[2:3] + name[4:],
    "in a longer word": lambda name: "супер" + name.lower() + "ок",
    "two words of it": lambda name: name[: len(name) // 2] + " " + name[len(name) // 2 :],
    "initials": lambda name: ". ".join(word[0] for word in [*name.split(), "Я", "Щ"][:2]) + ".",
    "digits for letters": lambda name: name.replace("о", "0").replace("o", "0").replace("з", "3").replace("e", "3"),
}


def hidden(way: str, name: str) -> str:
    """Return a name as this way hides it; as it is, where the way does not apply."""
    try:
        return HIDING[way](name) or name
    except UnicodeEncodeError:
        return name


class TestWhateverASearchFinds:
    @pytest.mark.parametrize("way", HIDING)
    @pytest.mark.parametrize("names", NAMES, ids=lambda names: "-".join(names[0].split()))
    def test_is_reached_however_the_name_is_hidden(self, way: str, names: tuple[str, ...]) -> None:
        for name in names:
            for part in {name, *name.split()}:
                text = f"Там потом был {hidden(way, part)}, og så gikk vi videre."

                assert not is_found(text, names) or is_reached(text, names)

    @pytest.mark.parametrize("way", HIDING)
    def test_is_something(self, way: str) -> None:
        texts = [(f"Там потом был {hidden(way, part)}.", names) for names in NAMES for part in names[0].split()]

        assert any(is_found(text, names) for text, names in texts)

    @pytest.mark.parametrize("names", NAMES, ids=lambda names: "-".join(names[0].split()))
    def test_is_reached_in_every_case(self, names: tuple[str, ...]) -> None:
        forms = {
            form
            for part in names[0].split()
            for language in ("ru", "uk")
            for case in CASES
            for form in decline(part, case, language=language, gender="m")
        }

        for form in forms:
            text = f"Мы видели {form} там."
            assert not is_found(text, names) or is_reached(text, names)

    @given(names=st.sampled_from(NAMES), seed=st.integers(0, 10_000))
    def test_is_reached_in_ordinary_texts_with_slips_and_breaks(self, names: tuple[str, ...], seed: int) -> None:
        dice = random.Random(seed)  # noqa: S311
        words = ordinary_text(dice.choice(("ru", "uk", "en", "nb")), 40, seed=seed).split()
        name = dice.choice(" ".join(names).split())
        for _ in range(dice.randint(0, 2)):
            at = dice.randrange(len(name))
            name = dice.choice((name[:at] + name[at + 1 :], name[:at] + dice.choice("еаoiн -") + name[at:])) or name
        words.insert(dice.randrange(len(words)), hidden(dice.choice(tuple(HIDING)), name) if len(name) > 4 else name)
        text = " ".join(words)

        assert not is_found(text, names) or is_reached(text, names)


class TestEscapedWords:
    def test_are_listed_as_they_read(self) -> None:
        assert "Щегольков" in words_asked([quote("Щегольков")]).words
        assert html.unescape("&#1065;") not in words_asked(["Щегольков"]).words
