"""Pictures of the scene musyawarah, variants a, b and c."""

from __future__ import annotations

from demo.draw import boats, crowd, dress, houses, land, objects, paths, plants, rooms, sky
from demo.draw.canvas import Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("musyawarah-a", "indoor")
def musyawarah_a(cv: Canvas) -> None:
    """A village hall meeting seen from the back rows."""
    rooms.room(cv, 400, "#e9ddbd", "#b5895a")
    for x in (40, 1040):
        rooms.view_window(cv, x, 100, 200, 190, "wood")
    objects.banner(cv, 400, 50, 480, 120, "forest")
    for x in (330, 950):
        objects.flag(cv, x, 402, 250, 60, 1 if x < 600 else -1)
    rooms.fan(cv, 640, 30, 160)
    for i, x in enumerate((520, 640, 760)):
        person(
            cv,
            x,
            440,
            230,
            (
                dress.man(cv.rng, head="peci", top="#d8cba6", motif="batik", style="long"),
                dress.woman(cv.rng, top="plum"),
                dress.man(cv.rng, head="peci", top="forest", motif="batik", style="long"),
            )[i],
            "desk_front",
            "front",
            shadow=False,
        )
    objects.table(cv, 440, 450, 400, 84, "plank", "forest")
    for x in (520, 640, 760):
        objects.bottle(cv, x + 30, 360, 26, "mist")
    person(cv, 910, 470, 245, dress.man(cv.rng, top="white", style="long", head="peci"), "point", "q", -1)
    cv.line([(886, 362), (876, 348)], "coal", 6)
    crowd.audience(cv, [(560, 230, 9, 120, 1160), (660, 300, 8, 60, 1220), (800, 420, 6, -20, 1300)], "brick")


@scene("musyawarah-b", "lamp")
def musyawarah_b(cv: Canvas) -> None:
    """People sit in a circle on mats in the evening."""
    rooms.room(cv, 330, "#cbb083", "#8d6238", tiles=False)
    rooms.plank_wall(cv, 330, "plank", 72)
    for x in (180, 900):
        rooms.view_window(cv, x, 70, 180, 150, "darkwood", "pine")
        cv.path(paths.rect(x, 70, 180, 150), "#14273a", op=0.72, raw=True)
    objects.mat(cv, [(230, 390), (1050, 390), (1240, 830), (40, 830)], "straw", "brick")
    rooms.lamp(cv, 640, 130, 54)
    crowd.seated_row(cv, 340, 940, 440, 240, 6, "front", ("cross", "cross", "pray", "cross"))
    for x, y, h, f in ((190, 560, 290, 1), (130, 660, 320, 1), (1090, 560, 290, -1), (1150, 660, 320, -1)):
        person(cv, x, y, h, crowd.anyone(cv), "sila", "side", f)
    for x, y, c in ((560, 580, "brick"), (700, 590, "leaf"), (640, 640, "amber")):
        cv.oval(x, y + 8, 56, 16, "white", 6)
        objects.heap(cv, x, y, 38, 24, c, 22)
    for x, y in ((470, 600), (800, 610), (520, 660), (770, 660)):
        cv.rect(x, y - 34, 24, 34, "mist", r=5, shade=5)
        cv.rect(x + 2, y - 26, 20, 24, "rust")
    crowd.seated_row(cv, 330, 950, 800, 360, 4, "back", ("cross",))
    cv.glow(640, 430, 620, "#ffcf80", 0.34, 0.6)


@scene("musyawarah-c", "afternoon")
def musyawarah_c(cv: Canvas) -> None:
    """The village hall from outside."""
    sky.sky(cv, 380, (250, 220, 44), 5)
    land.hills(cv, 388, "jungle", 130)
    plants.tree_line(cv, 450, 0, 1320, 100, "jungle", 0.35)
    land.ground(cv, 440, "moss", 130)
    cv.poly([(300, 620), (1000, 620), (1200, 870), (60, 870)], "#cdb083", 0)
    houses.hall(cv, 290, 620, 700, "#dfe3cf", "brick")
    objects.flag(cv, 150, 690, 400, 110)
    objects.bunting(cv, (250, 440), (-20, 520), 30)
    objects.bunting(cv, (1030, 440), (1300, 530), 30)
    crowd.line_up(cv, 380, 560, 660, 165, 3, ("stand", "hold", "stand"))
    crowd.line_up(cv, 760, 900, 668, 170, 3, ("stand", "hips", "hold"), face=-1)
    person(
        cv,
        560,
        780,
        260,
        dress.man(cv.rng, head="peci", top="ochre", motif="batik", style="long"),
        "walk",
        "q",
        1,
    )
    person(cv, 690, 800, 265, dress.man(cv.rng, head="peci", top="indigo", style="long"), "hold", "q", -1)
    person(cv, 930, 790, 255, dress.woman(cv.rng), "walk", "q", -1)
    for x, c in ((1080, "brick"), (1190, "river")):
        boats.motorbike(cv, x, 720 + (x - 1080) * 0.2, 150, c, -1)
    plants.tree(cv, 1210, 640, 420, "jungle")
