"""Addresses of news: rooms and network lists."""

app_name = "news"
urlpatterns: list = []
