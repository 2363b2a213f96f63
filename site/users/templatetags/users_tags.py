"""Tags of the account screens."""

from django import template

from users.rules import devices, phone

register = template.Library()
register.filter("device", devices.device_name)
register.filter("as_written", phone.as_written)
