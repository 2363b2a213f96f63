"""User names from people's names."""

import pytest

from users.rules.devices import device_name
from users.rules.usernames import check, suggest


@pytest.mark.parametrize(
    ("full_name", "taken", "expected"),
    [
        ("Ani Rahmawati", set(), "ani.rahmawati"),
        ("Ani Rahmawati Putri", set(), "ani.rahmawati"),
        ("Hj. Siti Aminah, S.Pd., M.Si.", set(), "siti.aminah"),
        ("dr. Budi", set(), "budi"),
        ("Nur'aini", set(), "nuraini"),
        ("Élodie Çınar", set(), "elodie.cnar"),
        ("Ani Rahmawati", {"ani.rahmawati"}, "ani.rahmawati2"),
        ("Ani Rahmawati", {"ani.rahmawati", "ani.rahmawati2"}, "ani.rahmawati3"),
        ("Al", set(), "warga.al"),
        ("7 Samudra", set(), "samudra"),
        ("王芳", set(), "warga"),
        ("", set(), "warga"),
        ("H.", set(), "warga"),
        ("Muhammadrahmatullahhidayatullah Abdurrahman", set(), "muhammadrahmatullahhidayatulla"),
    ],
)
def test_suggest_table(full_name: str, taken: set[str], expected: str) -> None:
    assert suggest(full_name, taken) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Ani.Lestari", "ani.lestari"),
        (" budi-2 ", "budi-2"),
        ("ab", "ValueError"),
        ("081234567890", "ValueError"),
        ("2ani", "ValueError"),
        ("ani lestari", "ValueError"),
        ("ani@example.org", "ValueError"),
        ("ani..lestari", "ValueError"),
        (".ani", "ValueError"),
        ("a" * 31, "ValueError"),
    ],
)
def test_check_table(typed: str, expected: str) -> None:
    try:
        result = check(typed)
    except ValueError:
        result = "ValueError"
    assert result == expected


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
            "Chrome, Android",
        ),
        ("Mozilla/5.0 (Linux; Android 9) SamsungBrowser/23.0 Chrome/115 Mobile", "Samsung Internet, Android"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1",
            "Safari, iPhone",
        ),
        ("Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/120.0 Safari/537.36 Edg/120.0", "Edge, Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Firefox/120.0", "Firefox, Linux"),
        ("curl/8", ""),
        ("", ""),
    ],
)
def test_device_name_table(user_agent: str, name: str) -> None:
    assert device_name(user_agent) == name
