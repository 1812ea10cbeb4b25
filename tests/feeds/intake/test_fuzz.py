"""A short run of what `scripts/bench fuzz` does at length."""

import random

from tests.feeds.intake.mutating import SEEDS, mutations, survive


def test_a_thousand_broken_inputs() -> None:
    for number, data in enumerate(mutations(SEEDS, 1000, random.Random(7))):
        survive(data, feedparser=number % 4 == 0)
