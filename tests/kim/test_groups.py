"""Create the network's front and its KIM: complete, refused in words, twice changes nothing."""

import time
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, ModelLogEntry, Page, PageLogEntry, Site

from core.models import NetworkSettings
from kim.models import KimGroup, KimPage, PortalPage, RegencyPage, Region
from kim.rules.slugs import RESERVED_SLUGS, village_slug
from kim.services.groups import KimRefused, create_kim, create_regency
from kim.services.regions import load_regions
from kim.signals import kim_created
from news.models import NewsIndexPage
from tests import builders
from users.models import User

pytestmark = pytest.mark.django_db


def counts() -> dict[str, int]:
    models = (
        KimGroup,
        KimPage,
        NewsIndexPage,
        Collection,
        Page,
        PageLogEntry,
        ModelLogEntry,
        Site,
        NetworkSettings,
    )
    return {model.__name__: model._default_manager.count() for model in models}


def queries_of(work: Any) -> int:
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


@pytest.fixture
def regency() -> RegencyPage:
    load_regions()
    return create_regency(region=Region.objects.get(code="64.09"))


def test_create_regency_makes_portal_front_site_and_settings(regency: RegencyPage) -> None:
    assert [type(page.specific) for page in Page.objects.order_by("path")] == [Page, PortalPage, RegencyPage]
    site = Site.objects.get()
    assert (site.root_page_id, site.is_default_site, site.hostname, site.port) == (
        regency.pk,
        True,
        "localhost",
        80,
    )
    assert regency.get_url() == "/"
    assert NetworkSettings.for_site(site).region_name == "Penajam Paser Utara"


def test_create_regency_twice_changes_nothing(regency: RegencyPage) -> None:
    before = counts()
    assert create_regency(region=regency.region) == regency
    assert counts() == before


def test_create_regency_of_a_neighbour_gets_its_own_site(regency: RegencyPage) -> None:
    paser = Region.objects.create(
        code="64.01", name="Paser", kind="regency", parent_id=regency.region.parent_id
    )
    front = create_regency(region=paser, hostname="paser.example")
    assert front.get_parent() == regency.get_parent()
    assert list(Site.objects.order_by("pk").values_list("hostname", "is_default_site")) == [
        ("localhost", True),
        ("paser.example", False),
    ]


def test_create_regency_of_a_neighbour_with_a_taken_host_is_refused(regency: RegencyPage) -> None:
    paser = Region.objects.create(
        code="64.01", name="Paser", kind="regency", parent_id=regency.region.parent_id
    )
    before = counts()
    with pytest.raises(KimRefused) as refused:
        create_regency(region=paser)
    assert refused.value.field == "hostname"
    assert counts() == before


def test_create_kim_makes_all_it_needs(regency: RegencyPage) -> None:
    budi = User.objects.create(username="budi", full_name="Budi Santoso")
    made = create_kim(region_code="64.09.02.2004", review_policy=KimGroup.ReviewPolicy.OFFICE, by=budi)
    kim, page = made.kim, made.page
    assert made.created is True
    assert (kim.name, kim.slug, kim.village.code) == ("KIM Bangun Mulya", "bangun-mulya", "64.09.02.2004")
    assert (kim.review_policy, kim.status, 1 <= kim.hue <= 8) == ("office", "active", True)
    assert kim.collection.name == "KIM Bangun Mulya"
    assert kim.collection.get_parent() == Collection.get_first_root_node()
    assert (page.title, page.live, page.get_url(), page.owner) == (
        "KIM Bangun Mulya",
        True,
        "/bangun-mulya/",
        budi,
    )
    assert page.get_parent().specific == regency
    index = NewsIndexPage.objects.get()
    assert (index.kim, index.get_parent().specific, index.live) == (kim, page, True)
    assert index.get_url() == "/bangun-mulya/berita/"
    entry = PageLogEntry.objects.get(action="kim.create")
    assert (entry.page_id, entry.user, entry.data) == (
        page.pk,
        budi,
        {"kim": kim.pk, "region": "64.09.02.2004"},
    )


def test_create_kim_twice_changes_nothing(regency: RegencyPage) -> None:
    first = create_kim(region_code="64.09.02.2004", name="KIM Mangun Karya")
    before = counts()
    again = create_kim(
        region_code="64.09.02.2004", name="KIM Lain", review_policy=KimGroup.ReviewPolicy.OFFICE
    )
    assert (again.kim, again.page, again.created) == (first.kim, first.page, False)
    again.kim.refresh_from_db()
    assert (again.kim.name, again.kim.review_policy) == ("KIM Mangun Karya", "kim_editor")
    assert counts() == before


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"region_code": "64.09.02"}, "region_code"),
        ({"region_code": "64.09"}, "region_code"),
        ({"region_code": "64.09.02.9999"}, "region_code"),
        ({"region_code": ""}, "region_code"),
        ({"region_code": "64.09.02.2004", "slug": "admin"}, "slug"),
        ({"region_code": "64.09.02.2004", "slug": "ruang"}, "slug"),
        ({"region_code": "64.09.02.2004", "slug": "Bangun Mulya"}, "slug"),
        ({"region_code": "64.09.02.2004", "slug": "bangun_mulya"}, "slug"),
        ({"region_code": "64.09.02.2004", "slug": "tentang-kami"}, "slug"),
        ({"region_code": "64.09.02.2004", "slug": "sumber-sari"}, "slug"),
        ({"region_code": "64.01.01.2001"}, "region_code"),
    ],
)
def test_create_kim_refuses_and_leaves_nothing(
    regency: RegencyPage, values: dict[str, str], field: str
) -> None:
    create_kim(region_code="64.09.03.2009", slug="sumber-sari")
    regency.add_child(instance=Page(title="Tentang kami", slug="tentang-kami"))
    paser = Region.objects.create(code="64.01", name="Paser", kind="regency")
    district = Region.objects.create(code="64.01.01", name="Tanah Grogot", kind="district", parent=paser)
    Region.objects.create(code="64.01.01.2001", name="Tepian Batang", kind="desa", parent=district)
    before = counts()
    with pytest.raises(KimRefused) as refused:
        create_kim(**values)
    assert refused.value.field == field
    assert refused.value.message.endswith(".")
    assert counts() == before


def test_create_kim_undoes_everything_when_an_app_above_fails(regency: RegencyPage) -> None:
    def fail(**kwargs: Any) -> None:
        raise RuntimeError("no room for a list")

    before = counts()
    kim_created.connect(fail)
    try:
        with pytest.raises(RuntimeError, match="no room"):
            create_kim(region_code="64.09.02.2004")
    finally:
        kim_created.disconnect(fail)
    assert counts() == before


def test_create_kim_of_thirty_villages_is_quick(regency: RegencyPage) -> None:
    codes = list(Region.objects.filter(kind__in=Region.VILLAGE_KINDS).values_list("code", flat=True)[:30])
    started = time.process_time()
    made = [create_kim(region_code=code).created for code in codes]
    # Far above what it takes; this only stops work that grows with the number of KIM.
    assert time.process_time() - started < 30
    assert made == [True] * 30
    assert len(set(KimGroup.objects.values_list("slug", flat=True))) == 30


def test_create_kim_asks_the_same_number_of_queries_at_2_and_12(regency: RegencyPage) -> None:
    codes = list(Region.objects.filter(kind__in=Region.VILLAGE_KINDS).values_list("code", flat=True)[:13])
    # The first makes what is read once per process (content types).
    create_kim(region_code=codes[0])
    create_kim(region_code=codes[1])
    at_two = queries_of(lambda: create_kim(region_code=codes[2]))
    for code in codes[3:12]:
        create_kim(region_code=code)
    assert KimGroup.objects.count() == 12
    assert queries_of(lambda: create_kim(region_code=codes[12])) == at_two


def test_create_kim_command_loads_regions_and_says_what_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("create_kim", "64.09.02.2004", "64.09.03.2009")
    call_command("create_kim", "64.09.02.2004", "--name", "KIM Lain")
    assert capsys.readouterr().out.splitlines() == [
        "KIM Bangun Mulya: dibuat, /bangun-mulya/",
        "KIM Sumber Sari: dibuat, /sumber-sari/",
        "KIM Bangun Mulya: sudah ada, /bangun-mulya/",
    ]


@pytest.mark.parametrize(
    "arguments", [("64.09.02",), ("99.99.99.9999",), ("64.09.02.2004", "64.09.03.2009", "--name", "KIM")]
)
def test_create_kim_command_refuses_in_words(arguments: tuple[str, ...]) -> None:
    with pytest.raises(CommandError):
        call_command("create_kim", *arguments)
    assert KimGroup.objects.count() == 0


def test_builders_make_a_kim_in_a_village_of_its_own() -> None:
    first, second = builders.make_kim(), builders.make_kim()
    assert (first.village != second.village, first.slug != second.slug) == (True, True)


def test_slug_of_every_village_is_free_for_it() -> None:
    load_regions()
    names = Region.objects.filter(kind__in=Region.VILLAGE_KINDS).values_list("name", flat=True)
    slugs = [village_slug(name) for name in names]
    assert (len(set(slugs)), set(slugs) & RESERVED_SLUGS) == (54, set())


def test_collections_of_kim_form_a_sound_tree(regency: RegencyPage) -> None:
    for code in ("64.09.03.2009", "64.09.02.2004", "64.09.01.1001"):
        create_kim(region_code=code)
    assert Collection.find_problems() == ([], [], [], [], [])
    assert Collection.get_first_root_node().numchild == 3
