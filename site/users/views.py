"""Sign in, own account, new password after a login link."""

from typing import Any

from allauth.account import views as allauth_views
from allauth.account.adapter import get_adapter
from allauth.account.signals import password_set
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from core.idempotency import handled_once
from core.room_access import room_view
from core.rooms_context import room_context
from users.forms import NewPasswordForm, ProfileForm
from users.link_login import came_by_link

BAD_INPUT = 422


class LoginView(allauth_views.LoginView):
    """`/masuk/`: allauth's login with our form; a wrong login answers 422."""

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=BAD_INPUT)

    def get_authenticated_redirect_url(self) -> str:
        """The admin sends people without a place in it back here; they go on to their rooms."""
        url: str = super().get_authenticated_redirect_url()
        sent_by_admin = url.startswith(reverse("wagtailadmin_home"))
        if sent_by_admin and not self.request.user.has_perm("wagtailadmin.access_admin"):
            return resolve_url(settings.LOGIN_REDIRECT_URL)
        return url


login = LoginView.as_view()


@never_cache
@room_view
@handled_once
def account(request: HttpRequest) -> HttpResponse:
    """`/akun/`: own name and number, and the ways to password, second factor and devices."""
    user: Any = request.user
    form = ProfileForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your data is saved."))
        return redirect("users:account")
    if form.errors:
        # The bar shows the kept name, not the refused one.
        user.refresh_from_db()
    context = {
        "form": form,
        "session_count": len(UserSession.objects.purge_and_list(user)),
        "room": room_context(request),
    }
    return render(request, "users/account.html", context, status=BAD_INPUT if form.errors else 200)


@sensitive_post_parameters("password")
@never_cache
@room_view
def new_password(request: HttpRequest) -> HttpResponse:
    """`/akun/sandi-baru/`: offered once after a login link; without one it leads to the usual change."""
    if not came_by_link(request):
        return redirect("account_change_password")
    user: Any = request.user
    form = NewPasswordForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        get_adapter().set_password(user, form.cleaned_data["password"])
        # Other devices are signed out; this one stays.
        update_session_auth_hash(request, user)
        request.session["password_set_after_link"] = True
        password_set.send(sender=type(user), request=request, user=user)
        messages.success(request, _("Your new password is saved."))
        return redirect(settings.LOGIN_REDIRECT_URL)
    context = {
        "form": form,
        "room": room_context(request),
        "skip_url": resolve_url(settings.LOGIN_REDIRECT_URL),
    }
    return render(request, "users/new_password.html", context, status=BAD_INPUT if form.errors else 200)
