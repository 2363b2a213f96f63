"""What a person is told when a picture is refused: what happened, what is safe, what to do."""

from collections.abc import Mapping

from django.utils.translation import gettext as _


def refusal_message(code: str, params: Mapping[str, int | str]) -> str:
    """The sentence for a code and the params of core.imaging.ImageRefused, in the language of the request."""
    if code == "empty":
        text = _("This file is empty. Your text is saved. Choose the photo again.")
    elif code == "too_many_bytes":
        text = _(
            "This photo is larger than %(limit)s MB. Your text is saved. "
            "Choose another photo or make it smaller."
        )
    elif code == "not_an_image":
        text = _(
            "This file is not a photo. Your text is saved. Choose a photo from the gallery of your phone."
        )
    elif code == "unsupported_kind":
        text = _(
            "This kind of picture cannot be used. Your text is saved. "
            "Choose a photo as JPEG, PNG, WebP, HEIC or GIF."
        )
    elif code == "too_many_pixels":
        text = _(
            "This photo has %(pixels)s megapixels, more than the %(limit)s that can be used. "
            "Your text is saved. Choose another photo or take it again with a smaller size."
        )
    elif code == "too_small":
        text = _(
            "This picture is too small: each side needs at least %(limit)s pixels. Your text is saved. "
            "Choose a larger photo."
        )
    else:
        text = _(
            "This photo is damaged and cannot be opened. Your text is saved. Send it again or choose another."
        )
    return text % params if params else text
