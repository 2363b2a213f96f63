"""Permission policies: pages, media, rows; each person gets exactly the rows of the own scope."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.test.utils import isolate_apps
from wagtail.models import Collection, Page
from wagtail.permissions import policy_registry

from core.models import Consent, MediaDocument, MediaImage
from kim import checks
from kim.models import KimGroup, KimPage, KimScoped, Membership, Officer, Person, Region
from kim.policies import KimRowPolicy, MembershipCollectionPolicy, MembershipPagePolicy, has_registered_policy
from kim.services.groups import create_regency
from news.models import ArticlePage, ArticleReturn, Correction, NewsIndexPage
from tests import builders
from users.models import User
from users.roles import Act, Role

pytestmark = pytest.mark.django_db
ACTIONS = ("add", "change", "publish", "delete", "bulk_delete", "lock", "unlock", "view", "choose")


@pytest.fixture
def joko(kim_a: KimGroup) -> User:
    """Coach of the district of KIM A."""
    user = builders.make_user("joko", "Joko Prasetyo")
    builders.join(user, Role.COACH, region=Region.objects.get(code="64.09.02"))
    return user


@pytest.fixture
def people(kim_b: KimGroup, ani: User, budi: User, citra: User, gita: User, joko: User) -> dict[str, Any]:
    root = builders.make_user("root", is_superuser=True)
    switched_off = builders.make_user("off", is_active=False)
    builders.join(switched_off, Role.OFFICE_ADMIN, region=Region.objects.get(code="64.09"))
    return {
        "nobody": AnonymousUser(),
        "off": switched_off,
        "ani": ani,
        "budi": budi,
        "citra": citra,
        "joko": joko,
        "gita": gita,
        "root": root,
    }


def slugs(rows: Any) -> list[str]:
    return sorted(rows.values_list("slug", flat=True))


# Pages


def test_page_policy_gives_pages_to_the_office_alone(people: dict[str, Any]) -> None:
    policy = policy_registry.get_by_type(Page)
    assert type(policy) is MembershipPagePolicy
    seen = {
        name: slugs(policy.instances_user_has_any_permission_for(user, {"change"}))
        for name, user in people.items()
    }
    everything = ["bangun-mulya", "berita", "berita", "penajam-paser-utara", "sumber-sari"]
    nothing: list[str] = []
    assert seen == {
        "nobody": nothing,
        "off": nothing,
        "ani": nothing,
        "budi": nothing,
        "citra": nothing,
        "joko": nothing,
        "gita": everything,
        "root": sorted([*everything, "portal", "root"]),
    }


@pytest.mark.parametrize("page_type", [KimPage, NewsIndexPage, ArticlePage])
def test_page_policy_answers_for_every_page_type(page_type: type[Page]) -> None:
    assert type(policy_registry.get_by_type(page_type)) is MembershipPagePolicy


def test_page_permissions_of_the_office_are_the_table(gita: User, budi: User, kim_a: KimGroup) -> None:
    policy = policy_registry.get_by_type(Page)
    page = kim_a.page.get_base_page()
    assert [action for action in ACTIONS if policy.user_has_permission_for_instance(gita, action, page)] == [
        "add", "change", "publish", "bulk_delete", "lock", "unlock",
    ]  # fmt: skip
    assert [action for action in ACTIONS if policy.user_has_permission_for_instance(budi, action, page)] == []


def test_page_tester_lets_the_office_edit_and_publish(gita: User, budi: User, kim_a: KimGroup) -> None:
    verdicts = []
    for user in (gita, budi):
        tester = kim_a.page.permissions_for_user(user)
        verdicts.append((tester.can_edit(), tester.can_publish(), tester.can_unpublish()))
    assert verdicts == [(True, True, True), (False, False, False)]


def test_page_explorer_of_the_office_begins_at_its_regency(gita: User, kim_b: KimGroup) -> None:
    policy = policy_registry.get_by_type(Page)
    assert policy.explorable_root_instance(gita).slug == "penajam-paser-utara"
    assert slugs(policy.explorable_instances(gita)) == [
        "bangun-mulya", "berita", "berita", "penajam-paser-utara", "sumber-sari",
    ]  # fmt: skip


def test_page_explorer_of_two_regencies_shows_the_way_to_both(gita: User) -> None:
    paser = builders.make_region("64.01", "Paser", "regency")
    create_regency(region=paser, hostname="paser.example")
    kutai = builders.make_region("64.02", "Kutai Kartanegara", "regency")
    create_regency(region=kutai, hostname="kutai.example")
    builders.join(gita, Role.OFFICE_ADMIN, region=paser)
    policy = policy_registry.get_by_type(Page)
    assert policy.explorable_root_instance(gita).slug == "portal"
    assert slugs(policy.explorable_instances(gita)) == [
        "bangun-mulya", "berita", "paser", "penajam-paser-utara", "portal",
    ]  # fmt: skip


def test_page_policy_names_who_may_publish(people: dict[str, Any], kim_a: KimGroup) -> None:
    policy = policy_registry.get_by_type(Page)
    anywhere = policy.users_with_any_permission({"publish"}).values_list("username", flat=True)
    here = policy.users_with_any_permission_for_instance({"publish"}, kim_a.page.get_base_page())
    assert (sorted(anywhere), sorted(here.values_list("username", flat=True))) == (
        ["gita", "root"],
        ["gita", "root"],
    )


def test_page_policy_asks_the_same_number_of_queries_for_2_and_12_kim(gita: User, kim_b: KimGroup) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    policy = policy_registry.get_by_type(Page)

    def queries() -> int:
        user = User.objects.get(pk=gita.pk)
        with CaptureQueriesContext(connection) as captured:
            list(policy.explorable_instances(user))
        return len(captured)

    queries()
    at_two = queries()
    for _number in range(10):
        builders.make_kim()
    assert queries() == at_two


# Media


def test_collection_policy_keeps_media_in_the_own_kim(
    people: dict[str, Any], kim_a: KimGroup, kim_b: KimGroup
) -> None:
    pool = Collection.get_first_root_node()
    builders.make_image(kim_a, title="a")
    builders.make_image(kim_b, title="b")
    shared = builders.make_image(kim_a, title="pool")
    MediaImage.objects.filter(pk=shared.pk).update(collection=pool)
    policy = policy_registry.get_by_type(MediaImage)
    assert [type(policy_registry.get_by_type(model)) for model in (MediaImage, MediaDocument, Consent)] == [
        MembershipCollectionPolicy
    ] * 3
    seen = {
        name: {
            action: "".join(
                sorted(policy.instances_user_has_permission_for(user, action).values_list("title", flat=True))
            )
            for action in ("add", "change", "delete", "choose")
        }
        for name, user in people.items()
    }
    nothing = dict.fromkeys(("add", "change", "delete", "choose"), "")
    everything = dict.fromkeys(("add", "change", "delete", "choose"), "abpool")
    assert seen == {
        "nobody": nothing,
        "off": nothing,
        "ani": {"add": "a", "change": "", "delete": "", "choose": "apool"},
        "budi": {"add": "a", "change": "a", "delete": "", "choose": "apool"},
        "citra": {"add": "b", "change": "b", "delete": "", "choose": "bpool"},
        "joko": {"add": "a", "change": "a", "delete": "", "choose": "apool"},
        "gita": everything,
        "root": everything,
    }


def test_collection_policy_gives_nothing_to_an_account_without_a_role(kim_a: KimGroup) -> None:
    policy = policy_registry.get_by_type(MediaImage)
    stranger = builders.make_user("x")
    assert [action for action in ACTIONS if policy.user_has_permission(stranger, action)] == []
    assert list(policy.collections_user_has_permission_for(stranger, "choose")) == []


def test_collection_policy_decides_on_one_picture(people: dict[str, Any], kim_a: KimGroup) -> None:
    policy = policy_registry.get_by_type(MediaImage)
    image = builders.make_image(kim_a)
    may_change = [
        n for n, user in people.items() if policy.user_has_permission_for_instance(user, "change", image)
    ]
    assert may_change == ["budi", "joko", "gita", "root"]
    named = policy.users_with_any_permission_for_instance({"change"}, image).values_list(
        "username", flat=True
    )
    assert sorted(named) == ["budi", "gita", "joko", "root"]


# Rows


def test_row_policy_shows_and_changes_in_the_own_scope(
    people: dict[str, Any], kim_a: KimGroup, kim_b: KimGroup
) -> None:
    for kim in (kim_a, kim_b):
        person = Person.objects.filter(kim=kim).first()
        Officer.objects.create(kim=kim, person=person, section="chair")
    policy = policy_registry.get_by_type(Officer)
    assert type(policy) is KimRowPolicy
    a, b = "bangun-mulya", "sumber-sari"
    seen = {
        name: [
            sorted(policy.instances_user_has_permission_for(user, action).values_list("kim__slug", flat=True))
            for action in ("view", "change")
        ]
        for name, user in people.items()
    }
    assert seen == {
        "nobody": [[], []],
        "off": [[], []],
        "ani": [[a], []],
        "budi": [[a], [a]],
        "citra": [[b], []],
        "joko": [[a], []],
        "gita": [[a, b], [a, b]],
        "root": [[a, b], [a, b]],
    }
    officer = Officer.objects.get(kim=kim_a)
    on_one = {
        name: [
            action
            for action in ("view", "change")
            if policy.user_has_permission_for_instance(user, action, officer)
        ]
        for name, user in people.items()
    }
    assert on_one == {
        "nobody": [], "off": [], "ani": ["view"], "budi": ["view", "change"], "citra": [], "joko": ["view"],
        "gita": ["view", "change"], "root": ["view", "change"],
    }  # fmt: skip
    may_anywhere = [name for name, user in people.items() if policy.user_has_permission(user, "change")]
    assert may_anywhere == ["budi", "gita", "root"]
    named = policy.users_with_any_permission_for_instance({"change"}, officer).values_list(
        "username", flat=True
    )
    assert sorted(named) == ["budi", "gita"]


def test_row_policy_of_a_membership_in_a_region_is_no(gita: User, budi: User) -> None:
    policy = policy_registry.get_by_type(Membership)
    row = Membership.objects.get(user=gita)
    verdicts = [policy.user_has_permission_for_instance(user, "change", row) for user in (gita, budi)]
    assert verdicts == [False, False]


@pytest.mark.parametrize(
    ("model", "act"),
    [
        (Person, Act.MANAGE_KIM),
        (Membership, Act.INVITE),
        (ArticleReturn, Act.REVIEW),
        (Correction, Act.PUBLISH),
    ],
)
def test_row_policy_is_registered_with_its_act(model: type[models.Model], act: str) -> None:
    policy = policy_registry.get_by_type(model)
    assert (type(policy), policy.change_act) == (KimRowPolicy, act)


def test_every_model_of_a_kim_has_a_policy() -> None:
    assert checks.every_kim_model_has_a_policy(None) == []
    rows = [model for model in apps.get_models() if issubclass(model, KimScoped)]
    assert [model for model in rows if not has_registered_policy(model)] == []


@isolate_apps("kim")
@pytest.mark.parametrize("key", [models.ForeignKey, models.OneToOneField])
def test_check_stops_a_model_without_a_policy(monkeypatch: pytest.MonkeyPatch, key: Any) -> None:
    class Diary(models.Model):
        kim = key(KimGroup, on_delete=models.CASCADE, related_name="+")

        class Meta:
            app_label = "kim"

    class Registry:
        @staticmethod
        def get_models() -> list[type[models.Model]]:
            return [Diary, Region, Person]

    monkeypatch.setattr(checks, "apps", Registry)
    errors = checks.every_kim_model_has_a_policy(None)
    assert [(error.id, error.obj) for error in errors] == [("kim.E001", Diary)]
