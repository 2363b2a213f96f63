"""Poses: angles of trunk, neck, arms and legs. 0° hangs down, 90° points ahead (or outwards), 180° up."""

from __future__ import annotations

from dataclasses import dataclass, replace

Limb = tuple[float, float]


@dataclass(frozen=True)
class Pose:
    """One body position; near and far are left and right for figures seen from the front or behind."""

    lean: float = 0
    neck: float = 0
    arm_n: Limb = (8, 14)
    arm_f: Limb = (-6, 8)
    leg_n: Limb = (3, 0)
    leg_f: Limb = (-3, -2)
    thigh: float = 1.0
    seat: str = ""
    toes: bool = False


STAND = Pose()

POSES = {
    "stand": STAND,
    "front": Pose(arm_n=(9, 5), arm_f=(9, 5), leg_n=(4, 2), leg_f=(4, 2)),
    "hands_front": Pose(arm_n=(12, -52), arm_f=(12, -50), leg_n=(3, 2), leg_f=(3, 2)),
    "hold": Pose(arm_n=(14, 84), arm_f=(4, 78)),
    "cradle": Pose(lean=-2, neck=6, arm_n=(-14, 104), arm_f=(6, 96)),
    "hold_front": Pose(arm_n=(16, -95), arm_f=(16, -95), leg_n=(4, 2), leg_f=(4, 2)),
    "hips": Pose(arm_n=(38, -38), arm_f=(38, -38), leg_n=(6, 4), leg_f=(6, 4)),
    "walk": Pose(lean=4, arm_n=(-24, -8), arm_f=(26, 44), leg_n=(24, 10), leg_f=(-20, -34)),
    "walk2": Pose(lean=3, arm_n=(22, 40), arm_f=(-22, -8), leg_n=(-16, -30), leg_f=(22, 12)),
    "walk_away": Pose(arm_n=(16, 4), arm_f=(9, -8), leg_n=(3, 0), leg_f=(6, -8)),
    "walk2_away": Pose(arm_n=(9, -8), arm_f=(16, 4), leg_n=(6, -8), leg_f=(3, 0)),
    "stride": Pose(lean=8, arm_n=(30, 60), arm_f=(-30, -10), leg_n=(-24, -46), leg_f=(32, 12)),
    "run": Pose(lean=16, arm_n=(-40, 20), arm_f=(46, 120), leg_n=(58, -8), leg_f=(-26, -82)),
    "kick": Pose(lean=-8, arm_n=(-46, -20), arm_f=(52, 70), leg_n=(56, 42), leg_f=(-8, -14)),
    "plant": Pose(lean=82, neck=18, arm_n=(10, 6), arm_f=(22, 14), leg_n=(16, -8), leg_f=(-4, -16)),
    "reap": Pose(lean=66, neck=10, arm_n=(30, 44), arm_f=(50, 62), leg_n=(22, -6), leg_f=(-10, -24)),
    "bend": Pose(lean=48, neck=6, arm_n=(28, 36), arm_f=(36, 46), leg_n=(16, -4), leg_f=(-8, -16)),
    "stoop": Pose(lean=24, neck=8, arm_n=(30, 64), arm_f=(34, 74), leg_n=(8, -4), leg_f=(-8, -14)),
    "dig": Pose(lean=34, neck=4, arm_n=(34, 40), arm_f=(58, 62), leg_n=(30, -2), leg_f=(-18, -28)),
    "hoe_up": Pose(lean=-4, neck=-4, arm_n=(120, 150), arm_f=(130, 152), leg_n=(20, 6), leg_f=(-18, -24)),
    "push": Pose(lean=28, neck=-14, arm_n=(58, 74), arm_f=(64, 80), leg_n=(30, -4), leg_f=(-30, -42)),
    "lift": Pose(lean=2, neck=-10, arm_n=(158, 172), arm_f=(150, 170), leg_n=(10, 4), leg_f=(-10, -12)),
    "lift_front": Pose(arm_n=(150, 176), arm_f=(150, 176), leg_n=(8, 4), leg_f=(8, 4)),
    "throw": Pose(lean=10, neck=-6, arm_n=(96, 108), arm_f=(70, 96), leg_n=(30, 8), leg_f=(-24, -34)),
    "pull": Pose(lean=-16, neck=6, arm_n=(56, 86), arm_f=(64, 92), leg_n=(34, 14), leg_f=(10, -26)),
    "wave": Pose(arm_n=(8, 14), arm_f=(140, 168)),
    "point": Pose(arm_n=(84, 90), arm_f=(-6, 10)),
    "carry": Pose(lean=3, arm_n=(20, 96), arm_f=(14, 92), leg_n=(20, 8), leg_f=(-16, -28)),
    "shoulder": Pose(lean=5, arm_n=(74, 158), arm_f=(-16, 10), leg_n=(20, 6), leg_f=(-18, -32)),
    "head_load": Pose(arm_n=(128, 178), arm_f=(-10, 6), leg_n=(16, 6), leg_f=(-14, -22)),
    "squat": Pose(lean=26, neck=-2, arm_n=(50, 70), arm_f=(58, 80), leg_n=(112, -30), leg_f=(100, -36)),
    "kneel": Pose(
        lean=14, neck=6, arm_n=(26, 66), arm_f=(34, 74), leg_n=(86, -86), leg_f=(80, -88), toes=True
    ),
    "sit": Pose(lean=2, neck=4, arm_n=(24, 70), arm_f=(30, 78), leg_n=(86, 4), leg_f=(82, -2), seat="chair"),
    "sit_lean": Pose(
        lean=18, neck=8, arm_n=(34, 80), arm_f=(42, 86), leg_n=(84, -8), leg_f=(80, -12), seat="chair"
    ),
    "floor": Pose(
        lean=6, neck=4, arm_n=(20, 62), arm_f=(28, 66), leg_n=(88, 76), leg_f=(100, 60), seat="floor"
    ),
    "sila": Pose(
        lean=6, neck=4, arm_n=(20, 58), arm_f=(28, 62), leg_n=(84, -80), leg_f=(90, -84), seat="floor"
    ),
    "cross": Pose(arm_n=(16, -34), arm_f=(16, -34), seat="cross"),
    "cross_eat": Pose(arm_n=(12, -70), arm_f=(14, -36), seat="cross"),
    "chair_front": Pose(
        arm_n=(12, -24), arm_f=(12, -24), leg_n=(6, 2), leg_f=(6, 2), thigh=0.34, seat="chair"
    ),
    "desk_front": Pose(
        arm_n=(22, -70), arm_f=(22, -70), leg_n=(6, 2), leg_f=(6, 2), thigh=0.34, seat="chair"
    ),
    "pray": Pose(arm_n=(14, -112), arm_f=(14, -112), seat="cross"),
    "salute": Pose(arm_n=(9, 5), arm_f=(92, -132), leg_n=(3, 2), leg_f=(3, 2)),
    "arms_out": Pose(arm_n=(86, 92), arm_f=(86, 92), leg_n=(8, 4), leg_f=(8, 4)),
    "gym": Pose(arm_n=(100, 168), arm_f=(84, 96), leg_n=(12, 6), leg_f=(12, 4)),
    "dance_a": Pose(lean=0, neck=4, arm_n=(70, 118), arm_f=(44, -30), leg_n=(10, -4), leg_f=(14, 4)),
    "dance_b": Pose(arm_n=(46, -28), arm_f=(80, 128), leg_n=(16, 2), leg_f=(8, -6)),
    "spike": Pose(lean=-6, neck=-12, arm_n=(165, 182), arm_f=(120, 150), leg_n=(14, -34), leg_f=(-14, -50)),
    "dig_ball": Pose(lean=26, neck=-10, arm_n=(52, 58), arm_f=(56, 60), leg_n=(40, -14), leg_f=(14, -36)),
    "hold_up": Pose(arm_n=(60, 140), arm_f=(10, 30)),
    "climb": Pose(lean=6, neck=-14, arm_n=(140, 165), arm_f=(96, 150), leg_n=(62, -18), leg_f=(4, -4)),
    "row": Pose(
        lean=14, neck=0, arm_n=(60, 60), arm_f=(88, 84), leg_n=(88, 30), leg_f=(80, 24), seat="chair"
    ),
    "ride": Pose(
        lean=14, neck=-8, arm_n=(58, 66), arm_f=(62, 70), leg_n=(66, -18), leg_f=(62, -20), seat="chair"
    ),
    "hug": Pose(arm_n=(94, 104), arm_f=(94, 104), leg_n=(5, 3), leg_f=(5, 3)),
    "sack": Pose(lean=8, neck=-4, arm_n=(6, 60), arm_f=(12, 64), leg_n=(22, -18), leg_f=(16, -22)),
}


def pose(name: str, **changes: object) -> Pose:
    """Return a pose by name, with changed fields."""
    return replace(POSES[name], **changes)  # type: ignore[arg-type]
