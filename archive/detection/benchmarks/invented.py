"""Invented accounts full of findings, in four languages: what speed is measured on where no other text is at hand."""

from random import Random

SENTENCES = {
    "en": (
        "My name is {name}, I was a {job} in {place}. ",
        "In {month} {year} they sent me to unit {unit} under Captain {other}. ",
        "We sat in a cellar and nobody said a word for a long time. ",
        "I paid {sum} roubles and crossed at {place} with {count} men. ",
        "The doctor wrote that I was fit, and I went back along the road. ",
    ),
    "nb": (
        "Jeg heter {name} og var {job} i {place}. ",
        "I {month} {year} blei jeg sendt til enhet {unit}, under kaptein {other}. ",
        "Vi satt i en kjeller og ingen sa noe på lenge. ",
        "Jeg betalte {sum} rubler og gikk over grensa ved {place}. ",
    ),
    "ru": (
        "Меня зовут {name}, я работал {job} в городе {place}. ",
        "В {month} {year} года попал в часть {unit}, командовал капитан {other}. ",
        "Мы сидели в подвале и долго никто ничего не говорил. ",
        "Заплатил {sum} рублей и ушёл через {place}. ",
    ),
    "uk": (
        "Мене звати {name}, я працював {job} у місті {place}. ",
        "У {month} {year} року потрапив до частини {unit}, командував капітан {other}. ",
        "Ми сиділи в підвалі й довго ніхто нічого не казав. ",
    ),
}
FILLINGS = {
    "en": {"job": ("welder", "tram driver", "nurse"), "month": ("October", "March", "June")},
    "nb": {"job": ("sveiser", "lærer", "sykepleier"), "month": ("oktober", "mars", "juni")},
    "ru": {"job": ("сварщиком", "учителем", "механиком"), "month": ("октябре", "марте", "июне")},
    "uk": {"job": ("електриком", "учителем", "механіком"), "month": ("жовтні", "березні", "червні")},
}
LATIN, CYRILLIC = (
    ("bor", "van", "tim", "os", "kvit", "lag", "mel", "dar"),
    ("бор", "ван", "тим", "ос", "квит", "лаг", "мел", "дар"),
)
ENDINGS = {
    "en": ("ov", "in", "enko"),
    "nb": ("ov", "in", "enko"),
    "ru": ("ов", "ин", "енко"),
    "uk": ("ук", "енко", "ець"),
}


def invented_text(language: str, *, words: int, seed: int) -> str:
    """Return an invented account of about so many words; the same seed gives the same text."""
    random, parts, count = Random(seed), [], 0  # noqa: S311  (no secret is drawn)
    while count < words:
        sentence = random.choice(SENTENCES[language]).format(**_fillings(language, random))
        parts.append(sentence + ("\n" if random.random() < 0.2 else ""))
        count += len(sentence.split())
    return "".join(parts)


def _fillings(language: str, random: Random) -> dict[str, object]:
    syllables = LATIN if language in {"en", "nb"} else CYRILLIC

    def invented() -> str:
        return (random.choice(syllables) + random.choice(syllables) + random.choice(ENDINGS[language])).capitalize()

    return {
        "name": f"{invented()} {invented()}",
        "other": invented(),
        "place": invented() + ("o" if language in {"en", "nb"} else "о"),
        "unit": random.randrange(10_000, 99_999),
        "year": random.randrange(2018, 2026),
        "sum": random.randrange(20, 900) * 1000,
        "count": random.randrange(2, 60),
        **{key: random.choice(values) for key, values in FILLINGS[language].items()},
    }
