"""Models of kim, one noun a file."""

from kim.models.groups import KimGroup, KimScoped, KimScopedPage
from kim.models.invitations import Invitation
from kim.models.memberships import Membership
from kim.models.pages import KimPage, PortalPage, RegencyPage
from kim.models.people import Officer, Person
from kim.models.profile import Award, Channel, Decree, Potential, WorkPlan, WorkPlanItem
from kim.models.regions import Region

__all__ = [
    "Award",
    "Channel",
    "Decree",
    "Invitation",
    "KimGroup",
    "KimPage",
    "KimScoped",
    "KimScopedPage",
    "Membership",
    "Officer",
    "Person",
    "PortalPage",
    "Potential",
    "RegencyPage",
    "Region",
    "WorkPlan",
    "WorkPlanItem",
]
