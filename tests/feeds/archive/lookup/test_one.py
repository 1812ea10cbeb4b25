"""One article with all that is known of it."""

import time

from feeds.archive import Archive
from tests.feeds.archive.making import answer, article, read

MANY = 3000


def test_an_article_of_many_figures_has_its_sentences_in_no_time(archive: Archive) -> None:
    """Each sentence was cut out of the body by SQLite, which counts from the beginning: a second for this one."""
    text = " ".join(f"Day {n}: the café at Brenn sold {n} cakes and {n} teas to whoever came by." for n in range(MANY))
    given = article("ledger", text)
    archive.store("r", answer(given), read, 100)
    began = time.process_time()
    stored = archive.article(given.id)
    assert time.process_time() - began < 0.5
    assert [one.sentence for one in stored.reading.figures] == [one.sentence for one in read(given).figures]
