"""What refuses publication, row by row."""

from dataclasses import replace
from itertools import product

import pytest

from news.rules.publish_gate import PROBLEMS, Problem, missing_for_publication
from news.rules.story import Photo, PhotoConsent, Story

READY = Story(
    kind="kegiatan", headline="Warga panen padi", lead="Warga panen.", body="Isi.", topic="pertanian"
)
PHOTO = Photo(alt="Orang memanen padi", credit="Ani", consent="given")


def codes(story):
    return [(problem.code, problem.photo) for problem in missing_for_publication(story)]


def test_ready_story_has_no_problem():
    assert missing_for_publication(READY) == ()


def test_empty_story_names_everything_in_order():
    assert codes(Story(kind="kegiatan", is_advertorial=True, photos=(Photo(),))) == [
        ("headline_missing", None),
        ("lead_missing", None),
        ("body_missing", None),
        ("topic_missing", None),
        ("sponsor_missing", None),
        ("photo_alt_missing", 1),
        ("photo_credit_missing", 1),
        ("photo_consent_undecided", 1),
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"headline": " \n"}, [("headline_missing", None)]),
        ({"lead": "\t"}, [("lead_missing", None)]),
        ({"body": ""}, [("body_missing", None)]),
        ({"topic": ""}, [("topic_missing", None)]),
        ({"event_date_given": False, "event_place": ""}, []),
        ({"sources": ()}, []),
        ({"is_advertorial": True}, [("sponsor_missing", None)]),
        ({"is_advertorial": True, "sponsor": "Toko Tani Jaya"}, []),
        ({"sponsor": "Toko Tani Jaya"}, []),
        ({"photos": (PHOTO,)}, []),
        ({"photos": (replace(PHOTO, caption=""),)}, []),
        ({"photos": (replace(PHOTO, own=False),)}, []),
        ({"photos": (PHOTO, replace(PHOTO, alt=" "))}, [("photo_alt_missing", 2)]),
        ({"photos": (replace(PHOTO, credit=""), PHOTO)}, [("photo_credit_missing", 1)]),
    ],
)
def test_missing_for_publication(change, expected):
    assert codes(replace(READY, **change)) == expected


CONSENT_TABLE = {
    # (consent, shows children) -> problem
    ("undecided", False): "photo_consent_undecided",
    ("not_needed", False): None,
    ("given", False): None,
    ("guardian", False): None,
    ("refused", False): "photo_consent_refused",
    ("", False): "photo_consent_undecided",
    ("perhaps", False): "photo_consent_undecided",
    ("undecided", True): "child_consent_missing",
    ("not_needed", True): "child_consent_missing",
    ("given", True): "child_consent_missing",
    ("guardian", True): None,
    ("refused", True): "photo_consent_refused",
    ("", True): "child_consent_missing",
    ("perhaps", True): "child_consent_missing",
}


@pytest.mark.parametrize(("consent", "children"), list(CONSENT_TABLE))
def test_consent_of_a_photo(consent, children):
    problem = CONSENT_TABLE[consent, children]
    photo = replace(PHOTO, consent=consent, shows_children=children)
    assert codes(replace(READY, photos=(photo,))) == ([(problem, 1)] if problem else [])


def test_consent_table_is_complete():
    assert set(CONSENT_TABLE) == set(product([*PhotoConsent, "", "perhaps"], [False, True]))


def test_problem_gives_reason_message_and_details():
    problem = Problem("child_consent_missing", 3)
    assert problem.reason == "anak"
    assert problem.message % problem.details == (
        "Photo 3: it shows children, so a parent or guardian must agree first."
    )
    assert Problem("headline_missing").details == {}


def test_every_problem_has_a_known_reason():
    assert {code: reason for code, (reason, _message) in PROBLEMS.items()} == {
        "headline_missing": "judul",
        "lead_missing": "teras",
        "body_missing": "panjang",
        "topic_missing": "5w1h",
        "sponsor_missing": "etika",
        "photo_alt_missing": "foto",
        "photo_credit_missing": "foto",
        "photo_consent_undecided": "izin_foto",
        "photo_consent_refused": "izin_foto",
        "child_consent_missing": "anak",
    }
