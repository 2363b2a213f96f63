"""Addresses of news: the work rooms here, the network lists in urls_public."""

from django.urls import path

from news.urls_public import public_urls
from news.views import desk, photos, preview, public_changes, reports, writing

app_name = "news"

room_urls = [
    path("ruang/tulis/", writing.my_stories, name="my_stories"),
    path("ruang/tulis/baru/", writing.write_new, name="write_new"),
    path("ruang/tulis/<int:pk>/", writing.write, name="write"),
    path("ruang/tulis/<int:pk>/foto/", photos.photo_new, name="photo_new"),
    path("ruang/tulis/<int:pk>/foto/<slug:block>/", photos.photo, name="photo"),
    path("ruang/tulis/<int:pk>/foto/<slug:block>/hapus/", photos.photo_remove, name="photo_remove"),
    path("ruang/tulis/<int:pk>/pratinjau/", preview.preview, name="preview"),
    path("ruang/tulis/<int:pk>/kirim/", preview.submit, name="submit"),
    path("ruang/tulis/<int:pk>/terbitkan/", preview.publish_own, name="publish_own"),
    path("ruang/tulis/<int:pk>/terkirim/", preview.sent, name="sent"),
    path("ruang/redaksi/", desk.desk, name="desk"),
    path("ruang/redaksi/laporan/", reports.report_list, name="reports"),
    path("ruang/redaksi/laporan/<int:pk>/", reports.report_read, name="report_read"),
    path("ruang/redaksi/laporan/<int:pk>/jawab/", reports.report_answer, name="report_answer"),
    path("ruang/redaksi/laporan/<int:pk>/bukan/", reports.report_dismiss, name="report_dismiss"),
    path("ruang/redaksi/<int:pk>/", desk.desk_read, name="desk_read"),
    path("ruang/redaksi/<int:pk>/banding/", desk.compare, name="compare"),
    path("ruang/redaksi/<int:pk>/terbitkan/", desk.desk_publish, name="desk_publish"),
    path("ruang/redaksi/<int:pk>/jadwalkan/", desk.desk_schedule, name="desk_schedule"),
    path("ruang/redaksi/<int:pk>/kembalikan/", desk.desk_return, name="desk_return"),
    path("ruang/redaksi/<int:pk>/koreksi/", public_changes.desk_correct, name="desk_correct"),
    path("ruang/redaksi/<int:pk>/cabut/", public_changes.desk_withdraw, name="desk_withdraw"),
    path("ruang/redaksi/<int:pk>/selesai/<slug:what>/", desk.desk_done, name="desk_done"),
]

urlpatterns = room_urls + public_urls
