"""Addresses of kim."""

from django.urls import path

from kim.urls_public import public_urls
from kim.urls_rooms import room_urls
from kim.views import links, members

app_name = "kim"
urlpatterns = [
    *public_urls,
    *room_urls,
    path("t/<str:token>/", links.signed_link, name="signed_link"),
    path("ruang/anggota/", members.member_places, name="member_places"),
    path("ruang/anggota/<slug:slug>/", members.members, name="members"),
    path("ruang/anggota/<slug:slug>/undang/", members.invite, name="invite"),
    path("ruang/anggota/<slug:slug>/tautan/", members.link_to_forward, name="link_to_forward"),
    path("ruang/anggota/<slug:slug>/<int:membership_id>/tautan/", members.login_link, name="login_link"),
    path("ruang/anggota/<slug:slug>/<int:membership_id>/akhiri/", members.end, name="end_membership"),
    path(
        "ruang/anggota/<slug:slug>/undangan/<int:invitation_id>/tautan/",
        members.invitation_link,
        name="invitation_link",
    ),
    path(
        "ruang/anggota/<slug:slug>/undangan/<int:invitation_id>/batalkan/",
        members.withdraw_invitation,
        name="withdraw_invitation",
    ),
]
