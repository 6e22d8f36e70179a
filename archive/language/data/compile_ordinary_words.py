"""Compile the list of ordinary Norwegian and English words from Debian's `wnorwegian` and `wamerican`.

Run `python archive/language/data/compile_ordinary_words.py /usr/share/dict` with both packages installed.
Only words written with a small letter, of two to eight letters, are kept: the list serves to tell a name from the word
it looks like, and long compounds never look like names.
"""

import gzip
import re
import sys
from pathlib import Path

SOURCES = (("bokmaal", "latin-1"), ("nynorsk", "latin-1"), ("american-english", "utf-8"))
WORD = re.compile(r"[a-zæøåéèêòôóü]{2,8}")
OUT = Path(__file__).with_name("ordinary_latin.txt.gz")


def main(folder: Path) -> int:
    """Write the sorted list, the same bytes each time, and return how many words it holds."""
    words: set[str] = set()
    for name, encoding in SOURCES:
        for line in (folder / name).read_text(encoding).splitlines():
            if WORD.fullmatch(line):
                words.add(line)
    with OUT.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed:
        packed.write("\n".join(sorted(words)).encode())
    return len(words)


if __name__ == "__main__":
    sys.stdout.write(f"{main(Path(sys.argv[1]))} words\n")
