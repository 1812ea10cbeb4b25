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
SORTS = {
    "lawmaker": _LEGISLATOR,
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
