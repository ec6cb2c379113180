"""geodata/former-names.tsv.gz: names and codes of communes that have merged, with the commune that they are part of today."""

import csv
import gzip
import unicodedata

from sources import COMMITTED, current_communes, etalab, mergers, save_gzip

COLUMNS = ("insee", "nom", "commune")
MERGED = ("commune-deleguee", "commune-associee")


def folded(name):
    """Without case, accents nor punctuation: « Pays-de-Belvès » is no other name than « Pays de Belvès »."""
    letters = unicodedata.normalize("NFD", name.lower().replace("œ", "oe"))
    return "".join(letter for letter in letters if letter.isalnum())


def gazetteer_parents():
    """Code of a part of a commune -> code of the commune, where the gazetteer knows it."""
    with gzip.open(COMMITTED / "gazetteer.tsv.gz", "rt", encoding="utf8") as file:
        return {row["insee"]: row["commune_parente"] for row in csv.DictReader(file, delimiter="\t") if row["type"] in "DS"}


def main():
    current, codes, parents = current_communes(), mergers(), gazetteer_parents()
    rows, named, lost = [], set(), 0
    for place in etalab("communes"):
        if place["type"] not in MERGED:
            continue
        old = place["code"]
        commune = current.get(place["chefLieu"]) or current.get(parents.get(old)) or current.get(codes.get(old))
        if commune is None:
            lost += 1
            continue
        named.add(old)
        if folded(place["nom"]) != folded(commune["nom"]):
            rows.append((old, place["nom"], commune["code"]))
    # No package gives these a name: the code alone still leads somewhere.
    bare = [(old, "", new) for old, new in codes.items() if old not in named and old not in current and new in current]
    rows = sorted({*rows, *bare})
    save_gzip(COMMITTED / "former-names.tsv.gz", "".join("\t".join(row) + "\n" for row in [COLUMNS, *rows]))
    print(len(rows) - len(bare), "former names,", len(bare), "codes without a name,", lost, "without a commune")


main()
