"""kim listens to nothing below it yet; media receivers of core are connected here with the app."""

from core import receivers as core_receivers

__all__ = ["core_receivers"]
