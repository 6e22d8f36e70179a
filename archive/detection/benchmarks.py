"""What `manage.py benchmark detection` measures: speed and load by language, on invented texts full of findings.

With Presidio installed (the `benchmark` extra) the same texts go through it in the same run.
"""

import resource
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib.util import find_spec
from random import Random
from types import ModuleType
from typing import Any

from archive.detection.identifiers import RECOGNISERS, WITHOUT_MODEL, find_identifiers

Say = Callable[[str], None]
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


def measure(*, size: int, persons: int, say: Say) -> dict[str, Any]:
    """Return words a second by language, time to load and peak memory."""
    del persons
    words = max(2_000, min(size, 50_000))
    began = time.perf_counter()
    find_identifiers("A first word.", language="en")
    figures: dict[str, Any] = {
        "load_seconds": round(time.perf_counter() - began, 2),
        "words_per_text": words,
        "ours": {},
    }
    for language in SENTENCES:
        for name, recognisers in (("without_model", WITHOUT_MODEL), ("with_model", RECOGNISERS)):
            if name == "with_model" and language not in {"ru", "uk"}:
                continue
            say(f"detection, {language}, {name}")
            texts = [invented_text(language, words=words // 4, seed=seed) for seed in range(4)]
            find_identifiers(texts[0], language=language, recognisers=recognisers)
            run = partial(_count, language=language, recognisers=recognisers)
            figures["ours"][f"{language} {name}"] = _words_a_second(texts[1:], run)
    figures["peak_megabytes"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    figures["presidio"] = _presidio(words, say)
    return figures


def _count(text: str, *, language: str, recognisers: Sequence[ModuleType]) -> int:
    return len(find_identifiers(text, language=language, recognisers=recognisers))


def _words_a_second(texts: Iterable[str], run: Callable[[str], int]) -> dict[str, float]:
    words = findings = 0
    began = time.process_time()
    for text in texts:
        findings += run(text)
        words += len(text.split())
    spent = time.process_time() - began
    return {"words_per_cpu_second": round(words / spent), "findings_per_1000_words": round(1000 * findings / words)}


def _presidio(words: int, say: Say) -> dict[str, Any] | str:
    if find_spec("presidio_analyzer") is None:
        return "not installed: uv pip install presidio-analyzer (benchmark only)"
    say("detection, Presidio")
    from presidio_analyzer import AnalyzerEngine  # noqa: PLC0415  (a peer, only where it is installed)

    engine = AnalyzerEngine()
    texts = [invented_text("en", words=words // 4, seed=seed) for seed in range(3)]
    return dict(_words_a_second(texts, lambda text: len(engine.analyze(text, language="en"))))
