"""Public addresses of kim."""

from django.urls import path

from kim.views import public

public_urls = [
    path("kim/", public.kim_list, name="kim_list"),
    path("wa/<slug:slug>/", public.whatsapp, name="whatsapp"),
]
