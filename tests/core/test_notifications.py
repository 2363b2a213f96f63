"""Notices and ready WhatsApp texts."""

from core import notifications
from core.models import Notice
from users.models import User


def test_notify_twice_writes_one_notice_each(ani: User, budi: User) -> None:
    first = notifications.notify(recipients=[ani, budi, ani], text="Halo", url="/ruang/", key="k1")
    second = notifications.notify(recipients=[ani, budi], text="Halo", url="/ruang/", key="k1")
    assert (first, second, Notice.objects.count()) == (2, 0, 2)


def test_mark_read_touches_only_the_own_notice(ani: User, budi: User) -> None:
    notifications.notify(recipients=[ani, budi], text="Halo", url="/ruang/", key="k1")
    foreign = Notice.objects.get(recipient=budi)
    assert notifications.mark_read(ani, foreign.pk) == 0
    assert notifications.mark_read(ani) == 1
    assert (notifications.unread_count(ani), notifications.unread_count(budi)) == (0, 1)


def test_whatsapp_url_keeps_every_character() -> None:
    assert notifications.whatsapp_share_url("Halo & salam\n100%", "+62 812-5000") == (
        "https://wa.me/628125000?text=Halo%20%26%20salam%0A100%25"
    )
    assert notifications.whatsapp_share_url("Halo") == "https://wa.me/?text=Halo"
