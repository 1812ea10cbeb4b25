"""The closed word classes of English that attribution leans on."""

from feeds.reading.tables import word_set

SUBJECT_PRONOUNS = word_set(
    "he she they it i we you someone somebody everyone everybody nobody another one this these those"
)
PERSON_PRONOUNS = word_set("he she they it i we you")
CONTRACTED = frozenset(
    pronoun + mark + ending
    for pronoun in ("he", "she", "they", "it", "i", "we", "you")
    for mark in "’'"
    for ending in ("d", "ll", "re", "ve", "s", "m")
)
"""Pronouns run together with a verb: `he’d`."""
RELATIVES = word_set("who which that")
ARTICLES = word_set("a an the")
DETERMINERS = word_set(
    "a an the this that these those his her its their our my your some one two three four five several many most both "
    "another each every no any all few other more half"
)
POSSESSIVES = word_set("his her its their our my your")
PREPOSITIONS = word_set(
    "in on at of for from to with by about after before during under over against between among into through since "
    "until upon within without despite near like as across around behind beyond amid toward towards via per than off "
    "out up down following including regarding concerning throughout besides alongside outside inside onto aboard "
    "above below along"
)
OBLIQUE = word_set("of for to with by in at from about against on")
"""Prepositions before somebody who is no subject: `Asked by Ann Roe`, `the aide of Ann Roe`."""
NP_PREPOSITIONS = word_set("of for at in from with on to")
SUBORDINATORS = word_set(
    "that when while because if although though where since until so unless whether as after before once whereas how "
    "why what but or nor yet and then"
)
AUXILIARIES = word_set(
    "has have had having is was were are be been being am will would could should may might can must shall did does do "
    "not n't hasn’t hasn't haven’t haven't hadn't hadn’t didn’t didn't doesn’t doesn't don’t don't won’t won't "
    "wouldn’t wouldn't isn’t isn't wasn’t wasn't weren't weren’t couldn't couldn’t can't can’t cannot never to"
)
BE = word_set("is was were are be been being am gets got get")
"""What makes a passive: the forms of `be`, and of `get`."""
NEGATIONS = word_set(
    "not never n't hasn’t hasn't haven’t haven't hadn't hadn’t didn’t didn't doesn’t doesn't don’t don't won’t won't "
    "wouldn’t wouldn't isn’t isn't wasn’t wasn't weren't weren’t couldn't couldn’t can't can’t cannot nobody neither"
)
ADVERBS = word_set(
    "also later then now still again already once often even just only ever too soon first once twice thus instead "
    "rather further simply back meanwhile however therefore moreover nevertheless nonetheless here there today "
    "yesterday tomorrow tonight so yet always sometimes long earlier well both all"
)
OPENING_ADVERBS = word_set(
    "overnight elsewhere afterwards afterward nearby finally eventually recently currently previously similarly "
    "separately additionally lately suddenly increasingly curiously remarkably interestingly surprisingly tellingly "
    "crucially importantly significantly notably sadly ironically unsurprisingly incidentally essentially basically "
    "frankly reportedly allegedly apparently clearly obviously initially originally subsequently consequently "
    "accordingly ultimately nearly almost roughly"
)
"""Adverbs that open a sentence with a capital and are no part of the name behind them: `Overnight Drevia was hit`."""
CHAINS = word_set(
    "went goes go going on continued continues began begins begin started starts seemed seems appeared appears tried "
    "tries sought used able quick expected scheduled likely careful wanted wants keen forced moved set due declined "
    "refused failed happy sorry hastened liked likes"
)
DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january "
    "february march april may june july august september october november december jan feb aug sept oct nov dec"
)
STATES = word_set(
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn "
    "tex va vt wash wis wyo n.h n.j n.y n.c n.d n.m s.c s.d r.i w.va d.c jr sr ii iii iv phd md qc kc mp mep cbe obe "
    "esq"
)
NOT_NAMES = (
    DETERMINERS
    | PREPOSITIONS
    | SUBORDINATORS
    | AUXILIARIES
    | ADVERBS
    | OPENING_ADVERBS
    | CONTRACTED
    | SUBJECT_PRONOUNS
    | RELATIVES
    | POSSESSIVES
    | word_set(
        "him them us me whose here's there's it's he's she's that's i'm we're they're you're it’s he’s she’s that’s "
        "i’m we’re they’re you’re let yes no well please according asked such much perhaps maybe indeed still speaking "
        "citing noting saying asking calling adding writing responding appearing talking addressing given say let's "
        "let’s who what whom"
    )
)
PASTS = word_set(
    "became began bent blew bore bought broke brought built came caught chose clung cut dealt did drew drove fell felt "
    "fled flew fought found gave got grew had heard held hid hit hung kept knelt knew laid lay led left lent let lit "
    "lost made meant met paid put ran rang read rode rose said sang sat saw sent set shook shot showed shut slept sold "
    "sought spent spoke spread stole stood struck stuck swept swore swung threw told took tore understood went wept "
    "withdrew woke won wore wound wrote"
)
"""Past tenses without an ending."""
