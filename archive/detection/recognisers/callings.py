"""What somebody does, told by how it is said: "worked as a …", "Vera, a …", an answer to "and before the war?", "taught …"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from archive.detection.clues import clues_in
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import NAME, PLACE, Flag, flags_of
from archive.detection.morphology import NAMES, Kind, analyzer, kinds_of
from archive.detection.phrases import Range, breaks, ends_clause, finding
from archive.detection.readings import is_court_prose
from archive.detection.segments import Document
from archive.language.remembering import remembered

_TOLD = frozenset(
    "seinere senere seinare siden sidan før først nå later formerly now previously am i'm was were became is she's he's been as becoming jeg eg er var vært vore ble blei vart som utdanna utdannet utdanne lært lærte "
    "работал работала работаю работает работать был была стал стала станет устроился устроилась трудился трудилась подрабатывал подрабатывала числился "
    "працював працювала працюю працює був була став стала влаштувався влаштувалася робив робила я він вона он она".split()
)
_ARTICLES = frozenset("a an en ei ein et".split())
_ENGLISH = tuple(
    "smith wright keeper monger maker worker driver builder fitter breeder trainer tuner grinder sorter cutter layer setter welder painter dresser washer sweeper picker packer porter ranger forester gardener designer dealer tiler glazier plumber caretaker inspector conductor operator instructor sculptor restorer editor surveyor collector tractorist ologist onomist organist florist machinist dentist pianist artist typist chemist stylist technician optician dietician musician librarian guardian draughtsman draftsman fireman salesman craftsman repairman boatman ferryman horseman foreman herdsman seaman lifeguard watchman doorman barman milkman seamstress laundress hostess stewardess accountant attendant assistant consultant sergeant-at-arms steward usher beekeeper chef cook clerk nurse guide referee vet deckhand farmhand jockey miner herder shepherd fisher".split()
)
_NORWEGIAN = tuple(
    "arbeider arbeidar leder leiar fører førar montør legger leggar bygger byggjar passer passar vokter vaktar vakt mester meister pleier pleiar lærer lærar maker makar smed kokk tekniker teknikar tekker tekkjar ingeniør designer teiknar tegner agronom olog økonom graf pedagog terapeut assistent konsulent sjåfør kjører kjørar køyrar selger seljar renser reinsar vasker vaskar rydder søker søkjar skjærer skjerar sliper slipar dreier dreiar støper støypar sveiser sveisar baker bakar doktor kirurg mann kone dame pike jente gutt".split()
)
_PEOPLE = frozenset(
    "mann kvinne landsmann nordmann ektemann landsmannskap bestemann "
    "человек мужик мужчина женщина парень пацан мальчик девочка девушка ребёнок друг подруга сосед соседка враг солдат солдатик боец воин офицер командир начальник знакомый старик старуха дурак "
    "герой предатель трус дезертир беглец пленный свидетель родитель родители собеседник срочник контрактник доброволец мобилизованный гражданин гость хозяин хозяйка бог чёрт черт покойник "
    "труп мертвец зверь кто никто тварь преступник отказник наёмник наемник россиянин местный свой чужой один оба народ раб жилец брат-близнец близнец одноклассник земляк инвалид опрашиваемый респондент "
    "людина чоловік жінка хлопець хлопчик дівчина дівчинка дитина друг подруга сусід сусідка ворог солдат солдатик боєць воїн офіцер командир начальник знайомий старий дурень герой зрадник боягуз "
    "дезертир втікач полонений свідок батьки співрозмовник строковик контрактник доброволець мобілізований громадянин гість господар господиня бог чорт небіжчик звір ніхто хто злочинець найманець "
    "українець росіянин раб близнюк земляк однокласник інвалід респондент побратим поранений загиблий убитый раненый погибший".split()
)
_NOT_CALLINGS = frozenset(
    {
        "kin",
        "nation",
        "ethnicity",
        "faith",
        "rank",
        "occupation",
        "animal",
        "month",
        "callsign",
        "people",
        "child",
        "elder",
    }
)
_WHERE = frozenset(
    "на в во у по при з із с со до для at of in for on til på i av hos ved for med og і й и та and".split()
)
_CLOSED = frozenset({",", ".", ";", ")", "\n"})
_APPOSED = frozenset({"kin", "occupation", "number"})
_DASH = frozenset({" — ", " – ", " - "})
_SURFACE = frozenset({", ", *_DASH})
_WITHIN = frozenset({" ", "-"})
_INFLECTED = frozenset({"ru", "uk"})
# Their last letters, which are looked up at once.
_LAST = frozenset(ending[-3:] for ending in (*_ENGLISH, *_NORWEGIAN))
_LEADS = _TOLD | _ARTICLES
_ASKED = re.compile(
    r"occupation|profession|for a living|(?:your|what) (?:job|work)|before (?:the war|all this|that)|did you (?:do|work)|hva (?:gjorde|arbeida|jobba|jobbet)|kva (?:gjorde|arbeidde)|yrke|arbeidet? ditt|"
    r"чем (?:вы )?(?:занимались|занимаетесь|зарабатывали)|кем (?:вы )?(?:работали|были|работаете)|професси|ким (?:ви )?(?:працювали|були|працюєте)|чим (?:ви )?(?:займалися|займаєтесь)|професі|фах",
    re.IGNORECASE,
)
# One of these is in every such question.
_ASKING = frozenset(
    "occupation profession living job work do before gjorde arbeida jobba jobbet arbeidde yrke arbeidet arbeide чем кем профессия профессии професія ким чим фах фахом".split()
)
_LABELS = frozenset(
    "occupation profession job trade yrke stilling arbeid профессия профессии должность работа професія посада робота фах".split()
)
_LABEL_MARKS = frozenset({":", "—", "–"})
_LONGEST_LABELLED = 8
_VERBS = frozenset(
    "brews brewed spins spun taught teaches repaired repairs sewed sews baked bakes bred breeds tuned tunes glazed glazes welded welds weaves wove tiled plastered shod drove drives driving "
    "underviste underviser reparerte reparerer sydde syr bakte gjette gjetar gjeter lakkerer lakkerte murte snekra klipte klipper stelte avla kjørte kjører køyrde køyrer la legg legger "
    "преподавал преподавала преподаю преподаёт торговал торговала торгую торгует сторожил сторожила сторожит чинил чинила чинит стриг стригла стрижёт доил доила доит шил шила шьёт пекла печёт "
    "сваривал таксовал плотничал слесарил сапожничал рыбачил разливал разливала разводил разводила разводит настраивал настраивала клал красил красила ремонтировал ремонтировала ремонтирует прядёт ткёт ткала вяжет водил "
    "водила викладав викладала викладає торгував торгувала торгує сторожував сторожить сторожує лагодив лагодить стриг доїла доїть шив шиє пече таксував теслював рибалив розводив розводить ремонтував "
    "ремонтує пряде пряла тче ткала в'яже фарбував водив грав".split()
)
_VEHICLES = (
    "tax",
    "cab",
    "tram",
    "bus",
    "truck",
    "lorr",
    "forkl",
    "crane",
    "combine",
    "tractor",
    "harvest",
    "train",
    "metro",
)
_DRIVEN = ("tax", "drosje", "trikk", "buss", "lastebil", "truck", "grave", "skurtr", "traktor", "tog", "t-bane")
_LAID = ("golv", "gulv", "flis", "takst", "stein", "terrazzo", "parkett")
_LED = ("такс", "автобус", "трамва", "фур", "поезд", "маршрутк", "турист", "экскурс", "таксі", "потяг", "екскурс")
_PLAYED = ("на", "в", "у")
# Verbs that are a trade only with what they are done to.
_ONLY_WITH = (
    dict.fromkeys(("drove", "drives", "driving"), _VEHICLES) | dict.fromkeys(("kjørte", "kjører", "køyrde", "køyrer"), _DRIVEN)
    | dict.fromkeys(("la", "legg", "legger"), _LAID) | dict.fromkeys(("водил", "водила", "водив"), _LED) | {"грав": _PLAYED}
)  # fmt: skip
_NO_OBJECTS = frozenset(
    "the a an him her me us it that this my his our their to in on at by up out since now then there and but when det den meg ham henne oss dem ho han på i til ut opp med da og nå "
    "меня него них мне ему ей нас его её их это то и но там тогда мене нього мені йому їй його її це те і та".split()
)
# What is cut off at the end of a verb's object: it begins something else.
_LEADS_ON = (
    _NO_OBJECTS
    | _WHERE
    | frozenset(
        "near from with for of as to into about until while because over under around before after nær med av som fra frå for om over under ved mens "
        "для из от за до без около при под над возле пока через з із від біля під поки".split()
    )
)
_LEAST_AGENT = 5
_AGENTIVE = ("er", "or", "ist", "ian")
_NOT_AGENTS = frozenset(
    "prisoner deserter father mother brother sister daughter member number matter foreigner believer lover murderer killer liar winner loser stranger teenager beginner survivor traitor winter letter order war "
    "leader danger bother soldier officer volunteer newcomer villager refuser objector smoker drinker shower corner paper flower river summer finger power tower water weather computer trailer bunker shelter "
    "disaster monster supper dinner chapter quarter character better bitter factor door floor mirror error terror horror tumor tumour never ever over under other another rather either neither later after "
    "longer older younger bigger smaller former latter commander together however for nor list exist fist mist christian civilian ukrainian russian georgian belarusian armenian italian soccer cancer offer answer "
    "poor outdoor major minor senior junior author ancestor neighbour neighbor visitor passenger customer speaker helper sleeper orphan twist wrist pacifist terrorist nationalist communist activist extremist separatist".split()
)
# How verbs, adverbs and adjectives end, which need not be parsed to be told from callings.
_NO_NOUNS = tuple("ть ти ся сь ло ли ет ёт ит ут ют ат ят ого ему ых их ая ое ые ые но ше є ють уть ить".split())
# Endings of callings no dictionary lists: "вышкомонтажник", "чтица".
_AGENTS = tuple(
    "ник ником ница ницей щик щиком щица чик чиком чица ист истом истка тель телем лог логом граф вод вар дув роб ець ця".split()
)
_LONGEST_ANSWER, _LONGEST_TAIL, _QUALIFYING = 6, 4, 3
_SCORE = 0.45


def find(document: Document) -> Iterator[Finding]:
    """Yield callings told by position, by answer, by label and by what somebody makes."""
    if is_court_prose(document):
        return
    for index in _perhaps(document):
        if _is_calling(document, index) and _is_said_of_somebody(document, index):
            yield _of(document, (_with_qualifiers(document, index), _with_tail(document, index)))
    yield from _answers(document)
    for index in _where(document, _LABELS):
        if document.gaps[index + 1 : index + 2] and document.gaps[index + 1].strip() in _LABEL_MARKS:
            yield from _of_what(document, index + 1)
    for index in _where(document, _VERBS):
        yield from _done(document, index)


def _where(document: Document, wanted: frozenset[str]) -> list[int]:
    """Return the places of some forms; most texts hold none of them."""
    here = document.forms & wanted
    return [index for index, form in enumerate(document.lower) if form in here] if here else []


def _of_what(document: Document, first: int) -> Iterator[Finding]:
    """Yield what stands behind a label, to the end of its clause."""
    end = first + 1
    while end < len(document.words) and end - first < _LONGEST_LABELLED and not ends_clause(document.gaps[end]):
        end += 1
    yield _of(document, (first, end))


def _done(document: Document, index: int) -> Iterator[Finding]:
    """Yield a verb of a trade with what it is done to: "taught solfeggio", "drove a tram", "стриг овец"."""
    lower, end = document.lower, index + 1
    if end >= len(lower) or breaks(document.gaps[end]):
        return
    needed = _ONLY_WITH.get(lower[index])
    begin = end + (lower[end] in _ARTICLES | {"the"})
    if needed and not (begin < len(lower) and lower[begin].startswith(needed)):
        return
    if not needed and lower[end] in _NO_OBJECTS:
        return
    while end < len(lower) and end - index <= _LONGEST_TAIL and not breaks(document.gaps[end]):
        end += 1
    while end > begin + 1 and lower[end - 1] in _LEADS_ON:
        end -= 1
    yield _of(document, (index, end))


def _of(document: Document, tokens: Range) -> Finding:
    return finding(
        document, tokens, EntityType.DEM, "occupation", IdentifierClass.QUASI, "callings", "What somebody does for a living.", score=_SCORE
    )  # fmt: skip


def _perhaps(document: Document) -> Iterator[int]:
    """Yield the tokens that may name a calling by their build, where something before them may say that it is told."""
    lower, gaps, initial, languages = document.lower, document.gaps, document.initial, document.languages
    named = {form for form in document.forms if form[-3:] in _LAST or form.endswith(_AGENTIVE)}
    for index in [index for index, form in enumerate(lower) if form in named or languages[index] in _INFLECTED]:
        if initial[index] or gaps[index] in _SURFACE:
            yield index
            continue
        for back in range(1, _QUALIFYING + 1):
            if index < back or gaps[index - back + 1] not in _WITHIN:
                break
            if lower[index - back] in _LEADS or (back < _QUALIFYING and gaps[index - back] in _SURFACE):
                yield index
                break


def _is_calling(document: Document, index: int) -> bool:
    form, language = document.lower[index], document.languages[index]
    if form in _PEOPLE or form in _NOT_AGENTS or clues_in(document)[index] & _NOT_CALLINGS:
        return False
    if document.words[index][0].isupper() and not document.initial[index]:
        return False
    return _names_calling(form, language)


@remembered(maxsize=50_000)
def _names_calling(form: str, language: str) -> bool:
    """Tell by its build that a form names a calling: "beekeeper", "togleder"; in Cyrillic a noun for a living being."""
    if language == "en":
        return (form.endswith(_ENGLISH) and not form.startswith(_ENGLISH)) or _is_agent(form)
    if language in {"nb", "nn"}:
        return (
            form.endswith(_NORWEGIAN)
            and not form.startswith(_NORWEGIAN)
            and not flags_of(form) & (Flag.COMMON | NAME | PLACE)
        )
    if form.endswith(_NO_NOUNS) or flags_of(form) & Flag.COMMON or kinds_of(form, language) & (NAMES | Kind.PLACE):
        return False
    parses = analyzer(language).parse(form)
    if not parses or not (parses[0].is_known or form.endswith(_AGENTS)):
        return False
    tag = str(parses[0].tag)
    return (
        "NOUN" in tag
        and "anim" in tag
        and ("nomn" in tag or "ablt" in tag)
        and "plur" not in tag
        and parses[0].normal_form not in _PEOPLE
    )


def _is_agent(form: str) -> bool:
    """Tell "brewer", "organist" from "river": an English word for who does something, asked only where one is told of."""
    flags = flags_of(form)
    return (
        len(form) >= _LEAST_AGENT and form.endswith(_AGENTIVE)
        and bool(flags & Flag.WORD_EN) and not flags & Flag.COMMON
    )  # fmt: skip


def _is_said_of_somebody(document: Document, index: int) -> bool:
    """Tell "I was a …", "Vera — …", "(Osip, a …)", "…, мотористом" from whoever stood there."""
    lower, gaps, words = document.lower, document.gaps, document.words
    first = _with_qualifiers(document, index)
    article = first > 0 and lower[first - 1] in _ARTICLES and gaps[first] == " "
    if document.languages[index] == "en" and not article and _is_agent(lower[index]):
        return False
    first -= article
    if first == 0 or (document.initial[first] and gaps[first] not in _DASH):
        ends = index + 1 >= len(gaps) or gaps[index + 1][:1] in {".", ";", ","}
        return first == index and ends and document.languages[index] != "en"
    before = lower[first - 1]
    if gaps[first] == " " and before in _TOLD:
        return True
    if gaps[first] not in _SURFACE:
        return False
    tail = _with_tail(document, index)
    closed = tail >= len(words) or gaps[tail][:1] in _CLOSED
    return closed and (
        words[first - 1][0].isupper() or before[0].isdigit() or bool(clues_in(document)[first - 1] & _APPOSED)
    )


def _with_qualifiers(document: Document, index: int) -> int:
    """Return the first token of the noun phrase: "a ship's cook", "цирковой униформист"."""
    first = index
    while (
        first > 0 and index - first < _QUALIFYING and document.gaps[first] in {" ", "-"} and not document.initial[first]
    ):
        before = document.lower[first - 1]
        if (
            before in _TOLD
            or before in _ARTICLES
            or flags_of(before) & Flag.COMMON
            or document.words[first - 1][0].isupper()
        ):
            break
        if document.languages[index] in {"ru", "uk"} and not before.endswith(("ый", "ий", "ой", "ая", "ым", "им", "а")):
            break
        first -= 1
    return first


def _with_tail(document: Document, index: int) -> int:
    """Return the end of the short rest of the clause: "на сейнере", "at weddings", "поездов"."""
    end = index + 1
    if end < len(document.words) and document.lower[end] not in _WHERE and flags_of(document.lower[end]) & Flag.COMMON:
        return end  # "the wolf was there too"
    while end < len(document.words) and not breaks(document.gaps[end]):
        if end - index > _LONGEST_TAIL:
            return index + 1
        end += 1
    return end


def _answers(document: Document) -> Iterator[Finding]:
    """Yield the first words of the answer to a question after somebody's work."""
    if "?" not in document.text or not document.forms & _ASKING:
        return
    text, spans = document.text, document.spans
    for (first, _), (following, last) in pairwise(document.paragraphs):
        question = text[spans[first][0] : spans[following][0]]
        if "?" not in question or _ASKED.search(question) is None:
            continue
        begin = following
        while begin + 1 < last and ":" in document.gaps[begin + 1]:
            begin += 1  # who speaks
        end = begin + 1
        while end < last and not breaks(document.gaps[end]):
            end += 1
        if end - begin <= _LONGEST_ANSWER and any(
            not flags_of(form) & Flag.COMMON for form in document.lower[begin:end]
        ):
            yield _of(document, (begin, end))
