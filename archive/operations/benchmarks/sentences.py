"""The sentences that invented accounts are made of, in four languages; `{}` is where a detail stands.

Each kind of sentence carries one kind of detail. The first five kinds are altered in the published text, `kept` is
retained with a reason. All of it is invented for this purpose.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Sentences:
    """The sentences of one language by the kind of detail in them, and how details are written and replaced."""

    name: tuple[str, ...]
    place: tuple[str, ...]
    date: tuple[str, ...]
    unit: tuple[str, ...]
    amount: tuple[str, ...]
    kept: tuple[str, ...]
    months: tuple[str, ...]
    unit_words: str
    amount_words: str
    coarse: tuple[tuple[str, str], ...]  # kind of detail to what readers see in its place
    syllables: tuple[str, ...]
    endings: tuple[str, ...]


ENGLISH: Final = Sentences(
    name=(
        "{} said that we had to wait until it was dark.",
        "I asked {} for water and bread, and nobody else answered.",
        "Later {} walked beside me for a long time without a word.",
        "It was {} who showed us the way through the trees.",
        "They took {} away in the morning and we heard nothing more.",
    ),
    place=(
        "We were brought to {} in closed trucks and slept on the floor.",
        "From {} there was only one road, and it was watched.",
        "My mother still lives near {} and waits for a letter.",
        "In {} the houses were empty and the windows broken.",
    ),
    date=(
        "On {} the order came to go forward.",
        "Everything changed on {}, when the commander left.",
        "I remember {} because it was snowing and we had no fire.",
    ),
    unit=("I was written down in {} as a driver.", "The papers of {} were burned before we left."),
    amount=("They promised {} a month and paid half of it.", "For {} a man agreed to drive us over the border."),
    kept=(
        "We were {} men in one cellar.",
        "It lasted {} days and nobody came.",
        "I counted {} shots and then it was quiet.",
        "After {} hours the road was open again.",
    ),
    months=("January", "March", "May", "August", "October", "December"),
    unit_words="unit {}",
    amount_words="{} roubles",
    coarse=(("place", "a town"), ("date", "in the second year"), ("unit", "a unit"), ("amount", "a sum of money")),
    syllables=("bran", "dle", "fo", "gri", "hask", "lem", "mor", "nis", "pell", "quo", "rud", "sti", "tam", "vel"),
    endings=("", "s", "ed", "ing", "er"),
)
NORWEGIAN: Final = Sentences(
    name=(
        "{} sa at vi måtte vente til det ble mørkt.",
        "Jeg ba {} om vann og brød, og ingen andre svarte.",
        "Senere gikk {} ved siden av meg lenge uten et ord.",
        "Det var {} som viste oss veien gjennom skogen.",
        "De hentet {} om morgenen, og vi hørte ikke mer.",
    ),
    place=(
        "Vi ble kjørt til {} i lukkede biler og sov på gulvet.",
        "Fra {} gikk det bare én vei, og den var bevoktet.",
        "Moren min bor ennå ved {} og venter på et brev.",
        "I {} var husene tomme og vinduene knust.",
    ),
    date=(
        "Den {} kom ordren om å gå fram.",
        "Alt ble annerledes den {}, da sjefen dro.",
        "Jeg husker den {} fordi det snødde og vi ikke hadde ild.",
    ),
    unit=("Jeg ble skrevet inn i {} som sjåfør.", "Papirene til {} ble brent før vi dro."),
    amount=("De lovet {} i måneden og betalte halvparten.", "For {} gikk en mann med på å kjøre oss over grensen."),
    kept=(
        "Vi var {} mann i én kjeller.",
        "Det varte i {} dager, og ingen kom.",
        "Jeg telte {} skudd, og så ble det stille.",
        "Etter {} timer var veien åpen igjen.",
    ),
    months=("januar", "mars", "mai", "august", "oktober", "desember"),
    unit_words="avdeling {}",
    amount_words="{} rubler",
    coarse=(("place", "en by"), ("date", "i det andre året"), ("unit", "en avdeling"), ("amount", "en sum penger")),
    syllables=("bjel", "drå", "fø", "gny", "hvil", "kne", "løm", "myr", "næ", "pust", "rød", "skjø", "tve", "vår"),
    endings=("", "en", "et", "er", "ene"),
)
RUSSIAN: Final = Sentences(
    name=(
        "{} сказал, что надо ждать темноты.",
        "Я попросил у {} воды и хлеба, и больше никто не ответил.",
        "Потом {} долго шёл рядом со мной и молчал.",
        "Дорогу через лес показал нам {}.",
        "Утром пришли за {}, и больше мы ничего не слышали.",
    ),
    place=(
        "Нас привезли в {} в закрытых машинах, спали мы на полу.",
        "Из {} шла только одна дорога, и за ней следили.",
        "Моя мать до сих пор живёт возле {} и ждёт письма.",
        "В {} дома стояли пустые, окна были выбиты.",
    ),
    date=(
        "Приказ идти вперёд пришёл {}.",
        "Всё изменилось {}, когда уехал командир.",
        "Я помню {}, потому что шёл снег, а огня у нас не было.",
    ),
    unit=("Меня записали водителем в {}.", "Бумаги {} сожгли перед отъездом."),
    amount=("Обещали {} в месяц, а платили половину.", "За {} один человек согласился отвезти нас через границу."),
    kept=(
        "Нас было {} человек в одном подвале.",
        "Это длилось {} дней, и никто не пришёл.",
        "Я насчитал {} выстрелов, потом стало тихо.",
        "Через {} часов дорога снова открылась.",
    ),
    months=("января", "марта", "мая", "августа", "октября", "декабря"),
    unit_words="часть {}",
    amount_words="{} рублей",
    coarse=(("place", "один город"), ("date", "на второй год"), ("unit", "одна часть"), ("amount", "деньги")),
    syllables=("бру", "вяз", "глу", "дро", "жем", "зыб", "клю", "мро", "ныл", "плю", "рыс", "сту", "трю", "хлы"),
    endings=("а", "ом", "ы", "ать", "ный"),
)
UKRAINIAN: Final = Sentences(
    name=(
        "{} сказав, що треба чекати темряви.",
        "Я попросив у {} води й хліба, і більше ніхто не відповів.",
        "Потім {} довго йшов поруч зі мною і мовчав.",
        "Дорогу через ліс показав нам {}.",
        "Уранці прийшли по {}, і більше ми нічого не чули.",
    ),
    place=(
        "Нас привезли до {} у закритих машинах, спали ми на підлозі.",
        "Із {} вела лише одна дорога, і за нею стежили.",
        "Моя мати досі живе біля {} і чекає на листа.",
        "У {} будинки стояли порожні, вікна були вибиті.",
    ),
    date=(
        "Наказ іти вперед надійшов {}.",
        "Усе змінилося {}, коли поїхав командир.",
        "Я пам'ятаю {}, бо йшов сніг, а вогню в нас не було.",
    ),
    unit=("Мене записали водієм у {}.", "Папери {} спалили перед від'їздом."),
    amount=("Обіцяли {} на місяць, а платили половину.", "За {} один чоловік погодився відвезти нас через кордон."),
    kept=(
        "Нас було {} осіб в одному підвалі.",
        "Це тривало {} днів, і ніхто не прийшов.",
        "Я нарахував {} пострілів, потім стало тихо.",
        "За {} годин дорога знову відкрилася.",
    ),
    months=("січня", "березня", "травня", "серпня", "жовтня", "грудня"),
    unit_words="частина {}",
    amount_words="{} гривень",
    coarse=(("place", "одне місто"), ("date", "на другий рік"), ("unit", "одна частина"), ("amount", "гроші")),
    syllables=("брі", "ґрун", "дзю", "жеї", "зві", "кві", "льо", "мріє", "пля", "рві", "сні", "три", "хві", "цві"),
    endings=("а", "ою", "и", "ити", "ний"),
)
BY_LANGUAGE: Final = {"en": ENGLISH, "nb": NORWEGIAN, "ru": RUSSIAN, "uk": UKRAINIAN}
