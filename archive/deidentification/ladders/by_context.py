"""Places and dates whose detail the detectors leave open: the words around them choose the ladder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.deidentification.dates import parse_date
from archive.deidentification.gazetteer import find_place
from archive.deidentification.ladders.date import (
    generalise_birth_date,
    generalise_event_date,
    generalise_service_date,
    generalise_year,
)
from archive.deidentification.ladders.period import generalise_period
from archive.deidentification.ladders.place import (
    generalise_front_place,
    generalise_place,
    generalise_refuge,
    generalise_route_stop,
)

if TYPE_CHECKING:
    from archive.deidentification.mentions import Mention
    from archive.deidentification.rungs import Rung

_REACH = 70
_WARRING = ("RU", "UA")
_BORN = {
    "en": ("born", "birth", "dob"),
    "nb": ("født", "fødselsd", "fødd"),
    "ru": ("родил", "рожд", "р.", "г.р"),
    "uk": ("народи", "нар.", "р.н", "р. н"),
}
_SERVICE = {
    "en": ("mobilis", "mobiliz", "desert", "signed", "contract", "left", "ran", "fled", "escap", "leave", "draft",
           "conscript", "enlist", "awol", "crossed", "called up", "taken"),
    "nb": ("mobiliser", "deserter", "kontrakt", "skrev under", "rømte", "flykt", "stakk", "permisjon", "innkalt",
           "krysset", "dro fra", "forlot"),
    "ru": ("мобилиз", "дезертир", "контракт", "подписал", "сбежал", "бежал", "ушёл", "ушел", "покинул", "отпуск",
           "повестк", "призва", "пересёк", "пересек", "соч", "уехал", "забрали"),
    "uk": ("мобіліз", "дезертир", "контракт", "підписа", "втік", "втекл", "пішов", "покинув", "відпустк", "повістк",
           "призва", "перетн", "сзч", "виїха", "забрали"),
}  # fmt: skip
_FRONT = {
    "en": ("front", "trench", "fight", "fought", "battle", "assault", "shell", "position", "stormed", "storming",
           "attack", "dug", "line", "near", "retreat", "held", "unit", "drone", "wounded", "killed"),
    "nb": ("front", "skyttergrav", "kjemp", "slag", "storm", "beskyt", "stilling", "angrep", "drone", "såret", "drept",
           "skutt", "utenfor", "linja", "linjen"),
    "ru": ("фронт", "окоп", "воева", "бои ", "боях", "бою", "бой", "штурм", "обстрел", "позици", "атак", "отступ",
           "дрон", "ранен", "погиб", "передов", "под ", "стояли", "ноль", "посадк"),
    "uk": ("фронт", "окоп", "воюва", "бій", "бої", "штурм", "обстріл", "позиці", "атак", "відступ", "дрон", "поранен",
           "загин", "передов", "під ", "стояли", "посадк"),
}  # fmt: skip
_ROUTE = {
    "en": ("train", "bus", "taxi", "flew", "flight", "drove", "border", "via", "through", "crossed", "ticket"),
    "nb": ("tog", "buss", "taxi", "fløy", "kjørte", "grense", "via", "gjennom", "krysset", "billett"),
    "ru": ("поезд", "автобус", "такси", "рейс", "границ", "через", "билет", "самолёт", "самолет", "пересёк", "пересек"),
    "uk": ("потяг", "поїзд", "автобус", "таксі", "рейс", "кордон", "через", "квиток", "літак", "перетн"),
}


def generalise_place_by_context(mention: Mention) -> tuple[Rung, ...]:
    """Return the rungs of war, of the way out, of refuge or of home, as the words around the place suggest."""
    around = _around(mention)
    place = find_place(mention.words.strip(' .,«»"'), prefer=_WARRING)
    abroad = place is not None and place.country not in (*_WARRING, "")
    if _says(_ROUTE, around, mention.language):
        return generalise_route_stop(mention)
    if abroad:
        return generalise_refuge(mention)
    at_war = _says(_FRONT, around, mention.language)
    if at_war and place is not None and place.country == "UA":
        return generalise_front_place(mention)
    return generalise_place(mention)


def generalise_date_by_context(mention: Mention) -> tuple[Rung, ...]:
    """Return the rungs of a birth, of the service or of an event, as the words around the date suggest."""
    around = _around(mention)
    date = parse_date(mention.words, mention.language)
    if date is None:
        return generalise_period(mention) or generalise_event_date(mention)
    if date.year and not (date.month or date.season):
        return generalise_year(mention)
    if _says(_BORN, around, mention.language):
        return generalise_birth_date(mention) or generalise_event_date(mention)
    if _says(_SERVICE, around, mention.language):
        return generalise_service_date(mention)
    return generalise_event_date(mention)


def _around(mention: Mention) -> str:
    start, end = max(0, mention.start - _REACH), mention.end + _REACH // 2
    before, after = mention.text[start : mention.start], mention.text[mention.end : end]
    return f"{before.rsplit(chr(10), 1)[-1]} {after.split(chr(10), 1)[0]}".casefold()


def _says(hints: dict[str, tuple[str, ...]], around: str, language: str) -> bool:
    return any(f" {hint}" in f" {around}" for hint in hints[language])
