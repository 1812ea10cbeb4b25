"""The word tables of attribution, loaded once and checked: cue verbs in all their forms, titles, roles, bodies."""

from typing import NamedTuple

from feeds.reading.tables import TableError, classes, distinct, word_set

VOWELS = frozenset("aeiou")
DOUBLED = word_set(
    "admit put commit quip beg snap slam dub rip rap tip chat plan grin sob hit regret refer infer submit jot "
    "blog jab hum"
)
"""Verbs that double their last letter: two syllables stressed on the last cannot be told by rule."""


BRITISH = frozenset(("signal", "label", "counsel"))
"""Verbs that double their last letter in British English alone."""


class CueForm(NamedTuple):
    """One inflected form of a verb that gives words as somebody's."""

    lemma: str
    cls: str
    """What saying it was: a row of `cues.txt`."""
    form: str
    """`b` base, `s` third person, `d` past or participle, `g` -ing."""


def inflect(lemma: str) -> dict[str, str]:
    """Return the regular forms of a verb: form to code."""
    stem = lemma
    if lemma in DOUBLED:
        stem = lemma + lemma[-1]
    if lemma.endswith("e"):
        past, ing = lemma + "d", lemma[:-1] + "ing"
    elif lemma[-1] == "y" and lemma[-2] not in VOWELS:
        past, ing = lemma[:-1] + "ied", lemma + "ing"
    else:
        past, ing = stem + "ed", stem + "ing"
    if lemma.endswith("ee"):
        ing = lemma + "ing"
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        third = lemma + "es"
    elif lemma[-1] == "y" and lemma[-2] not in VOWELS:
        third = lemma[:-1] + "ies"
    else:
        third = lemma + "s"
    return {lemma: "b", third: "s", past: "d", ing: "g"}


def cue_forms() -> dict[str, CueForm]:
    """Return every form of every cue verb; a form of two verbs goes to the one that stands first in the table."""
    forms: dict[str, CueForm] = {}
    seen: set[str] = set()
    for cls, entries in classes("cues").items():
        for entry in entries:
            lemma, *irregular = entry.split("/")
            if lemma in seen:
                raise TableError(f"cues.txt: {lemma} stands twice")
            seen.add(lemma)
            codes = inflect(lemma)
            if lemma in BRITISH:
                codes |= {lemma + "led": "d", lemma + "ling": "g"}
            if irregular:
                codes = {word: code for word, code in codes.items() if code != "d"}
                codes.update(dict.fromkeys(irregular, "d"))
            for word, code in codes.items():
                forms.setdefault(word, CueForm(lemma, cls, code))
    return forms


CUES = cue_forms()
_ROLES = {key: distinct(words, f"roles.txt: {key}") for key, words in classes("roles").items()}
TITLES = _ROLES["title"]
TITLE_LIKE = _ROLES["titlelike"]
PLURALS = _ROLES["plural"]
MALE_NOUNS = _ROLES["he"]
FEMALE_NOUNS = _ROLES["she"]
BODIES = _ROLES["body"]
TEXTS = _ROLES["text"] | {word[:-1] + "ies" if word.endswith("y") else word + "s" for word in _ROLES["text"]}
DEMONYMS = _ROLES["demonym"]
NATIVES = DEMONYMS | _ROLES["native"]
"""Those too that are forenames as well, so that they are no part of what stands before a name: `the Dane`."""
_FORENAMES = {key: distinct(words, f"forenames.txt: {key}") for key, words in classes("forenames").items()}
MALE_NAMES = _FORENAMES["he"]
FEMALE_NAMES = _FORENAMES["she"]
PERSONS = _ROLES["person"] | TITLES | ((MALE_NOUNS | FEMALE_NOUNS) - MALE_NAMES - FEMALE_NAMES)
"""Nouns for one person; `guy`, which may be a forename, only says that somebody is a man."""
