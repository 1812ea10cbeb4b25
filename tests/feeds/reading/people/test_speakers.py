import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.reading.people.speakers import Identity, Sighting, identify, tells_who
from tests.feeds.reading.steps import steps


def names(*sightings: Sighting) -> list[tuple[str, ...]]:
    return [identity.aliases for identity in identify(sightings)]


def one(*sightings: Sighting) -> Identity:
    (identity,) = identify(sightings)
    return identity


def test_spellings_titles_and_surnames_of_one_speaker_go_together() -> None:
    speaker = one(
        Sighting("Ruslan Voronskyy", "President", "a"),
        Sighting("Ruslan Voronsky", None, "b"),
        Sighting("President Voronsky", None, "c"),
        Sighting("Voronsky", None, "d"),
    )
    assert speaker.name in ("Ruslan Voronskyy", "Ruslan Voronsky")
    assert set(speaker.aliases) == {"Ruslan Voronskyy", "Ruslan Voronsky", "President Voronsky", "Voronsky"}
    assert speaker.roles == ("President",)


def test_what_was_merged_shows_why() -> None:
    speaker = one(
        Sighting("Ilse Q. Brandvold", None, "a"),
        Sighting("Ilse Brandvold", None, "b"),
        Sighting("Brandvold", None, "c"),
    )
    reasons = dict(zip(speaker.aliases, speaker.why, strict=True))
    assert speaker.name == "Ilse Q. Brandvold"
    assert reasons == {
        "Ilse Q. Brandvold": "",
        "Ilse Brandvold": "the same first and last name",
        "Brandvold": "the only one of this surname",
    }


def test_two_people_of_one_surname_stay_two() -> None:
    assert len(names(Sighting("Amara Okonjo"), Sighting("Chidi Okonjo"), Sighting("Okonjo"))) == 3


def test_a_common_surname_alone_is_nobodys() -> None:
    assert len(names(Sighting("Ann Smith", None, "a"), Sighting("Smith", None, "b"))) == 2


def test_a_common_surname_joins_within_its_article() -> None:
    assert len(names(Sighting("Ann Smith", None, "a"), Sighting("Smith", None, "a"))) == 1


def test_a_title_tells_which() -> None:
    aliases = names(
        Sighting("Amara Quist", None, "a"), Sighting("Egil Quist", "Senator", "b"), Sighting("Senator Quist", None, "c")
    )
    assert ("Egil Quist", "Senator Quist") in aliases


def test_sexes_part() -> None:
    assert len(names(Sighting("Mr Lovelace", None, "a"), Sighting("Ada Lovelace", None, "b"))) == 2


def test_middle_names_that_differ_part() -> None:
    assert len(names(Sighting("Jon Karel Brask"), Sighting("Jon Tomas Brask"))) == 2


def test_father_and_son_stay_two() -> None:
    assert len(names(Sighting("Otis Farrow Sr"), Sighting("Otis Farrow Jr"))) == 2


def test_a_phrase_of_two_articles_may_be_two_bodies() -> None:
    assert len(names(Sighting("the ministry", None, "a"), Sighting("the ministry", None, "b"))) == 2
    assert len(names(Sighting("the ministry", None, "a"), Sighting("The ministry", None, "a"))) == 1


def test_a_named_body_is_one() -> None:
    assert len(names(Sighting("the Lindqvist Institute", None, "a"), Sighting("Lindqvist Institute", None, "b"))) == 1


@given(
    st.lists(
        st.builds(Sighting, st.text(max_size=30), st.none() | st.text(max_size=20), st.sampled_from("ab")), max_size=12
    )
)
def test_every_name_lands_in_exactly_one_identity(sightings: list[Sighting]) -> None:
    found = identify(sightings)
    assert {alias for identity in found for alias in identity.aliases} == {s.name for s in sightings}
    assert all(len(identity.aliases) == len(identity.why) for identity in found)
    assert all(identity.name in identity.aliases for identity in found)


def test_a_body_with_a_capital_is_one_everywhere_and_one_without_only_in_its_article() -> None:
    seen = [
        Sighting("the harbour office", None, "a"),
        Sighting("the harbour office", None, "b"),
        Sighting("the Harbour Office", None, "b"),
        Sighting("the harbour office", "the port's owner", "a"),
        Sighting("the harbour office", None, "b"),
    ]
    found = identify(seen)
    assert [(one.aliases, one.roles) for one in found] == [
        (("the harbour office", "the Harbour Office"), ("the port's owner",)),
        (("the harbour office",), ()),
    ]


def test_many_people_of_one_surname_take_steps_as_their_number_does() -> None:
    people = [Sighting(f"{a}{b}{c}el Larkin") for a in "ABCDEFGH" for b in "aeiou" for c in "bdfgklmn"]
    assert len(identify(people)) == len(people)
    small, large = (steps(lambda n=n: identify(people[:n])) for n in (40, 320))  # type: ignore[misc]
    assert large <= 8.8 * small


def test_many_bare_names_beside_as_many_full_ones_take_steps_as_their_number_does() -> None:
    full = [
        Sighting(f"{a}{b}{c}el Larkin", None, f"{a}{b}{c}") for a in "ABCDEFGH" for b in "aeiou" for c in "bdfgklmn"
    ]
    both = [(one, Sighting("Larkin", "Senator", f"bare {n}")) for n, one in enumerate(full)]
    small, large = (steps(lambda n=n: identify([s for pair in both[:n] for s in pair])) for n in (40, 320))  # type: ignore[misc]
    assert large <= 8.8 * small


@pytest.mark.parametrize(
    "name",
    [
        "Ilse Brandvold",
        "Brandvold",
        "Ms Brandvold",
        "Vessin",
        "The VBC",
        "Karst Police",
        "the Velmar Ministry of Health",
    ],
)
def test_names_tell_who_they_are(name: str) -> None:
    assert tells_who(name)


@pytest.mark.parametrize(
    "name",
    ["they", "It", "The company", "police", "Officials", "a new study", "the Prime Minister", "Another", "The", "—"],
)
def test_phrases_mean_another_one_in_each_article(name: str) -> None:
    assert not tells_who(name)
