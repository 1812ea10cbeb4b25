"""The same headlines in newsboat's cache, for its first screen beside the board's (no benchmark by itself)."""

import shutil
import sqlite3
import subprocess
from pathlib import Path

EMPTY = '<rss version="2.0"><channel><title>x</title><link>http://x.example</link><description>x</description></channel></rss>'


def here() -> bool:
    return shutil.which("newsboat") is not None


def command(folder: Path, archive: Path) -> list[str]:
    """Fill a cache with what an archive holds, and return how newsboat is started on it.

    newsboat makes its own tables by asking one feed, so that they are those of its version; the articles are copied
    in by SQL, and looked through once (ANALYZE), which is what makes its queries by feed quick.
    """
    urls, cache, config, feed = (folder / name for name in ("urls", "cache.db", "config", "x.xml"))
    feed.write_text(EMPTY)
    urls.write_text(f"file://{feed}\n")
    config.write_text("")
    start = ["newsboat", "-u", str(urls), "-c", str(cache), "-C", str(config)]
    subprocess.run([*start, "-x", "reload"], check=True, capture_output=True)
    with sqlite3.connect(cache) as db:
        db.execute("ATTACH ? AS desk", (str(archive),))
        db.execute("DELETE FROM rss_feed")
        place = "'https://' || s.key || '.example/rss'"
        db.execute(f"INSERT INTO rss_feed (rssurl, url, title) SELECT {place}, {place}, s.key FROM desk.source s")
        db.execute(
            "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread) "
            f"SELECT a.guid, a.title, '', a.link, {place}, a.at, b.text, 1 "
            "FROM desk.article a JOIN desk.source s ON s.row = a.source JOIN desk.body b ON b.row = a.row"
        )
        urls.write_text("".join(f"{place}\n" for (place,) in db.execute("SELECT rssurl FROM rss_feed")))
        db.commit()
        db.execute("DETACH desk")
        db.execute("ANALYZE")
    return start
