"""Who counts as a reader."""

import pytest

from core.rules.robots import is_person

PEOPLE = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (Linux; Android 8.1.0; vivo 1820) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/119.0 Mobile "
    "Safari/537.36 [FB_IAB/FB4A;FBAV/440.0.0.32.117;]",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 311.0",
    "Mozilla/5.0 (Linux; U; Android 7.1.2; id; Redmi 4X) AppleWebKit/534.30 UCBrowser/11.5 Mobile Safari/534.30",
    "UCWEB/2.0 (MIDP-2.0; U; Adr 4.4.2; id; SM-G355H) U2/1.0.0 UCBrowser/10.7 U2/1.0.0 Mobile",
    "Opera/9.80 (Android; Opera Mini/36.2/191.249; U; id) Presto/2.12.423 Version/12.16",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:121.0) Gecko/20100101 Firefox/121.0",
    "Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36",
)
PROGRAMS = (
    "",
    "WhatsApp/2.23.20.0 A",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) AppleWebKit/537.36 Chrome/119 Mobile Safari/537.36 (compatible; Googlebot/2.1)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
    "TelegramBot (like TwitterBot)",
    "curl/8.5.0",
    "python-requests/2.32",
    "Go-http-client/1.1",
    "okhttp/4.12.0",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/120.0 Safari/537.36",
    "Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
    "Mozilla/5.0 (compatible; archive.org_bot +http://archive.org/details/archive.org_bot)",
)


@pytest.mark.parametrize("name", PEOPLE)
def test_browser_of_a_person_counts(name: str) -> None:
    assert is_person(name) is True


@pytest.mark.parametrize("name", PROGRAMS)
def test_program_does_not_count(name: str) -> None:
    assert is_person(name) is False
