"""Addresses of the rooms of a KIM's own data and of the office."""

from django.urls import path

from kim.views import addresses, office, profile, rows

_ROW = "ruang/kim/<slug:slug>/<slug:path>/"

room_urls = [
    path("ruang/kim/", profile.places, name="data_places"),
    path("ruang/kim/<slug:slug>/", profile.data, name="data"),
    path("ruang/kim/<slug:slug>/profil/", profile.profile, name="profile"),
    path("ruang/kim/<slug:slug>/sampul/", profile.cover, name="cover"),
    path("ruang/kim/<slug:slug>/sampul/lepas/", profile.remove_cover, name="remove_cover"),
    path("ruang/kim/<slug:slug>/sk/<int:row_id>/berkas/", rows.decree_file, name="decree_file"),
    path(_ROW, rows.rows, name="rows"),
    path(f"{_ROW}baru/", rows.add, name="row_add"),
    path(f"{_ROW}<int:row_id>/", rows.edit, name="row_edit"),
    path(f"{_ROW}<int:row_id>/hapus/", rows.delete, name="row_delete"),
    path("ruang/kantor/kim/", office.kims, name="office_kims"),
    path("ruang/kantor/kim/baru/", office.new_kim, name="office_new_kim"),
    path("ruang/kantor/kim/<slug:slug>/", office.kim, name="office_kim"),
    path("ruang/kantor/kim/<slug:slug>/alamat/", addresses.rename, name="office_address"),
    path("ruang/kantor/kim/<slug:slug>/gabung/", addresses.merge, name="office_merge"),
]
