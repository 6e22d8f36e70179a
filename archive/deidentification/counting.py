"""How many of a thing, said in the case a sentence asks for: "несколько тысяч", "кількома місяцями"."""

from __future__ import annotations

from archive.deidentification.inflecting import Case, decline, genitive_plural
from archive.language.remembering import remembered

_NOM, _GEN, _DAT, _ACC, _INS, _LOC = Case
_SOME = {
    "ru": {_NOM: "несколько", _GEN: "нескольких", _DAT: "нескольким", _INS: "несколькими", _LOC: "нескольких"},
    "uk": {_NOM: "кілька", _GEN: "кількох", _DAT: "кільком", _INS: "кількома", _LOC: "кількох"},
}
_NUMBERS = {
    "ru": {
        2: {_NOM: "два", _GEN: "двух", _DAT: "двум", _INS: "двумя", _LOC: "двух"},
        3: {_NOM: "три", _GEN: "трёх", _DAT: "трём", _INS: "тремя", _LOC: "трёх"},
        5: {_NOM: "пять", _GEN: "пяти", _DAT: "пяти", _INS: "пятью", _LOC: "пяти"},
        10: {_NOM: "десять", _GEN: "десяти", _DAT: "десяти", _INS: "десятью", _LOC: "десяти"},
        15: {_NOM: "пятнадцать", _GEN: "пятнадцати", _DAT: "пятнадцати", _INS: "пятнадцатью", _LOC: "пятнадцати"},
        20: {_NOM: "двадцать", _GEN: "двадцати", _DAT: "двадцати", _INS: "двадцатью", _LOC: "двадцати"},
    },
    "uk": {
        2: {_NOM: "два", _GEN: "двох", _DAT: "двом", _INS: "двома", _LOC: "двох"},
        3: {_NOM: "три", _GEN: "трьох", _DAT: "трьом", _INS: "трьома", _LOC: "трьох"},
        5: {_NOM: "п'ять", _GEN: "п'яти", _DAT: "п'яти", _INS: "п'ятьма", _LOC: "п'яти"},
        10: {_NOM: "десять", _GEN: "десяти", _DAT: "десяти", _INS: "десятьма", _LOC: "десяти"},
        15: {_NOM: "п'ятнадцять", _GEN: "п'ятнадцяти", _DAT: "п'ятнадцяти", _INS: "п'ятнадцятьма", _LOC: "п'ятнадцяти"},
        20: {_NOM: "двадцять", _GEN: "двадцяти", _DAT: "двадцяти", _INS: "двадцятьма", _LOC: "двадцяти"},
    },
}
_FEMININE = {"неделя", "тысяча", "тисяча", "сотня"}
_YEARS = {("ru", "год"): "лет"}
_FEW = 4  # up to here Russian asks for a genitive singular, Ukrainian for a nominative plural


@remembered(maxsize=1_024)
def some(noun: str, case: Case, language: str) -> str:
    """Return "several" of a noun, Russian and Ukrainian only."""
    plain = _NOM if case is _ACC else case
    return f"{_SOME[language][plain]} {_counted(noun, plain, language, many=True)}"


@remembered(maxsize=1_024)
def number_of(count: int, noun: str, case: Case, language: str) -> str:
    """Return one of the round numbers a ladder uses with its noun, Russian and Ukrainian only."""
    if count == 1:
        return decline(noun, case, language)
    plain = _NOM if case is _ACC else case
    numeral = _NUMBERS[language][count][plain]
    if count == 2 and noun in _FEMININE and plain is _NOM:  # noqa: PLR2004 - two has a feminine
        numeral = "две" if language == "ru" else "дві"
    return f"{numeral} {_counted(noun, plain, language, many=count > _FEW)}"


def _counted(noun: str, case: Case, language: str, *, many: bool) -> str:
    if case is not _NOM and case is not _GEN:
        return decline(noun, case, language, plural=True)
    if case is _GEN or many:
        return _YEARS.get((language, noun)) or genitive_plural(noun, language) or noun
    if language == "ru":
        return decline(noun, _GEN, language)
    return decline(noun, _NOM, language, plural=True)
