"""Addresses of evaluation: the work rooms."""

from django.urls import path

from evaluation.urls_rooms import marking_urls
from evaluation.views import activity, activity_export

app_name = "evaluation"

urlpatterns = [
    *marking_urls,
    path("ruang/aktivitas/", activity.kims, name="activity"),
    path("ruang/aktivitas/ekspor.csv", activity_export.as_csv, name="activity_csv"),
    path("ruang/aktivitas/ekspor.xlsx", activity_export.as_xlsx, name="activity_xlsx"),
    path("ruang/aktivitas/<slug:slug>/", activity.kim, name="activity_kim"),
    path("ruang/aktivitas/<slug:slug>/cerita/", activity.rows, name="activity_rows"),
]
