# ruff: noqa: E501 - told texts stand in whole lines
"""An invented collection for tests and for looking at pages: nobody here exists, and nothing here happened."""

from archive.catalogue.records import (
    AccessCopyRecord,
    ContextRecord,
    ContextText,
    LanguageRecord,
    Manifest,
    Part,
    PartKind,
    PassageRecord,
    ThemeRecord,
)

MARKS = {"N": PartKind.NAME, "C": PartKind.COARSE, "S": PartKind.SUMMARY, "W": PartKind.WITHHELD}
MANIFEST = Manifest(serial=7, trail_head="c0ffee" * 10 + "cafe", order_seed="an order", month="2026-02")

THEMES = (
    ThemeRecord(
        "T1",
        "into-the-army",
        None,
        (("en", "Into the army"), ("nb", "Veien inn i hæren"), ("ru", "Путь в армию"), ("uk", "Шлях до армії")),
        (("en", "How a person came to serve."), ("nb", "Hvordan noen kom inn i tjenesten.")),
        assignable=False,
    ),
    ThemeRecord(
        "T1.1",
        "summons",
        "T1",
        (("en", "Summons"), ("nb", "Innkalling"), ("ru", "Повестка"), ("uk", "Повістка")),
        (("en", "Called in by paper, at home or at work."), ("nb", "Kalt inn på papir, hjemme eller på jobben.")),
        (("nb", "innkallelse"),),
    ),
    ThemeRecord(
        "T1.2",
        "pressure-to-sign",
        "T1",
        (("en", "Pressure to sign"), ("nb", "Press for å skrive under"), ("ru", "Давление"), ("uk", "Тиск")),
        (
            ("en", "Pressed, tricked or paid to sign a contract."),
            ("nb", "Presset, lurt eller betalt til å skrive kontrakt."),
        ),
    ),
    ThemeRecord(
        "T2",
        "service",
        None,
        (("en", "Life in the unit"), ("nb", "Livet i avdelingen"), ("ru", "Служба"), ("uk", "Служба в частині")),
        (("en", "What daily life was like."), ("nb", "Hvordan hverdagen var.")),
        assignable=False,
    ),
    ThemeRecord(
        "T2.1",
        "training",
        "T2",
        (("en", "Training and equipment"), ("nb", "Opplæring og utstyr"), ("ru", "Подготовка"), ("uk", "Підготовка")),
        (("en", "What was taught, what was missing."), ("nb", "Hva som ble lært, hva som manglet.")),
    ),
    ThemeRecord(
        "T2.2",
        "threats",
        "T2",
        (("en", "Threats"), ("nb", "Trusler"), ("ru", "Угрозы"), ("uk", "Погрози")),
        (("en", "Threats by superiors, spoken or acted."), ("nb", "Trusler fra overordnede, i ord eller handling.")),
    ),
    ThemeRecord(
        "T2.3",
        "rare-thing",
        "T2",
        (("en", "A rare thing"), ("nb", "En sjelden ting")),
        (("en", "Carried by two."),),
        display="threshold",
    ),
    ThemeRecord(
        "T3",
        "refusal",
        None,
        (("en", "Refusal and conscience"), ("nb", "Nekting og samvittighet"), ("ru", "Отказ"), ("uk", "Відмова")),
        (("en", "Why and how people refused."), ("nb", "Hvorfor og hvordan folk nektet.")),
        assignable=False,
    ),
    ThemeRecord(
        "T3.1",
        "reasons",
        "T3",
        (
            ("en", "Reasons for refusing"),
            ("nb", "Grunner til å nekte"),
            ("ru", "Причины отказа"),
            ("uk", "Причини відмови"),
        ),
        (("en", "Conscience, fear, ties."), ("nb", "Samvittighet, frykt, bånd.")),
    ),
    ThemeRecord(
        "T3.2",
        "lawful-attempts",
        "T3",
        (("en", "Lawful attempts"), ("nb", "Lovlige forsøk"), ("ru", "Законные попытки"), ("uk", "Законні спроби")),
        (("en", "Reports, boards, courts."), ("nb", "Rapporter, nemnder, domstoler.")),
    ),
    ThemeRecord(
        "T4",
        "flight",
        None,
        (("en", "Flight"), ("nb", "Flukt"), ("ru", "Побег"), ("uk", "Втеча")),
        (
            ("en", "From the decision to the border. Methods and routes are never published."),
            ("nb", "Fra beslutningen til grensen. Metoder og ruter publiseres aldri."),
        ),
        assignable=False,
    ),
    ThemeRecord(
        "T4.1",
        "decision",
        "T4",
        (("en", "The decision to flee"), ("nb", "Beslutningen om å flykte"), ("ru", "Решение"), ("uk", "Рішення")),
        (("en", "The turning point."), ("nb", "Vendepunktet.")),
        (("nb", "rømming"),),
    ),
    ThemeRecord(
        "T4.2",
        "abroad",
        "T4",
        (("en", "Life abroad"), ("nb", "Livet i utlandet"), ("ru", "Жизнь за границей"), ("uk", "Життя за кордоном")),
        (("en", "Papers, work, waiting."), ("nb", "Papirer, arbeid, venting.")),
    ),
    ThemeRecord("T5", "never-carried", None, (("en", "Never carried"), ("nb", "Aldri båret"))),
)


def parts(text: str) -> tuple[Part, ...]:
    """Read {N:Anton} as a changed name, {C:…} as made coarser, {S:…} as summarised, {W:…} as left out."""
    found: list[Part] = []
    for piece in text.replace("}", "{").split("{"):
        if len(piece) > 1 and piece[1] == ":" and piece[0] in MARKS:
            found.append(Part(MARKS[piece[0]], piece[2:]))
        elif piece:
            found.append(Part(PartKind.PLAIN, piece))
    return tuple(found)


def passages(*told: tuple[str, str]) -> tuple[PassageRecord, ...]:
    """Number (text, theme codes) pairs."""
    return tuple(
        PassageRecord(number, parts(text), tuple(codes.split())) for number, (text, codes) in enumerate(told, start=1)
    )


ANTON_EN = passages(
    ("{N:Anton} repairs lifts in {C:a city in the west of the country} when a paper is pushed under his door.", "T1.1"),
    ("He carries it around for {C:some days} before he tells his wife. She says that nobody has to open a door.", ""),
    ("He goes after all, out of fear of what they would do to {C:a relative} who works for the state.", "T1.1 T3.1"),
    ("The training is a joke, he says: two men share one helmet, and the maps are of another valley.", "T2.1"),
    (
        "{C:A superior} promises to shoot whoever turns round. Nobody laughs. {N:Anton} writes a report asking to be let go; it is torn up before him.",
        "T2.2 T3.2",
    ),
    ("On leave he sits in his own kitchen and cannot say a word. That is when he decides.", "T4.1"),
    ("{W:how he left}", "T4.1"),
    (
        "Now he repairs lifts in another language. He is afraid each time somebody pushes a paper under the door.",
        "T4.2",
    ),
)
ANTON_NB = passages(
    ("{N:Anton} reparerer heiser i {C:en by vest i landet} da et papir blir skjøvet inn under døra hans.", "T1.1"),
    ("Han går rundt med det i {C:noen dager} før han sier det til kona. Hun sier at ingen må åpne en dør.", ""),
    ("Han drar likevel, av frykt for hva de ville gjøre med {C:en slektning} som arbeider for staten.", "T1.1 T3.1"),
    ("Opplæringen er en vits, sier han: to mann deler én hjelm, og kartene viser en annen dal.", "T2.1"),
    (
        "{C:En overordnet} lover å skyte alle som snur seg. Ingen ler. {N:Anton} skriver en rapport der han ber om å få slippe; den rives i stykker foran ham.",
        "T2.2 T3.2",
    ),
    ("På permisjon sitter han på sitt eget kjøkken og får ikke fram et ord. Det er da han bestemmer seg.", "T4.1"),
    ("{W:hvordan han kom seg ut}", "T4.1"),
    ("Nå reparerer han heiser på et annet språk. Han er redd hver gang noen skyver et papir inn under døra.", "T4.2"),
)
TARAS_UK = passages(
    ("{N:Тарас} служив у {C:містечку на півдні}. Солдати боялися командира.", "T2.2"),
    ("Він вирішив утекти, коли отримав повістку для брата.", "T4.1 T1.1"),
)
ROMAN_RU = passages(
    ("{N:Роман} боялся, что его отправят на фронт без подготовки.", "T2.1 T3.1"),
    ("Он написал рапорт; командир его порвал.", "T3.2"),
)
TEMPLATE_EN = (
    ("{{N:{name}}} is asked to sign on the first evening. He asks for a night to think and gets an hour.", "T1.2"),
    (
        "He counts the men around the table and the exits. There are more men. {{S:He signs, and regrets it for months.}}",
        "T1.2 T2.2",
    ),
    ("{detail}", "T3.1"),
    ("He left in {{C:the second half of the year}} and has not slept in one place for long since.", "T4.1 T4.2"),
)
DETAILS = (
    ("Mila", "What she feared was not dying but being sent to frighten others."),
    ("Oleg", "He had promised his mother never to carry a weapon, and she reminded him in every letter."),
    ("Renat", "He kept a list of words that he refused to say, and it grew longer each week."),
    ("Igor", "The dogs in the village went quiet when the soldiers came, and that settled it for him."),
    ("Kirill", "He says that fear is a kind of weather: you learn to read it or you drown."),
    ("Denis", "He asked the priest, the doctor and the cook. Only the cook told him the truth."),
    ("Maksim", "A boy showed him a drawing of a tank and asked which house it would visit."),
)


def invented_records() -> tuple[AccessCopyRecord, ...]:
    """Return eleven access copies."""
    facets = (
        ("outcome", "abroad-waiting"),
        ("refusal", "2023-h2"),
        ("role", "soldier"),
        ("route", "mobilised"),
        ("teller", "self"),
    )
    records = [
        AccessCopyRecord(
            "a1nt0n00000000000000000001",
            2,
            (
                LanguageRecord(
                    "en",
                    "Anton",
                    "Anton: mobilised, left in 2023",
                    "A lift mechanic is called up, serves out of fear for a relative, and gets away. He speaks of threats, of a report that was torn up, and of doors.",
                    ANTON_EN,
                ),
                LanguageRecord(
                    "nb",
                    "Anton",
                    "Anton: mobilisert, dro i 2023",
                    "En heismontør blir innkalt, tjenestegjør av frykt for en slektning og kommer seg unna. Han forteller om trusler, om en rapport som ble revet i stykker, og om dører.",
                    ANTON_NB,
                ),
            ),
            facets,
            ("fighting", "threats"),
            (("name", 1), ("place", 1), ("time", 1), ("detail", 2), ("withheld", 1)),
            "newspaper",
            2024,
            "invented",
        ),
        AccessCopyRecord(
            "taras000000000000000000002",
            1,
            (
                LanguageRecord("uk", "Тарас", "Тарас: пішов у 2023", "Солдат боявся командира.", TARAS_UK),
                LanguageRecord("en", "Taras", "Taras: left in 2023", "A soldier feared his commander.", ()),
                LanguageRecord("nb", "Taras", "Taras: dro i 2023", "En soldat var redd for sjefen sin.", ()),
            ),
            facets,
            (),
            (("name", 1), ("place", 1)),
            "exile-newsroom",
            2023,
            "invented",
        ),
        AccessCopyRecord(
            "r0man000000000000000000003",
            1,
            (
                LanguageRecord("ru", "Роман", "Роман: ушёл в 2023", "Рапорт порвали.", ROMAN_RU),
                LanguageRecord("en", "Roman", "Roman: left in 2023", "A report is torn up.", ()),
            ),
            facets,
            (),
            (("name", 1),),
            "exile-newsroom",
            2023,
            "invented",
        ),
    ]
    for number, (name, detail) in enumerate(DETAILS, start=4):
        told = passages(*((text.format(name=name, detail=detail), codes) for text, codes in TEMPLATE_EN))
        if number in {4, 5}:
            told = (*told, PassageRecord(5, parts("Something only two people tell."), ("T2.3",)))
        records.append(
            AccessCopyRecord(
                f"{name.lower():0<20}{number:06d}",
                1,
                (
                    LanguageRecord(
                        "en",
                        name,
                        f"{name}: contract soldier, left in 2024",
                        f"{name} signs under pressure and leaves within the year.",
                        told,
                    ),
                ),
                (
                    ("outcome", "in-hiding" if number % 2 else "abroad-permit"),
                    ("refuge", ("northern-europe", "western-europe", "central-asia")[number % 3]),
                    ("refusal", "2024-h1"),
                    ("role", "soldier"),
                    ("route", "contract"),
                    ("teller", "self" if number < 9 else "relative"),
                ),
                ("threats",),
                (("name", 1), ("time", 1), ("summary", 1)),
                "interview",
                2025,
                "invented",
            )
        )
    return tuple(records)


def _both(en: str, nb: str, **more: str) -> tuple[ContextText, ...]:
    return ContextText("en", en, **more), ContextText("nb", nb, **more)  # type: ignore[arg-type]


CONTEXTS = (
    ContextRecord(
        "invented",
        "collection",
        (
            ContextText(
                "en",
                "People who would not go",
                (
                    "Accounts of people who were called up in a country that does not exist, told by themselves or by those close to them.",
                ),
            ),
            ContextText(
                "nb",
                "De som ikke ville dra",
                (
                    "Beretninger fra folk som ble kalt inn i et land som ikke finnes, fortalt av dem selv eller av noen som står dem nær.",
                ),
            ),
        ),
    ),
    ContextRecord(
        "F1",
        "figure",
        _both(
            "More than 900 cases opened",
            "Over 900 saker reist",
            as_of="2024",
            origin="an invented registry",
            doubt="a lower bound",
        ),
        publisher="An invented institute",
        year=2024,
        related=("F2",),
    ),
    ContextRecord(
        "F2",
        "figure",
        _both(
            "About 700 cases opened", "Om lag 700 saker reist", as_of="2024", origin="an invented newsroom", doubt=""
        ),
        related=("F1",),
    ),
    ContextRecord(
        "L1",
        "law",
        _both(
            "The age of call-up goes up.",
            "Alderen for innkalling heves.",
            as_of="1 March 2023",
            origin="an invented law",
        ),
        date="2023-03-01",
    ),
    ContextRecord(
        "G1",
        "term",
        (
            ContextText("en", "summons", ("The paper that calls a person in.",)),
            ContextText("nb", "innkalling", ("Papiret som kaller noen inn.",)),
            ContextText("ru", "повестка"),
            ContextText("uk", "повістка"),
        ),
    ),
    ContextRecord(
        "C1",
        "case",
        (
            ContextText(
                "en",
                "A baker in the east",
                ("A baker is fined for refusing, as a court paper says in one line.",),
                as_of="2023",
                origin="a court paper",
            ),
            ContextText("nb", "En baker i øst", ("En baker får bot for å nekte, ifølge én linje i et rettsdokument.",)),
        ),
        themes=("T3.1", "T2.3"),
        publisher="An invented court",
        year=2023,
    ),
)
