"""Train a tagger of `archive.detection.tagging` from annotated texts and write its weights.

    python -m archive.detection.building.train_tagger --out archive/detection/data/tagger-NAME.npz \
        --labels PER=PERSON,GPE_LOC=LOC ... GOLD.jsonl [GOLD.jsonl ...]

GOLD is one of the kinds of `gold_formats`; labels not named in --labels are kept as they
are, those mapped to O are dropped. Only texts whose licence lets weights ship may be used (data/PROVENANCE.md).
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pycrfsuite

from archive.detection.building.gold_formats import Example, Spans, read_gold
from archive.detection.features import atoms_of, contexts_of
from archive.detection.segments import Document
from archive.detection.tagging import OFFSETS, OUTSIDE, sentences_of


def read_mapped(paths: Iterable[Path], mapping: dict[str, str]) -> Iterator[Example]:
    """Yield the annotated texts of the files, their labels mapped."""
    for path in paths:
        for text, language, spans in read_gold(path):
            mapped = [(start, end, mapping.get(label, label)) for start, end, label in spans]
            yield text, language, [span for span in mapped if span[2] != OUTSIDE]


def labels_of(document: Document, spans: Spans) -> list[str]:
    """Return one label a token."""
    labels = [OUTSIDE] * len(document.words)
    for start, end, label in spans:
        for index, (first, last) in enumerate(document.spans):
            if first < end and start < last:
                labels[index] = label
    return labels


def features_of(document: Document) -> list[list[str]]:
    """Return all features of each token, neighbours included."""
    atoms = [atoms_of(word, language) for word, language in zip(document.words, document.languages, strict=True)]
    result = []
    for index, features in enumerate(contexts_of(document)):
        for offset in OFFSETS:
            if 0 <= index + offset < len(atoms):
                features += [f"{offset}:{atom}" for atom in atoms[index + offset]]
        result.append(features)
    return result


def train(examples: Iterable[Example], model: Path, *, c1: float, c2: float, rounds: int, least: int) -> None:
    """Fit a conditional random field."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for text, language, spans in examples:
        document = Document(text, language)
        features, labels = features_of(document), labels_of(document, spans)
        for first, last in sentences_of(document):
            trainer.append(features[first:last], labels[first:last])
    trainer.set_params({"c1": c1, "c2": c2, "max_iterations": rounds, "feature.minfreq": least})
    trainer.train(str(model))


def export(model: Path, out: Path) -> int:
    """Write the weights as arrays; return how many features there are."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    info = tagger.info()
    labels = sorted(tagger.labels())
    column = {label: place for place, label in enumerate(labels)}
    atoms: dict[str, int] = {}
    places: dict[str, int] = {}
    for feature, _ in info.state_features:
        offset, _, atom = feature.partition(":")
        if offset.lstrip("-").isdigit():
            atoms.setdefault(atom, len(atoms))
        else:
            places.setdefault(feature, len(places))
    atom_weights = np.zeros((len(atoms), len(OFFSETS), len(labels)), dtype=np.float16)
    place_weights = np.zeros((len(places), len(labels)), dtype=np.float16)
    for (feature, label), weight in info.state_features.items():
        offset, _, atom = feature.partition(":")
        if offset.lstrip("-").isdigit():
            atom_weights[atoms[atom], OFFSETS.index(int(offset)), column[label]] = weight
        else:
            place_weights[places[feature], column[label]] = weight
    transitions = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for (before, after), weight in info.transitions.items():
        transitions[column[before], column[after]] = weight
    np.savez_compressed(
        out,
        atoms=np.frombuffer("\n".join(atoms).encode(), dtype=np.uint8),
        places=np.frombuffer("\n".join(places).encode(), dtype=np.uint8),
        labels=np.frombuffer("\n".join(labels).encode(), dtype=np.uint8),
        atom_weights=atom_weights,
        place_weights=place_weights,
        transitions=transitions,
    )
    return len(atoms) + len(places)


def main() -> None:
    """Read the gold, fit, export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--labels", default="")
    parser.add_argument("--c1", type=float, default=0.05)
    parser.add_argument("--c2", type=float, default=0.01)
    parser.add_argument("--rounds", type=int, default=120)
    parser.add_argument("--least", type=int, default=2)
    given = parser.parse_args()
    mapping = dict(pair.split("=") for pair in given.labels.split(",") if pair)
    with TemporaryDirectory() as folder:
        model = Path(folder) / "model"
        examples = read_mapped(given.gold, mapping)
        train(examples, model, c1=given.c1, c2=given.c2, rounds=given.rounds, least=given.least)
        count = export(model, given.out)
    sys.stdout.write(f"{given.out.name}: {count} features, {given.out.stat().st_size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main()
