"""General words for people and the roles they may stand for: `the lawmaker` is the senator who was named before."""

from feeds.reading.tables import word_set

_LEGISLATOR = word_set(
    "senator sen representative rep congressman congresswoman mp mla mna mlc tribune deputy assemblyman assemblywoman "
    "councillor councilman councilwoman parliamentarian legislator lawmaker backbencher whip member"
)
_SPORTSMAN = word_set(
    "striker midfielder defender goalkeeper keeper winger forward captain skipper batsman batter bowler all-rounder "
    "centre prop hooker fly-half full-back scrum-half sprinter boxer champion challenger seed"
)
_JURIST = word_set("judge justice magistrate sheriff")
_LAWYER = word_set("lawyer attorney solicitor barrister counsel advocate qc kc sc")
_AUTHOR = word_set("novelist playwright poet writer author biographer historian")
_BOSS = word_set("executive ceo chairman chairwoman chair president director boss founder")
_OFFICER = word_set(
    "inspector superintendent constable sergeant detective commissioner colonel major general captain commander "
    "lieutenant admiral brigadier"
)
_DOCTOR = word_set("dr surgeon physician gp consultant professor prof")
_COACH = word_set("coach manager boss")
VARIED = _SPORTSMAN | word_set(
    "singer rapper musician songwriter guitarist drummer comedian comic actor actress filmmaker star novelist author "
    "poet playwright painter sculptor artist designer chef model broadcaster presenter "
    "golfer cyclist jockey driver rider swimmer runner marathoner wrestler gymnast rower skier footballer cricketer "
    "pitcher quarterback rookie veteran teenager youngster pensioner octogenarian grandmother grandfather widow "
    "widower mother father mother-of-one mother-of-two mother-of-three father-of-one father-of-two father-of-three "
    "businessman businesswoman entrepreneur billionaire millionaire tycoon farmer fisherman shopkeeper baker butcher "
    "brewer beekeeper hairdresser carpenter plumber electrician biologist chemist physicist astronomer geologist "
    "economist historian sociologist psychologist archaeologist botanist zoologist ecologist virologist "
    "epidemiologist surgeon climber mountaineer explorer sailor adventurer"
)
"""Nouns by which the papers call somebody again whom they have named: `Ann Roe left. “…,” the singer said.`"""
SORTS = {
    "lawmaker": _LEGISLATOR,
    "mp": _LEGISLATOR,
    "senator": word_set("sen"),
    "congressman": word_set("rep representative"),
    "congresswoman": word_set("rep representative"),
    "governor": word_set("gov"),
    "professor": word_set("prof"),
    "general": word_set("gen"),
    "sergeant": word_set("sgt"),
    "councillor": word_set("cllr cr"),
    "minister": word_set("secretary"),
    "legislator": _LEGISLATOR,
    "parliamentarian": _LEGISLATOR,
    "politician": _LEGISLATOR | word_set("minister governor mayor leader chancellor premier president secretary"),
    "player": _SPORTSMAN,
    "athlete": _SPORTSMAN,
    "judge": _JURIST,
    "lawyer": _LAWYER,
    "attorney": _LAWYER,
    "writer": _AUTHOR,
    "author": _AUTHOR,
    "executive": _BOSS,
    "boss": _BOSS | _COACH,
    "coach": _COACH,
    "manager": _COACH,
    "officer": _OFFICER,
    "doctor": _DOCTOR,
    "vp": word_set("vice-president president"),
    "academic": word_set("professor prof lecturer historian economist scholar"),
    "scientist": word_set("professor prof dr astronomer biologist chemist physicist researcher geologist"),
}
"""A word to the roles that it may stand for."""
