"""Who reads: a person's browser, or a program that fetches."""

from __future__ import annotations

import re

# Every browser that people use calls itself one of these first, Opera Mini and UC Browser of cheap phones included.
_BROWSERS = ("Mozilla/", "Opera/", "UCWEB/")
# Cubot makes telephones. Words of search engines, chat previews, monitors, archives and libraries, as their makers publish them.
_ROBOTS = re.compile(
    r"(?<!cu)bot\b|bot[/;-]|bots\b|crawl|spider|slurp|archiver|facebookexternalhit|facebookcatalog|meta-external|whatsapp/|telegram"
    r"|preview|embedly|quora link|pinterest/|vkshare|skypeuri|discord|feedfetcher|feedly|rss|validator|lighthouse"
    r"|pagespeed|gtmetrix|pingdom|uptime|monitor|statuscake|headless|phantom|puppeteer|playwright|selenium"
    r"|python|curl|wget|libwww|httpclient|http-client|go-http|java/|okhttp|axios|node-fetch|scrapy|nutch|ia_archiver"
    r"|google-inspection|googleother|google-read-aloud|mediapartners|bingpreview|yandex\w*/|baidu|duckduck|applebot"
    r"|gptbot|claudebot|ccbot|bytespider|petalbot|semrush|ahrefs|mj12|dotbot|censys|zgrab|masscan|nmap",
    re.IGNORECASE,
)


def is_person(user_agent: str) -> bool:
    """True for a browser that a person uses; False for known robots, previews, libraries and an empty name.

    >>> is_person("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Safari/537.36")
    True
    >>> is_person("WhatsApp/2.23.20.0 A")
    False
    """
    return user_agent.startswith(_BROWSERS) and _ROBOTS.search(user_agent) is None
