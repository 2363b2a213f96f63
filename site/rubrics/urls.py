"""Addresses of rubrics: the cards for everybody who is signed in, the rubrics of the office."""

from django.urls import path

from rubrics.views import cards

app_name = "rubrics"

urlpatterns = [
    path("ruang/kartu/", cards.cards, name="cards"),
    path("ruang/kartu/<slug:code>/", cards.card, name="card"),
]
