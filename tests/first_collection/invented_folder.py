"""A small invented collection, and an invented folder of true facts about it."""

import json
from pathlib import Path

COLLECTION = """
code = "trial-collection"
custody_note = "Invented for a test; every name is a stand-in."
[title]
en = "A trial"
nb = "En prøve"
[description]
en = "Two people, invented."
nb = "To personer, oppdiktet."
[[sources]]
key = "S1"
kind = "interview"
year = 2020
"""

RETAINED = "".join(
    f'[[outside_marks]]\nclass = "{found}"\nas = "{kept}"\nreason = "Invented for a test."\n'
    for found, kept in (
        ("DIRECT", "PUBLIC"),
        ("LOOKUP", "QUASI"),
        ("QUASI", "QUASI"),
        ("SENSITIVE", "SENSITIVE"),
        ("OPERATIONAL", "OPERATIONAL"),
    )
)

THEMES = """
[[themes]]
code = "W"
slug = "war"
assignable = false
labels = { en = "The war", nb = "Krigen" }
scope = { en = "All of it.", nb = "Alt sammen." }

[[themes]]
code = "W.1"
slug = "leaving"
broader = "W"
labels = { en = "Leaving", nb = "Å dra" }
scope = { en = "Going away.", nb = "Å reise bort." }
"""

CONTEXT = """
[[entries]]
code = "term-leave"
kind = "term"
[entries.en]
title = "leave"
[entries.nb]
title = "permisjon"
"""

_ACCOUNT = '''
key = "{key}"
source = "S1"
warnings = ["fighting"]
themes = [["W.1"], []]
[facets]
role = "soldier"
[[persons]]
ref = "narrator"
part = "protagonist"
narrates = true
naming = "changed_by_source"
evidence = "Asked for another name."
names = [{{ name = "{stand_in} Brekkesen", kind = "legal" }}, {{ name = "{stand_in}", kind = "first" }}]
pseudonym = {{ en = "{public}", nb = "{public}" }}
[abstract]
en = "Somebody left a farm and went over the hills."
nb = "En dro fra en gård og gikk over åsene."
[text]
en = """
{{{{narrator|{stand_in}}}}} had been told to stay on the farm {{{{place|near Kveldsvik}}}}, where everybody waited for \
the snow to go. Nobody at Grimsby said what would come after it, and nobody asked. When the others went down \
to the river, the road was empty, and it stayed empty for the rest of the day.

So {{{{narrator|{stand_in}}}}} left. {{{{route|By way of the ferry at Nordhamn}}}} it went over the hills, and in the \
end there was a house with a light in it. What happened between the river and that house is not told here, because \
somebody else still has to walk there.
"""
[decisions.narrator]
type = "PERSON"
detail = "name"
class = "DIRECT"
third_person = false
treatment = "pseudonymise"
person = "narrator"
reason = "The name chosen."
[decisions.place]
type = "LOC"
detail = "residence"
class = "QUASI"
third_person = false
treatment = "generalise"
replacement = {{ en = "in a valley", nb = "i en dal" }}
reason = "A small place."
[decisions.route]
type = "LOC"
detail = "route"
class = "OPERATIONAL"
third_person = false
treatment = "suppress"
reason = "Others may need it."
'''

CAST = {
    "cast": [
        {
            "id": "one",
            "label": "Halvdan Fjeldstad",
            "kind": "named",
            "accounts": ["A01"],
            "surface_forms": {"Halvdan Fjeldstad": 1, "Halvdan": 2, "Fjeldstad": 1},
        },
        {
            "id": "two",
            "label": "Odd",
            "kind": "named",
            "accounts": ["A02"],
            "public_name": "Odd",
            "surface_forms": {"Odd": 3},
        },
        {"id": "neighbour", "label": "a neighbour", "kind": "unnamed", "accounts": ["A01"]},
    ]
}
ACCOUNTS = {
    "accounts": [
        {
            "id": "A01",
            "source": "S1",
            "subject": "one",
            "narrator": "one",
            "events": [{"n": 1, "fact": "He crossed at the mill.", "place": "Storelva", "date_text": "3 May"}],
        },
        {
            "id": "A02",
            "source": "S1",
            "subject": "two",
            "narrator": "two",
            "events": [{"n": 1, "fact": "She hid in a loft.", "place": None, "date_text": None}],
        },
    ],
    "cross_links": [
        {"accounts": ["A01", "A02"], "assessment": "likely the same person, not proven"},
        {"accounts": ["A01", "A02"], "assessment": "different persons"},
    ],
}


def write_data(folder: Path) -> Path:
    """Write the invented data files."""
    (folder / "collection.toml").write_text(COLLECTION)
    (folder / "retained.toml").write_text(RETAINED)
    (folder / "themes.toml").write_text(THEMES)
    (folder / "context_terms.toml").write_text(CONTEXT)
    (folder / "a01.toml").write_text(_ACCOUNT.format(key="a01", stand_in="Torvald", public="Arne"))
    (folder / "a02.toml").write_text(_ACCOUNT.format(key="a02", stand_in="Gudbrand", public="Odd"))
    return folder


def write_true_facts(folder: Path) -> Path:
    """Write the invented true facts, as a folder outside the project holds them."""
    (folder / "cast.json").write_text(json.dumps(CAST))
    (folder / "accounts.json").write_text(json.dumps(ACCOUNTS))
    return folder
