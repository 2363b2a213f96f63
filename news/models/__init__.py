"""Models of news, one noun a file."""

from news.models.bylines import ArticleByline, ArticleSource
from news.models.corrections import Correction
from news.models.pages import ArticlePage, ArticleTag, NewsIndexPage
from news.models.reports import ContentReport
from news.models.returns import ArticleReturn
from news.models.share_cards import ShareCard
from news.models.statistics import ArticleFootprint, DailyStories
from news.models.tasks import KimReviewTask
from news.models.vocabulary import Format, Topic

__all__ = [
    "ArticleByline",
    "ArticleFootprint",
    "ArticlePage",
    "ArticleReturn",
    "ArticleSource",
    "ArticleTag",
    "ContentReport",
    "Correction",
    "DailyStories",
    "Format",
    "KimReviewTask",
    "NewsIndexPage",
    "ShareCard",
    "Topic",
]
