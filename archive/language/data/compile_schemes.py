"""Compile the tables of romanisation schemes from the packages `iuliia` and `translitua` (both MIT).

Run `python archive/language/data/compile_schemes.py` where both are installed. The Norwegian, German, French, Polish,
Swedish, Finnish and Dutch newspaper habits are written here.
"""

import json
import sys
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

OUT = Path(__file__).with_name("schemes.json")
CYRILLIC = "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя'"
NORWEGIAN = "a b v g g d e je jo zj z i i ji j k l m n o p r s t u f kh ts tsj sj sjtsj _ y _ e ju ja _"
HABITS: dict[str, tuple[str, str]] = {
    # what differs from Norwegian, and what stands at the beginning of a word
    "norwegian": ("", "е:je"),
    "norwegian_plain": ("ж:sj з:s х:h ю:iu я:ia ё:io", "е:je я:ja"),
    "german": ("в:w ж:sch з:s х:ch ц:z ч:tsch ш:sch щ:schtsch й:i", "е:je"),
    "french": ("ж:j у:ou ч:tch ш:ch щ:chtch ё:io й:ï ю:iou я:ia", "е:ie"),
    "polish": ("в:w ж:ż х:ch ц:c ч:cz ш:sz щ:szcz ё:io ю:iu я:ia", "я:ja ю:ju"),
    "swedish": ("ж:zj х:ch ч:tj щ:sjtj", "е:je"),
    "finnish": ("ж:ž х:h ч:tš ш:š щ:štš", "е:je"),
    "dutch": ("з:z у:oe х:ch ю:joe", "е:je"),
    "no_marks": ("ж:zh й:y ч:ch ш:sh щ:shch ё:e ю:yu я:ya", "е:e"),
}
UKRAINIAN_LETTERS = {"г": "h", "и": "y", "ґ": "g", "е": "e"}


def habit(changes: str, first: str, *, ukrainian: bool) -> dict[str, Any]:
    """Return one newspaper habit as a scheme."""
    table = {cyrillic: latin.strip("_") for cyrillic, latin in zip(CYRILLIC, NORWEGIAN.split(), strict=True)}
    table |= dict(change.split(":") for change in changes.split())
    after = {} if ukrainian else dict(change.split(":") for change in first.split())
    if ukrainian:
        table |= UKRAINIAN_LETTERS
    return {"letters": table, "after": after, "before": {}, "pairs": {}, "endings": {}}


def from_iuliia() -> dict[str, dict[str, Any]]:
    """Return the Russian schemes of iuliia; Uzbek is left out."""
    schemes = {}
    for path in sorted(files("iuliia").joinpath("schemas").iterdir(), key=lambda path: path.name):
        if path.name.endswith(".json") and path.name != "uz.json":
            held = json.loads(path.read_text("utf-8"))
            schemes[path.name[:-5]] = {
                "letters": held["mapping"],
                "after": held.get("prev_mapping") or {},
                "before": held.get("next_mapping") or {},
                "pairs": {},
                "endings": held.get("ending_mapping") or {},
            }
    return schemes


def from_translitua(tables: list[Any]) -> dict[str, dict[str, Any]]:
    """Return the schemes of translitua, small letters only."""
    schemes = {}
    for table in tables:
        letters = {
            chr(code): latin
            for code, latin in table.MAIN_TRANSLIT_TABLE.items()
            if chr(code).islower() or not chr(code).isalpha()
        }
        for sign in ("ь", "ъ", "'"):
            if getattr(table, "DELETE_PATTERN", None) and table.DELETE_PATTERN.search(sign):
                letters[sign] = ""
        schemes[table.__name__] = {
            "letters": letters,
            "after": {key: value for key, value in getattr(table, "FIRST_CHARACTERS", {}).items() if key.islower()},
            "before": {},
            "pairs": {
                key: value
                for key, value in getattr(table, "SPECIAL_CASES", {}).items()
                if key.islower() and len(key) == 2  # one letter (й in DSTU 9112) is no pair, and stays as it is
            },
            "endings": {},
        }
    return schemes


def main() -> None:
    """Write all schemes, Russian and Ukrainian."""
    translitua = import_module("translitua")
    russian = from_iuliia() | from_translitua(translitua.ALL_RUSSIAN)
    ukrainian = from_translitua(translitua.ALL_UKRAINIAN)
    for name, (changes, first) in HABITS.items():
        russian[name] = habit(changes, first, ukrainian=False)
        ukrainian[name + "_uk"] = habit(changes, first, ukrainian=True)
    found = {"ru": russian, "uk": ukrainian}
    OUT.write_text(
        json.dumps(found, ensure_ascii=False, indent=None, sort_keys=True, separators=(",", ":")) + "\n", "utf-8"
    )
    sys.stdout.write(f"{len(russian)} Russian, {len(ukrainian)} Ukrainian schemes\n")


if __name__ == "__main__":
    main()
