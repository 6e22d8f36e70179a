"""Whose role a word tells: "I was a welder" tells of somebody, "the doctor came in" of anybody."""

from archive.detection.clues import clues_in
from archive.detection.lexicon import NAME, flags_of
from archive.detection.ordinary import is_ordinary
from archive.detection.phrases import ends_clause
from archive.detection.segments import Document
from archive.language.codes import NORWEGIAN

_TELLING = frozenset(
    "i i'm am was were be been being become became becomes as job works worked working trained profession trade by trade's he's she's is are his hers "
    "jeg eg ho hun han er var ble blei vart bli blir som jobba jobbet jobber jobbar arbeidet arbeida arbeider utdanna utdannet yrke "
    "я был была были быть являюсь стал стала стать стану работал работала работаю работает работать служил служила устроился устроилась профессия профессии специальность "
    "специальности образованию учился выучился закончил пошёл пошел взяли назначили числился он она "
    "був була були бути став стала стати працював працювала працюю працює працювати служив служила влаштувався професія професією фахом освітою вчився пішов узяли він вона".split()
)
_TOGETHER = frozenset("с со з із зі над перед за к ко до від от у".split())
_INSTRUMENTAL = ("ом", "ем", "ём", "ой", "ою", "ею", "єм", "ком", "цей", "цею")
_DEFINITE = frozenset(
    {"the", "this", "that", "some", "their", "our", "your", "den", "det", "этот", "тот", "той", "цей"}
)
_HAVE = frozenset(
    "my our have had has keep kept bought raised named called min mi mitt mine vår vårt har hadde hatt kjøpte holdt heter мой моя моё мою мои наш наша нашу "
    "завёл держал держали кличка мій моя мою наш наша завів тримав тримали".split()
)
_ARTICLES = frozenset("a an en ein ei et eit".split())
_REACH = 4
_GENERAL = frozenset(
    "inntil opptil strafferamme strafferammen straffbar straffbart straffes punishable maximum one's anyone everyone whoever наказывается карается карається наказуется предусматривает передбачає каждый кожен".split()
)
_ONE_PERSON = frozenset(
    "i i'm i've me my he him his she her we us our jeg meg min mi mitt han ham hans hun henne hennes vi oss vår eg ho hennar honom "
    "я меня мне мной мой моего он его ему ним она её ей мы нас нам мене мені мій він його йому вона її їй ми нас нам".split()
)
_NATION = frozenset({"nation", "ethnicity"})
_KIN_BEFORE = frozenset("uncle aunt brother sister cousin called named mr mrs ms captain sergeant".split())


def is_told_of_somebody(document: Document, first: int, end: int) -> bool:
    """Tell whether a role is said of the narrator or of one person, not of whoever stood there."""
    lower, gaps, words = document.lower, document.gaps, document.words
    if first > 0 and lower[first - 1] in _DEFINITE and gaps[first] == " ":
        return False
    if document.initial[first]:
        return _is_answer(document, end)
    place = first
    while place > 0 and first - place < _REACH and not ends_clause(gaps[place]) and not document.initial[place]:
        place -= 1
        if lower[place] in _TELLING or "kin" in clues_in(document)[place]:
            return True
    if _is_apposition(document, first, end):
        return True
    if document.languages[first] in {"ru", "uk"} and lower[first].endswith(_INSTRUMENTAL):
        return lower[first - 1] not in _TOGETHER
    return "—" in gaps[first] or (end < len(words) and gaps[end] == " " and words[end][0].isupper())


def _is_apposition(document: Document, first: int, end: int) -> bool:
    """Tell "(Osip, a diver)" and "an army doctor, a neurologist"."""
    if first > 1 and document.lower[first - 1] in _ARTICLES:
        first -= 1
    if document.gaps[first] not in {", ", " (", " – ", " — "}:
        return False
    if clues_in(document)[first - 1] & {"occupation", "rank", "trade", "unit"}:
        return True
    closed = end >= len(document.gaps) or document.gaps[end][:1] in {",", ".", ";", ")", "\n"}
    return closed and (document.words[first - 1][0].isupper() or document.words[first - 1][0].isdigit())


def _is_answer(document: Document, end: int) -> bool:
    """Tell the line that is nothing but a role: "Loom fitter, fourth category."."""
    gaps = document.gaps
    if end >= len(gaps):
        return True
    return gaps[end][:1] in {".", ";"} or (
        gaps[end] == ", " and bool(clues_in(document)[end] & {"ordinal", "number", "occupation"})
    )


def is_kept_by_somebody(document: Document, first: int, end: int) -> bool:
    """Tell "my dog", "we had a cow", "a goat called …" from the dogs in the street."""
    near = document.lower[max(0, first - 3) : first] + document.lower[end : end + 2]
    return any(form in _HAVE for form in near) or any(
        "kin" in found for found in clues_in(document)[max(0, first - 2) : first]
    )


def is_told_of_anybody(document: Document, first: int, end: int) -> bool:
    """Tell what a law says of everybody ("straffen er inntil to år", "one can go to jail") from what befell somebody."""
    near = document.lower[max(0, first - _REACH) : end + _REACH]
    general = _GENERAL if document.languages[first] not in NORWEGIAN else _GENERAL | {"man"}
    if not any(form in general for form in near):
        return False
    persons = any(form in _ONE_PERSON for form in near) or any(
        "kin" in clues_in(document)[k] for k in range(first, end)
    )
    named = any(word[0].isupper() for word in document.words[first + 1 : end])
    return not persons and not named


def is_nationality(document: Document, index: int) -> bool:
    """Tell "the German police", "Ukrainian", which only English writes with a capital, from somebody called German."""
    if document.languages[index] != "en" or not clues_in(document)[index] & _NATION:
        return False
    after, words = index + 1, document.words
    if after >= len(words) or document.gaps[after] not in {" ", "-"} or words[after][0].islower():
        return index == 0 or document.lower[index - 1] not in _KIN_BEFORE
    return is_ordinary(document.lower[after], "en") and not flags_of(document.lower[after]) & NAME
