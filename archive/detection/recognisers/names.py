"""Persons by rule: patronymics, titles and kin before a name, initials, known first names, families."""

import re
from collections.abc import Iterator

from archive.detection.clues import clues_in
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import NAME, Flag, flags_of
from archive.detection.morphology import NAMES, Kind, kinds_of
from archive.detection.ordinary import is_ordinary
from archive.detection.phrases import finding
from archive.detection.roles import is_nationality
from archive.detection.segments import Document, is_cyrillic
from archive.detection.speakers import speakers_of
from archive.language.remembering import remembered

_PATRONYMIC = re.compile(
    r".{3,}(?:ович|евич|ьич|инич|овна|евна|ична|инична|івна|ївна|йович|ovich|evich|ovna|evna|ichna|ivna|ovitsj|evitsj|jevitsj|"
    r"ovytsj|yovych|ovych|yevich|yevna|jevna)(?:а|у|ем|ом|е|ы|і|ой|ою|s|'s)?$"
)
_LONG_INITIALS = frozenset("Ye Yu Ya Ch Sh Zh Kh Ts Je Ju Ja Tsj Sj Zj Dzh Ph Th Ю Я Е".split())
_INITIAL = re.compile(r"[A-ZА-ЯІЇЄÆØÅ]")
# An initial that stands for a name after a word or a colon, not the letter of a list or of an abbreviation.
_LONE_INITIAL = re.compile(
    r"[A-ZА-ЯІЇЄÆØÅ]\.(?:(?<=[^\W\d_,:] ..)(?=[ )]\(?[^\W\d_]|,|;|$)(?! [A-ZА-ЯІЇЄÆØÅ]\.)|(?<=: ..)(?= \())"
)
# Two or three of them that stand for a name at the end of a letter or beside an address: "O. T. P.".
_INITIALS = re.compile(
    r"[A-ZА-ЯІЇЄҐÆØÅ]\.(?:(?<=^..)|(?<=, ..)|(?<=\(..))[ -]?[A-ZА-ЯІЇЄҐÆØÅ]\.(?:[ -]?[A-ZА-ЯІЇЄҐÆØÅ]\.)?(?=[,)]|$)",
    re.MULTILINE,
)
_TITLES = frozenset(
    "mr mrs ms dr miss mister missus madame monsieur mme frau señor señora don signor padre père pater mullah imam sheikh broder pastor отче отець отця отцю абат матушка батюшка aunt uncle auntie granny grandpa baba tetya dyadya father sister brother tante onkel doktor fru herr "
    "тётя тетя дядя баба бабушка дед тёть дядь доктор отец тітка тьотя дядько пан пані товарищ доктора тёте тете дяде бабка бабку брат сестра".split()
)
_MAY_NAME = Flag.FIRST_NAME | Flag.PROPER_NO | Flag.PROPER_EN
_SHORT_TITLES = frozenset({"mr", "mrs", "ms", "dr", "mister", "missus"})
_SOME = frozenset("some certain noen nokon viss некий некая какой-то какая-то якийсь якась такой такая".split())
_WHOSE = frozenset({"in", "own", "his", "her", "my", *_SOME})
_PRONOUNS = frozenset(
    "he she they we you it i who one some han hun ho vi de dei dere du det den alle noen nokon ingen en ein man så her der då da nå no ja nei so now then there here yes well".split()
)
_ARTICLES = frozenset("a an the en ei ein".split())
_AND = frozenset("and og и і й та".split())
_ACTS = frozenset(
    "said says told tells asked asks gave gives came comes helped helps drove drives took takes brought brings called calls waited met knew knows wrote "
    "writes answered showed shows hid fed paid left died lives lived laughed laughs cried thinks thought wants wanted sa sier fortalte fortel fortalde "
    "spurte spør ga gav gir kom kjem kommer hjalp hjelper kjørte kjører køyrde tok tar ringte ringer venta ventet skrev skreiv skriver svarte viste gjemte "
    "gøymde redda reddet bor bur bodde budde døde lo gråt tenker ville vil сказал сказала спросил спросила дал дала пришёл пришла помог помогла ответил "
    "ответила написал написала ждал ждала жил жила сказав запитав дав прийшов прийшла допоміг допомогла відповів відповіла написав чекав чекала".split()
)
_SELF = re.compile(
    r"(?:my name is|i am called|call(?:ed)? me|they call me|name's|jeg heter|eg heiter|navnet mitt er|kalle? meg|меня зовут|зовите меня|"
    r"мене звати|мене звуть|звати|зовут|имя|фамилия|ім'я|прізвище|surname|first name|name is|heter|heiter|named|called|ved navn|по имени|на ім'я|"
    r"nickname|known as|signed)[:,]? [«\"“]?$",
    re.IGNORECASE,
)
_SELF_ENDS = (
    "is", "called", "me", "name's", "heter", "heiter", "er", "meg", "зовут", "меня", "звати", "звуть", "имя", "фамилия", "ім'я",
    "прізвище", "name", "named", "navn", "имени", "as", "signed",
)  # fmt: skip
_I = frozenset({"i", "i'm", "i've", "i'd", "i'll"})


def find(document: Document) -> Iterator[Finding]:
    """Yield persons."""
    end, speakers = 0, speakers_of(document)
    for index in document.capitals:
        if index < end or document.lower[index] in _I or index in speakers:
            continue
        end = _run(document, index)
        begin = index + (end - index > 1 and _is_opener(document, index))
        score, why, first = _weigh(document, begin, end)
        if score:
            yield finding(
                document, (first, end), EntityType.PERSON, "name", IdentifierClass.DIRECT, "names", why,
                third_person=True, score=score,
            )  # fmt: skip
    for match in (*_LONE_INITIAL.finditer(document.text), *_INITIALS.finditer(document.text)):
        yield Finding(
            *match.span(), EntityType.PERSON, "name", IdentifierClass.DIRECT, True, "names", "An initial for a name.", score=0.5
        )  # fmt: skip


def _is_opener(document: Document, index: int) -> bool:
    """Tell the ordinary word that begins a sentence before a name ("Jeg Olaf", "When Petrovich")."""
    if not document.initial[index] or document.gaps[index + 1] != " ":
        return False
    form = document.lower[index]
    if flags_of(form) & Flag.COMMON or clues_in(document)[index] & {"kin", "occupation"}:
        return True
    return is_ordinary(form, document.languages[index]) and not _known(document, index)


def _run(document: Document, index: int) -> int:
    """Return the end of a run of capitalised words, initials with their dots included."""
    words, gaps = document.words, document.gaps
    end = index + 1
    while end < len(words) and end - index < 5 and words[end][0].isupper():
        dotted = gaps[end] in {". ", "."} and (len(words[end - 1]) == 1 or words[end - 1] in _LONG_INITIALS)
        if gaps[end] not in {" ", "-", "\u00a0"} and not dotted:
            break
        end += 1
    if end + 1 < len(words) and words[end] == "the" and gaps[end] == " " and gaps[end + 1] == " ":
        end += 2 * words[end + 1][0].isupper()  # "Boris the Armenian"
    return end


def _weigh(document: Document, first: int, end: int) -> tuple[float, str, int]:
    """Return how surely a run is a person, and the first token of the name."""
    if any(map(_is_patronymic, document.lower[first:end])):
        return 0.95, "A name with a patronymic.", _with_owner(document, first)
    if end - first > 1 and _has_initials(document, first, end):
        return 0.9, "Initials with a name.", first
    known = [_known(document, k) for k in range(first, end)]
    score, why, begin = _by_what_stands_before(document, first, any_known=any(known))
    if score:
        return score, why, begin
    if end - first > 1 and sum(known) >= 2:
        return 0.8, "First name and surname are listed.", first
    if any(known):
        return (0.6 if not document.initial[first] or end - first > 1 else 0.45), "A listed name.", first
    return 0.0, "", first


@remembered(maxsize=50_000)
def _is_patronymic(form: str) -> bool:
    return _PATRONYMIC.fullmatch(form) is not None


def _by_what_stands_before(document: Document, first: int, *, any_known: bool) -> tuple[float, str, int]:
    """Return what a title, a relative, a rank or "my name is" before a run says of it."""
    lower, gaps = document.lower, document.gaps
    if first > 0 and lower[first - 1] in _TITLES and gaps[first] in {" ", ". ", "-"}:
        return 0.9, "A name after a title.", _with_kin(document, first)
    near = first - 1 - (first > 1 and lower[first - 1] in _SOME)
    kin = near >= 0 and clues_in(document)[near] & {"kin", "rank"}
    if kin and (gaps[first] == " " or (gaps[first] == ", " and any_known)):
        return 0.85, "A name after kin or rank.", _with_kin(document, first)
    if first > 0 and lower[first - 1].endswith(_SELF_ENDS):
        before = document.text[max(0, document.spans[first][0] - 28) : document.spans[first][0]]
        if _SELF.search(before):
            return 0.85, "Somebody says whose name it is.", first
    return 0.0, "", first


def _has_initials(document: Document, first: int, end: int) -> bool:
    """Tell "B. Tamang" and "Ivanov I. I." from "point B. They" and "Holding B. V."."""
    words, gaps = document.words, document.gaps
    initials = [k for k in range(first, end) if len(words[k]) <= 2 and _INITIAL.match(words[k]) and _dot_after(gaps, k)]
    names = [k for k in range(first, end) if len(words[k]) > 2]
    if not initials or not names:
        return False
    latin_tail = initials[-1] == end - 1 and words[end - 1].isascii()
    return not latin_tail and all(words[k][1:].islower() or (words[k].isupper() and len(words[k]) > 4) for k in names)


def _dot_after(gaps: list[str], index: int) -> bool:
    return index + 1 < len(gaps) and gaps[index + 1].startswith(".")


def _with_kin(document: Document, first: int) -> int:
    """Take in "tante", "дядя", "his own uncle", "Dr." before the name: they tell whose."""
    begin = first
    while begin > 0 and first - begin < 5 and document.gaps[begin] in {" ", "-", ", ", ". "}:
        if not _tells_kin(document, begin - 1):
            break
        begin -= 1
    return begin


def _with_owner(document: Document, first: int) -> int:
    """Take in "my mother-in-law's," before a name in Latin letters: it says whose name comes."""
    lower = document.lower
    if first < 1 or document.gaps[first] != ", " or is_cyrillic(lower[first]):
        return first
    return _with_kin(document, first) if "kin" in clues_in(document)[first - 1] else first


def _tells_kin(document: Document, index: int) -> bool:
    form = document.lower[index]
    if "kin" in clues_in(document)[index] or form in _SHORT_TITLES:
        return True
    return (form in _TITLES or form in _WHOSE) and (document.words[index][0].islower() or document.initial[index])


def _is_other(document: Document, index: int) -> bool:
    """Tell relatives, trades and months, and the make of a car: "a green Lada"."""
    clues = clues_in(document)
    if clues[index] & {"kin", "occupation", "month"}:
        return True
    if is_nationality(document, index):
        return True
    before = index > 0 and ("colour" in clues[index - 1] or document.lower[index - 1] in _ARTICLES)
    return before and "vehicle" in clues[index]


def _known(document: Document, index: int) -> bool:
    """Tell whether a token is a listed name; one that is also a word needs a place inside the sentence, or to be rare."""
    form, language, initial = document.lower[index], document.languages[index], document.initial[index]
    if _is_other(document, index):
        return False
    bare = form.removesuffix("'s") if not is_cyrillic(form) else form
    flags = flags_of(bare) or flags_of(bare.removesuffix("s"))
    if initial and flags & _MAY_NAME and form not in _PRONOUNS and _acts(document, index):
        return True
    if initial and flags & Flag.COMMON:
        return False
    if language in {"ru", "uk"}:
        return _known_cyrillic(kinds_of(form, language), flags, initial=initial)
    word = {"en": Flag.WORD_EN, "nb": Flag.WORD_NB | Flag.WORD_NN, "nn": Flag.WORD_NN | Flag.WORD_NB}[language]
    if flags & Flag.FIRST_NAME:
        return not (flags & word and initial and flags & Flag.FREQUENT)
    return bool(flags & NAME) and not flags & word


def _acts(document: Document, index: int) -> bool:
    """Tell the answer that is one word ("Mark."), one of a list ("Lily, Daisy"), and who does something ("Joy told us")."""
    if not document.words[index][0].isupper():
        return False
    if index + 1 >= len(document.gaps):
        return True
    following, after = document.gaps[index + 1], document.words[index + 1]
    if following[:1] in {".", ":"}:
        return document.initial[index + 1]
    if following == ", ":
        return after[0].isupper()
    if following == " " and after in _AND and index + 2 < len(document.words):
        return document.words[index + 2][0].isupper() or document.lower[index + 2] in _WHOSE
    return following == " " and after in _ACTS


def _known_cyrillic(kinds: int, flags: int, *, initial: bool) -> bool:
    if kinds & Kind.FIRST_NAME:
        return True
    if kinds & NAMES:
        return not (kinds & Kind.ORDINARY and initial) and not kinds & Kind.PLACE
    return bool(flags & NAME) and not kinds & (Kind.ORDINARY | Kind.PLACE)
