"""Start-up check: a model with a `kim` key and no permission policy stops the site."""

from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register

from kim.models import KimGroup


@register()
def every_kim_model_has_a_policy(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    from kim.policies import has_registered_policy

    return [
        Error(
            f"{model._meta.label} belongs to a KIM but has no registered permission policy.",
            hint="Register one in the app's policies.py.",
            obj=model,
            id="kim.E001",
        )
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if getattr(field, "many_to_one", False) or getattr(field, "one_to_one", False)
        if field.concrete and field.name == "kim" and field.related_model is KimGroup
        if not has_registered_policy(model)
    ]
