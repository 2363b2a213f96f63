"""Addresses of the rooms of marks: the assessor's, the coach's and the writer's."""

from django.urls import path

from evaluation.views import marking, marks_changed, mine, releases

_STORY = "ruang/penilaian/<int:pk>/"

marking_urls = [
    path("ruang/penilaian/", marking.queue, name="marking"),
    path("ruang/penilaian/rilis/", releases.releases, name="releases"),
    path("ruang/penilaian/rilis/<int:pk>/", releases.release_read, name="release_read"),
    path("ruang/penilaian/rilis/<int:pk>/rilis/", releases.release, name="release"),
    path("ruang/penilaian/rilis/<int:pk>/kembalikan/", releases.send_back, name="release_back"),
    path(_STORY, marking.story, name="mark_story"),
    path(f"{_STORY}ringkasan/", marking.summary, name="mark_summary"),
    path(f"{_STORY}selesai/", marking.done, name="mark_done"),
    path(f"{_STORY}bagian/<slug:place>/", marks_changed.remark, name="mark_remark"),
    path(f"{_STORY}undur/", marks_changed.recuse, name="mark_recuse"),
    path(f"{_STORY}ubah/", marks_changed.change, name="mark_change"),
    path(f"{_STORY}sepakat/", marks_changed.settle, name="settle"),
    path(f"{_STORY}kriteria/<slug:code>/", marking.card, name="mark_card"),
    path("ruang/nilai/", mine.my_marks, name="my_marks"),
    path("ruang/nilai/kim/<slug:slug>/", mine.trend, name="kim_trend"),
    path("ruang/nilai/<int:pk>/", mine.my_story, name="my_story"),
]
