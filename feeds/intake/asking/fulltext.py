"""The article's page for a feed that gives only summaries: which are asked for, and which answers are no articles."""

import re
from collections.abc import Mapping
from typing import Any

from feeds.intake import cleaning
from feeds.model import Article, Source

TEASER = 400
"""A body of fewer characters is a summary: of 300 real news feeds the median summary has 140, the median body 2,900."""
AUTO = 5
"""Pages asked for in one run for a source that is left on `auto`: the newest."""
ALWAYS = 30
"""The same for a source that the user put on `always`."""
SHORTEST = 500
"""Characters; a page's text below this is a notice, not an article, unless it is twice as long as the summary."""
PAGE = "+page"
"""Ends the stamp of an article whose text is its page's."""
NO_PAGE = "+none"
"""Ends the stamp of an article whose page was asked for and is none of an article: it is not asked for again."""

_PAYWALL = re.compile(rb'"isAccessibleForFree"\s*:\s*"?(?:false|False)"?')
_NOTICES = re.compile(
    r"subscribe (?:now )?to (?:continue|read)|to continue reading|already a subscriber|sign in to (?:read|continue)|"
    r"log in to (?:read|continue)|(?:this|the full) (?:article|story) is (?:only |reserved )?for subscribers|"
    r"we value your privacy|(?:accept|manage) (?:all )?(?:cookies|your choices)|before you continue to|"
    r"(?:enable|requires) javascript|verify (?:that )?you are (?:a )?human|checking your browser|unusual traffic",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"/(?:consent|login|log-in|signin|sign-in|subscribe|paywall|register|cookie)", re.IGNORECASE)
_WORD = re.compile(r"\w{5,}")


def wanted(source: Source, articles: tuple[Article, ...], known: Mapping[str, str]) -> list[Article]:
    """Return the articles whose page is to be asked for, newest first; `known` is what is stored, guid -> stamp."""
    if source.full_text == "never":
        return []
    always = source.full_text == "always"
    short = [
        article
        for article in articles
        if article.link
        and (always or len(article.text) < TEASER)
        and known.get(article.guid, "") not in (article.stamp + PAGE, article.stamp + NO_PAGE)
    ]
    short.sort(key=lambda article: -(article.published or 0))
    return short[: ALWAYS if always else AUTO]


def not_undone(articles: tuple[Article, ...], known: Mapping[str, str]) -> tuple[Article, ...]:
    """Return the articles without those whose page's text is stored: the summary must not take its place.

    One whose page was asked for in vain keeps the mark of it.
    """
    kept = (article for article in articles if not known.get(article.guid, "").endswith(PAGE))
    return tuple(
        article._replace(stamp=article.stamp + NO_PAGE)
        if known.get(article.guid) == article.stamp + NO_PAGE
        else article
        for article in kept
    )


def reread(article: Article, found: Mapping[str, Any], html: bytes, address: str) -> Article:
    """Return the article with its page's text, or as it was, marked as asked for, where the page is no article."""
    text = cleaning.body(str(found.get("text") or "").replace("\n", "\n\n"))
    if no_article(article, text, html, address):
        return article._replace(stamp=article.stamp + NO_PAGE)
    return article._replace(text=text, stamp=article.stamp + PAGE)


def no_article(article: Article, text: str, html: bytes, address: str) -> str | None:
    """Return why a page is not the article it should be, or nothing: a paywall, a consent page, another story."""
    if _ELSEWHERE.search(address) and not _ELSEWHERE.search(article.link or ""):
        return "it led to a page to log in or to agree"
    if len(text) <= len(article.text) or (len(text) < SHORTEST and len(text) < 2 * len(article.text)):
        return "no more than the summary"
    if len(text) < 3 * SHORTEST and _NOTICES.search(text):
        return "a notice instead of the article"
    if _PAYWALL.search(html) and len(text) < 3 * SHORTEST:
        return "behind a paywall"
    named = {word.casefold() for word in _WORD.findall(f"{article.title} {article.text}")}
    if named and not named & {word.casefold() for word in _WORD.findall(text)}:
        return "another text than the headline's"
    return None
