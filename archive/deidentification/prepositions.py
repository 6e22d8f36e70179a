"""The small words of four languages that decide how a coarser wording must stand in its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from archive.deidentification.inflecting import Case


class Direction(StrEnum):
    """What a preposition says of a place."""

    AT = "at"
    TO = "to"
    FROM = "from"
    OTHER = "other"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Preposition:
    """One reading of a preposition; `near` where the thing lies beside the place and not in it."""

    direction: Direction
    case: Case = Case.NOMINATIVE
    near: bool = False


def _readings(direction: Direction, case: Case, words: str, *, near: bool = False) -> dict[str, Preposition]:
    return {word: Preposition(direction, case, near) for word in words.split("|")}


def _merged(*tables: dict[str, Preposition]) -> dict[str, tuple[Preposition, ...]]:
    merged: dict[str, tuple[Preposition, ...]] = {}
    for table in tables:
        for word, reading in table.items():
            merged[word] = (*merged.get(word, ()), reading)
    return merged


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_AT, _TO, _FROM, _OTHER = Direction.AT, Direction.TO, Direction.FROM, Direction.OTHER
_NOM = Case.NOMINATIVE

# In Russian and Ukrainian the first reading wins where the words themselves leave the choice open.
PREPOSITIONS: dict[str, dict[str, tuple[Preposition, ...]]] = {
    "en": _merged(
        _readings(_AT, _NOM, "in|at|inside|within"),
        _readings(_AT, _NOM, "near|outside|around|by|close to|not far from|beside|on the outskirts of", near=True),
        _readings(_TO, _NOM, "to|into|towards|toward|onto"),
        _readings(_FROM, _NOM, "from|out of"),
        _readings(_OTHER, _NOM, "via|through|past|beyond|of|for|about|with|without|before|after|until|till|since|by"),
    ),
    "nb": _merged(
        _readings(_AT, _NOM, "i|på|inne i|innenfor"),
        _readings(_AT, _NOM, "ved|nær|utenfor|rundt|omkring|i nærheten av|like ved|utafor|attmed|nære", near=True),
        _readings(_TO, _NOM, "til|mot|inn i|inn til"),
        _readings(_FROM, _NOM, "fra|frå|ut av|ut fra"),
        _readings(_OTHER, _NOM, "via|gjennom|over|forbi|av|for|om|med|uten|før|etter|innen|siden|sidan|mellom|hos"),
    ),
    "ru": _merged(
        _readings(_AT, Case.LOCATIVE, "в|во|на"),
        _readings(_TO, Case.ACCUSATIVE, "в|во|на"),
        _readings(_AT, Case.INSTRUMENTAL, "под|за|рядом с|рядом со|перед", near=True),
        _readings(_TO, Case.ACCUSATIVE, "под|за"),
        _readings(_AT, Case.GENITIVE, "у|возле|около|близ|вблизи|вокруг|недалеко от|неподалёку от", near=True),
        _readings(_FROM, Case.GENITIVE, "из|изо|из-под|с|со|от|из-за"),
        _readings(_OTHER, Case.INSTRUMENTAL, "с|со|над|между|перед"),
        _readings(_OTHER, Case.GENITIVE, "до|без|после|для|среди|против|кроме|вдоль|мимо|насчёт|вместо|внутри|против"),
        _readings(_OTHER, Case.DATIVE, "к|ко|по|навстречу|благодаря|вопреки"),
        _readings(_OTHER, Case.ACCUSATIVE, "через|про|сквозь|спустя|по"),
        _readings(_OTHER, Case.LOCATIVE, "о|об|обо|при"),
    ),
    "uk": _merged(
        _readings(_AT, Case.LOCATIVE, "в|у|уві|на|по"),
        _readings(_TO, Case.ACCUSATIVE, "в|у|уві|на"),
        _readings(_AT, Case.INSTRUMENTAL, "під|за|поруч з|поруч із|перед", near=True),
        _readings(_TO, Case.ACCUSATIVE, "під|за"),
        _readings(_AT, Case.GENITIVE, "біля|коло|поблизу|навколо|недалеко від|неподалік від|неподалік", near=True),
        _readings(_FROM, Case.GENITIVE, "з|із|зі|зо|з-під|від|од"),
        _readings(_OTHER, Case.INSTRUMENTAL, "з|із|зі|зо|над|між|перед"),
        _readings(_TO, Case.GENITIVE, "до"),
        _readings(_OTHER, Case.GENITIVE, "без|після|для|серед|проти|крім|вздовж|замість|щодо|у|в"),
        _readings(_OTHER, Case.DATIVE, "к|завдяки|всупереч|назустріч"),
        _readings(_OTHER, Case.ACCUSATIVE, "через|про|крізь|по"),
        _readings(_OTHER, Case.LOCATIVE, "о|об|при"),
    ),
}

# Nouns that name the kind of a place and go with it: "the village of X", "в городе X".
GENERIC_PLACES: dict[str, frozenset[str]] = {
    "en": frozenset(),
    "nb": _words("landsbyen byen tettstedet bygda småbyen storbyen grenda"),
    "ru": _words(
        "город города городу городом городе г село села селу селом селе с деревня деревни деревне деревню деревней д "
        "посёлок поселок посёлка поселка посёлке поселке посёлком поселком пос пгт станица станице станицу станицы "
        "хутор хуторе хутора аул ауле аула"
    ),
    "uk": _words(
        "місто міста місту містом місті м село села селу селом селі с селище селища селищі селищем смт хутір хуторі "
        "хутора аул аулі"
    ),
}

# After a name: "X region", "X oblast"; they go with it too.
GENERIC_AFTER: dict[str, frozenset[str]] = {
    "en": _words("region oblast district province krai raion county city town village sector"),
    "nb": _words("fylke oblast region distrikt by kommune len"),
    "ru": frozenset(),
    "uk": frozenset(),
}

# Stems of verbs of motion: what follows them is where to, not where.
MOTION: dict[str, tuple[str, ...]] = {
    "en": (),
    "nb": (),
    "ru": (
        "попал", "попад", "отправ", "перев", "зачисл", "поех", "уех", "приех", "прибы", "направ", "верну", "забра",
        "броси", "привез", "отвез", "повез", "увез", "вез", "пошл", "пош", "прише", "пришл", "ушёл", "ушел", "ушл",
        "бежа", "сбежа", "распредел", "определ", "поступ", "устро", "послал", "закин", "вошл", "вошёл", "пересел",
    ),
    "uk": (
        "потрап", "відправ", "перев", "зарах", "поїх", "виїх", "приїх", "прибу", "направ", "поверн", "забра", "кинул",
        "привез", "відвез", "повез", "вивез", "пішл", "пішов", "прийш", "втік", "втек", "розподіл", "вступ", "влашту",
        "послал", "закин", "увійш", "перебра",
    ),
}  # fmt: skip

# Words that may follow an age or a rank without being the noun it describes.
SMALL_WORDS: dict[str, frozenset[str]] = {
    "en": _words(
        "and or but when who that which with from in on at to for of by as is was were are has had have i he she we "
        "they it now then if while before after until because so not no yes just about than my his her our their "
        "said says came went left got"
    ),
    "nb": _words(
        "og eller men da når som med fra i på til for av er var ble blir har hadde jeg han hun vi de det nå så hvis "
        "mens før etter fordi ikke nei ja bare om enn min hans hennes vår deres sa sier kom dro at den der"
    ),
    "ru": _words(
        "и или но а когда кто что который которая с со из в во на к для от по как был была было были есть я он она мы "
        "они это сейчас потом если пока до после потому так не нет да только о чем чём мой его её наш их назад тому "
        "сказал пришёл ушёл уже ещё"
    ),
    "uk": _words(
        "і й та або але а коли хто що який яка з із зі в у на к для від по як був була було були є я він вона ми вони "
        "це зараз потім якщо поки до після тому так не ні лише про ніж мій його її наш їх сказав прийшов пішов вже ще "
        "щойно"
    ),
}

# Finite verbs that tell a clause from a noun phrase where there is no dictionary of forms.
VERBS: dict[str, frozenset[str]] = {
    "en": _words(
        "is are was were am be been being has had have do does did can could will would shall should may might must "
        "got get gets took take takes lost broke went came knocked fell wants wanted risk risks he's she's they've "
        "i've it's we've they're you're i'm isn't wasn't don't didn't"
    ),
    "nb": _words(
        "er var ble blir blei vart har hadde fikk får tok tar kan kunne vil ville skal skulle må måtte ligger lå står "
        "sto går gikk kom slo skjøt mistet mista brakk brast sitter satt risikerer risikerte dro døde dør"
    ),
    "ru": frozenset(),
    "uk": frozenset(),
}
