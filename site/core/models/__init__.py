"""Models of core, one noun a file."""

from core.models.addresses import FormerAddress
from core.models.base import BasePage
from core.models.changes import KeyRaise
from core.models.consent import Consent
from core.models.idempotency import HandledPost
from core.models.links import SignedLink
from core.models.media import MediaDocument, MediaImage, MediaRendition
from core.models.notices import Notice
from core.models.pages import StandardPage
from core.models.periodic import PeriodicJob
from core.models.reads import PageReads
from core.models.settings import NetworkSettings

__all__ = [
    "BasePage",
    "Consent",
    "FormerAddress",
    "HandledPost",
    "KeyRaise",
    "MediaDocument",
    "MediaImage",
    "MediaRendition",
    "NetworkSettings",
    "Notice",
    "PageReads",
    "PeriodicJob",
    "SignedLink",
    "StandardPage",
]
