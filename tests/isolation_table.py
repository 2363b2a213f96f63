"""Every address of ours with the statuses that each role meets: the table behind test_isolation."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """Expected statuses (GET, POST): without a session, editor of KIM B, no membership, other writer of KIM A.

    `own` marks what changes only the visitor's own things when a POST succeeds.
    """

    anonymous: tuple[int, int]
    citra: tuple[int, int]
    dewi: tuple[int, int]
    eko: tuple[int, int]
    own: bool = False


def everyone(get: int, post: int) -> Row:
    return Row(*[(get, post)] * 4)


def room(citra: tuple[int, int], dewi: tuple[int, int], eko: tuple[int, int], *, own: bool = False) -> Row:
    return Row((302, 401), citra, dewi, eko, own)


def insiders(get: int, post: int, *, own: bool = False) -> Row:
    return Row((302, 401), *[(get, post)] * 3, own)


def account(get: int, post: int, *, own: bool = False) -> Row:
    """allauth's own screens: whoever is not signed in is sent to the door by GET and POST alike."""
    return Row((302, 302), *[(get, post)] * 3, own)


PUBLIC = everyone(200, 405)
ABSENT = everyone(404, 405)
FOREIGN = insiders(404, 404)
FOREIGN_POST = insiders(405, 404)
FOREIGN_SAFE = insiders(404, 405)

# Every address of ours. A new one fails test_every_route_has_a_class until somebody decides about it here.
TABLE: dict[str, Row] = {
    # Answers for machines.
    "healthz": everyone(200, 200),
    "readyz": everyone(200, 200),
    "manifest.webmanifest": everyone(200, 200),
    "robots.txt": everyone(200, 200),
    r"^media/(?P<path>images/.+)$": everyone(404, 404),
    r"documents/^(\d+)/(.*)$": everyone(404, 404),
    # What every reader may open; the person, the unpublished pages and the missing lock answer as if not there.
    r"^((?:[\w\-]+/)*)$": everyone(404, 404),
    "kim/": PUBLIC,
    "wa/<slug:slug>/": everyone(302, 405),
    "berita/": PUBLIC,
    "topik/<slug:slug>/": PUBLIC,
    "tag/<slug:slug>/": PUBLIC,
    "cari/": PUBLIC,
    "penulis/<slug:slug>/": ABSENT,
    "koreksi/": PUBLIC,
    "<slug:slug>/koreksi/": PUBLIC,
    # A form for everybody; what is posted about KIM A's unpublished pages finds no page.
    "lapor/": everyone(200, 422),
    "lapor/<slug:code>/": everyone(404, 405),
    "rss.xml": PUBLIC,
    "topik/<slug:slug>/rss.xml": PUBLIC,
    "penulis/<slug:slug>/rss.xml": ABSENT,
    "<slug:slug>/rss.xml": PUBLIC,
    "sitemap.xml": PUBLIC,
    "sitemap-halaman.xml": PUBLIC,
    "sitemap-berita.xml": PUBLIC,
    r"^sitemap-berita-(?P<year>20\d\d)-(?P<number>\d\d)\.xml$": PUBLIC,
    "documents/authenticate_with_password/<int:restriction_id>/": everyone(404, 404),
    "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/": everyone(404, 404),
    # One door: every other address of a login leads to it.
    "masuk/": Row((200, 422), (302, 302), (302, 302), (302, 302)),
    "keluar/": Row((302, 302), (200, 302), (200, 302), (200, 302), own=True),
    "admin/login/": everyone(302, 302),
    "_util/login/": everyone(302, 302),
    "akun/login/": everyone(302, 302),
    "akun/logout/": everyone(302, 302),
    "t/<str:token>/": everyone(404, 404),
    # The own account.
    "akun/": insiders(200, 302, own=True),
    "akun/sandi-baru/": insiders(302, 302),
    "akun/inactive/": everyone(200, 405),
    "akun/signup/": Row((200, 200), (302, 302), (302, 302), (302, 302)),
    "akun/reauthenticate/": account(200, 200),
    "akun/email/": account(200, 302, own=True),
    "akun/confirm-email/": everyone(200, 405),
    r"akun/^confirm-email/(?P<key>[-:\w]+)/$": everyone(200, 404),
    "akun/password/change/": account(200, 200),
    "akun/password/set/": account(302, 302),
    "akun/password/reset/": everyone(200, 302),
    "akun/password/reset/done/": everyone(200, 405),
    "akun/password/reset/key/done/": everyone(200, 405),
    r"akun/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": everyone(200, 200),
    "akun/login/code/confirm/": everyone(302, 302),
    "akun/sessions/": account(200, 302, own=True),
    "akun/2fa/": account(200, 405),
    "akun/2fa/authenticate/": everyone(302, 302),
    "akun/2fa/reauthenticate/": everyone(302, 302),
    "akun/2fa/totp/activate/": account(302, 302),
    "akun/2fa/totp/deactivate/": account(404, 404),
    "akun/2fa/recovery-codes/": account(404, 405),
    "akun/2fa/recovery-codes/generate/": account(302, 302),
    "akun/2fa/recovery-codes/download/": account(404, 404),
    # The own rooms.
    "ruang/": insiders(200, 200),
    "ruang/kotak/": insiders(200, 302, own=True),
    "ruang/tulis/": insiders(200, 200),
    "ruang/tulis/baru/": room((200, 422), (404, 404), (200, 302), own=True),
    "ruang/redaksi/": room((200, 200), (404, 404), (404, 404)),
    "ruang/redaksi/laporan/": room((200, 200), (404, 404), (404, 404)),
    "ruang/anggota/": room((302, 302), (404, 404), (404, 404)),
    "ruang/kim/": FOREIGN,
    # Cards are for everybody; marks for assessors, coaches and whose work it is; numbers for the own KIM.
    "ruang/kartu/": insiders(200, 200),
    "ruang/kartu/<slug:code>/": insiders(200, 200),
    "ruang/nilai/": room((200, 200), (404, 404), (200, 200)),
    "ruang/aktivitas/": room((302, 405), (404, 405), (302, 405)),
    "ruang/aktivitas/ekspor.csv": room((200, 405), (404, 405), (200, 405)),
    "ruang/aktivitas/ekspor.xlsx": room((200, 405), (404, 405), (200, 405)),
    "ruang/penilaian/": FOREIGN,
    "ruang/penilaian/rilis/": FOREIGN,
    "ruang/kantor/rubrik/": FOREIGN,
    "ruang/kantor/rubrik/<slug:code>/": FOREIGN,
    "ruang/kantor/rubrik/<slug:code>/rancangan/": FOREIGN_POST,
    "ruang/kantor/rubrik/<slug:code>/<int:number>/": FOREIGN,
    "ruang/kantor/rubrik/<slug:code>/<int:number>/buang/": FOREIGN,
    "ruang/kantor/rubrik/<slug:code>/<int:number>/banding/<int:other>/": FOREIGN,
    "ruang/kantor/rubrik/<slug:code>/<int:number>/kriteria/baru/": FOREIGN,
    "ruang/kantor/rubrik/<slug:code>/<int:number>/kriteria/<slug:name>/": FOREIGN,
    "ruang/kantor/rubrik/<slug:code>/<int:number>/kriteria/<slug:name>/hapus/": FOREIGN,
    "ruang/kantor/rubrik/<slug:code>/<int:number>/batas/baru/": FOREIGN,
    "ruang/kantor/rubrik/<slug:code>/<int:number>/batas/<slug:name>/": FOREIGN,
    "ruang/kantor/rubrik/<slug:code>/<int:number>/batas/<slug:name>/hapus/": FOREIGN,
    "ruang/kantor/kim/": FOREIGN,
    "ruang/kantor/kim/baru/": FOREIGN,
    # Things of KIM A. Its own writers see its numbers and means; the marks of one story only who wrote it.
    "ruang/aktivitas/<slug:slug>/": room((404, 405), (404, 405), (200, 405)),
    "ruang/aktivitas/<slug:slug>/cerita/": room((404, 405), (404, 405), (200, 405)),
    "ruang/nilai/kim/<slug:slug>/": room((404, 404), (404, 404), (200, 200)),
    "ruang/nilai/<int:pk>/": FOREIGN,
    "ruang/penilaian/<int:pk>/": FOREIGN,
    "ruang/penilaian/<int:pk>/ringkasan/": FOREIGN,
    "ruang/penilaian/<int:pk>/selesai/": FOREIGN,
    "ruang/penilaian/<int:pk>/bagian/<slug:place>/": FOREIGN,
    "ruang/penilaian/<int:pk>/undur/": FOREIGN,
    "ruang/penilaian/<int:pk>/ubah/": FOREIGN,
    "ruang/penilaian/<int:pk>/sepakat/": FOREIGN,
    "ruang/penilaian/<int:pk>/kriteria/<slug:code>/": FOREIGN,
    "ruang/penilaian/rilis/<int:pk>/": FOREIGN,
    "ruang/penilaian/rilis/<int:pk>/rilis/": FOREIGN_POST,
    "ruang/penilaian/rilis/<int:pk>/kembalikan/": FOREIGN_POST,
    "ruang/kantor/kim/<slug:slug>/": FOREIGN,
    "ruang/kantor/kim/<slug:slug>/alamat/": FOREIGN,
    "ruang/kantor/kim/<slug:slug>/gabung/": FOREIGN,
    "ruang/kim/<slug:slug>/": FOREIGN,
    "ruang/kim/<slug:slug>/profil/": FOREIGN,
    "ruang/kim/<slug:slug>/sampul/": FOREIGN,
    "ruang/kim/<slug:slug>/sampul/lepas/": FOREIGN_POST,
    "ruang/kim/<slug:slug>/sk/<int:row_id>/berkas/": FOREIGN_SAFE,
    "ruang/kim/<slug:slug>/<slug:path>/": FOREIGN_SAFE,
    "ruang/kim/<slug:slug>/<slug:path>/baru/": FOREIGN,
    "ruang/kim/<slug:slug>/<slug:path>/<int:row_id>/": FOREIGN,
    "ruang/kim/<slug:slug>/<slug:path>/<int:row_id>/hapus/": FOREIGN,
    "ruang/anggota/<slug:slug>/": FOREIGN,
    "ruang/anggota/<slug:slug>/undang/": FOREIGN,
    "ruang/anggota/<slug:slug>/tautan/": FOREIGN,
    "ruang/anggota/<slug:slug>/<int:membership_id>/tautan/": FOREIGN_POST,
    "ruang/anggota/<slug:slug>/<int:membership_id>/akhiri/": FOREIGN,
    "ruang/anggota/<slug:slug>/undangan/<int:invitation_id>/tautan/": FOREIGN_POST,
    "ruang/anggota/<slug:slug>/undangan/<int:invitation_id>/batalkan/": FOREIGN_POST,
    "ruang/tulis/<int:pk>/": FOREIGN,
    "ruang/tulis/<int:pk>/foto/": FOREIGN,
    "ruang/tulis/<int:pk>/foto/<slug:block>/": FOREIGN,
    "ruang/tulis/<int:pk>/foto/<slug:block>/hapus/": FOREIGN,
    "ruang/tulis/<int:pk>/pratinjau/": FOREIGN,
    "ruang/tulis/<int:pk>/kirim/": FOREIGN_POST,
    "ruang/tulis/<int:pk>/terbitkan/": FOREIGN_POST,
    "ruang/tulis/<int:pk>/terkirim/": FOREIGN,
    "ruang/redaksi/laporan/<int:pk>/": FOREIGN,
    "ruang/redaksi/laporan/<int:pk>/jawab/": FOREIGN_POST,
    "ruang/redaksi/laporan/<int:pk>/bukan/": FOREIGN_POST,
    "ruang/redaksi/<int:pk>/": FOREIGN,
    "ruang/redaksi/<int:pk>/banding/": FOREIGN,
    "ruang/redaksi/<int:pk>/terbitkan/": FOREIGN_POST,
    "ruang/redaksi/<int:pk>/jadwalkan/": FOREIGN_POST,
    "ruang/redaksi/<int:pk>/kembalikan/": FOREIGN_POST,
    "ruang/redaksi/<int:pk>/koreksi/": FOREIGN,
    "ruang/redaksi/<int:pk>/cabut/": FOREIGN,
    "ruang/redaksi/<int:pk>/selesai/<slug:what>/": FOREIGN,
}
