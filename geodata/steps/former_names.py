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


def old_names():
    """Code of a commune that has merged -> its name, where neither today's codes nor the basemap need it any more."""
    gone = ("commune-absorbee", "ancien-code", *MERGED)
    return {place["code"]: place["nom"] for place in etalab("communes", "0.3.0") if place["type"] in gone}


def main():
    current, codes, parents, old_name = current_communes(), mergers(), gazetteer_parents(), old_names()
    rows, named = set(), set()
    for place in etalab("communes"):
        old = place["code"]
        if place["type"] in MERGED:
            commune = current[next(code for code in (place["chefLieu"], parents.get(old), codes.get(old)) if code in current)]
            named.add(old)
            if folded(place["nom"]) != folded(commune["nom"]):
                rows.add((old, place["nom"], commune["code"]))
    bare = 0
    for old, new in codes.items():
        if old not in named and old not in current and new in current:
            name = old_name.get(old, "")
            bare += not name
            # A département that changed gave the commune another code, and no other name.
            rows.add((old, "" if folded(name) == folded(current[new]["nom"]) else name, new))
    save_gzip(COMMITTED / "former-names.tsv.gz", "".join("\t".join(row) + "\n" for row in [COLUMNS, *sorted(rows)]))
    print(sum(1 for row in rows if row[1]), "former names,", sum(1 for row in rows if not row[1]), "codes alone,", bare, "without a known name")


main()
