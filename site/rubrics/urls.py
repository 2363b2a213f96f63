"""Addresses of rubrics: the cards for everybody who is signed in, the rubrics of the office."""

from django.urls import path

from rubrics.views import cards, office, parts

app_name = "rubrics"

_RUBRIC = "ruang/kantor/rubrik/<slug:code>/"
_VERSION = f"{_RUBRIC}<int:number>/"

urlpatterns = [
    path("ruang/kartu/", cards.cards, name="cards"),
    path("ruang/kartu/<slug:code>/", cards.card, name="card"),
    path("ruang/kantor/rubrik/", office.rubrics, name="rubrics"),
    path(_RUBRIC, office.rubric, name="rubric"),
    path(f"{_RUBRIC}rancangan/", office.start_draft, name="start_draft"),
    path(_VERSION, office.version, name="version"),
    path(f"{_VERSION}buang/", office.discard, name="discard"),
    path(f"{_VERSION}banding/<int:other>/", office.compare, name="compare"),
    *(
        path(f"{_VERSION}{kind}/{rest}", view, {"kind": kind}, name=f"{kind}_{name}")
        for kind in ("kriteria", "batas")
        for rest, view, name in (
            ("baru/", parts.edit, "new"),
            ("<slug:name>/", parts.edit, "edit"),
            ("<slug:name>/hapus/", parts.remove, "remove"),
        )
    ),
]
