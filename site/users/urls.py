"""Addresses of the account. The last of several patterns with one name is the one that links lead to."""

from allauth.account import views as allauth_views
from django.urls import include, path
from django.views.generic import RedirectView

from users import views

own_patterns = [
    path("akun/", views.account, name="account"),
    path("akun/sandi-baru/", views.new_password, name="new_password"),
]

urlpatterns = [
    # Before Wagtail's own: its login form knows no second factor and counts no wrong tries.
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("akun/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("akun/logout/", RedirectView.as_view(pattern_name="account_logout", query_string=True)),
    path("", include((own_patterns, "users"))),
    path("akun/", include("allauth.urls")),
    path("masuk/", views.login, name="account_login"),
    path("keluar/", allauth_views.logout, name="account_logout"),
]
