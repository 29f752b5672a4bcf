"""What slow work says of its progress, how a picture came to be, and names in lists: texts of the core."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

PROGRESS = (
    QT_TRANSLATE_NOOP("Progress", "body"),
    QT_TRANSLATE_NOOP("Progress", "cutting"),
    QT_TRANSLATE_NOOP("Progress", "grading"),
    QT_TRANSLATE_NOOP("Progress", "sewing"),
    QT_TRANSLATE_NOOP("Progress", "draping"),
    QT_TRANSLATE_NOOP("Progress", "texturing"),
    QT_TRANSLATE_NOOP("Progress", "comparing"),
    QT_TRANSLATE_NOOP("Progress", "measuring"),
    QT_TRANSLATE_NOOP("Progress", "opening the camera"),
    QT_TRANSLATE_NOOP("Progress", "looking at idea %1 of %2"),
    QT_TRANSLATE_NOOP("Progress", "designing, step %1 of %2"),
    QT_TRANSLATE_NOOP("Progress", "coming nearer, step %1 of %2"),
    QT_TRANSLATE_NOOP("Progress", "picture %1 of %2"),
    QT_TRANSLATE_NOOP("Progress", "tile %1 of %2"),
    QT_TRANSLATE_NOOP("Progress", "looking at your picture %1 of %2"),
    QT_TRANSLATE_NOOP("Progress", "recording, %1 of %2 s, %3 frames"),
    QT_TRANSLATE_NOOP("Progress", "%1: working it out"),
    QT_TRANSLATE_NOOP("Progress", "%1, %2 frames"),
    QT_TRANSLATE_NOOP("Progress", "wall at %1 mm"),
    QT_TRANSLATE_NOOP("Progress", "wall"),
    QT_TRANSLATE_NOOP("Progress", "recording"),
    QT_TRANSLATE_NOOP("Progress", "board"),
    QT_TRANSLATE_NOOP("Progress", "first camera"),
    QT_TRANSLATE_NOOP("Progress", "camera %1 of %2"),
    QT_TRANSLATE_NOOP("Progress", "turntable"),
    QT_TRANSLATE_NOOP("Progress", "floor"),
    QT_TRANSLATE_NOOP("Progress", "object"),
    QT_TRANSLATE_NOOP("Progress", "keeping it"),
)

ORIGIN = (
    QT_TRANSLATE_NOOP("Origin", "like it, seed %1 in %2"),
    QT_TRANSLATE_NOOP("Origin", "seed %1 in %2"),
    QT_TRANSLATE_NOOP("Origin", "for a taste, seed %1"),
    QT_TRANSLATE_NOOP("Origin", "seed %1"),
    QT_TRANSLATE_NOOP("Origin", "photo %1"),
    QT_TRANSLATE_NOOP("Origin", "%1 times larger"),
    QT_TRANSLATE_NOOP("Origin", "recoloured"),
    QT_TRANSLATE_NOOP("Origin", "%1 varied by %2"),
    QT_TRANSLATE_NOOP("Origin", "%1 in a %2, %3"),
    QT_TRANSLATE_NOOP("Origin", "look"),
    QT_TRANSLATE_NOOP("Origin", "shape"),
    QT_TRANSLATE_NOOP("Origin", "cloth"),
    QT_TRANSLATE_NOOP("Origin", "color"),
    QT_TRANSLATE_NOOP("Origin", "flared %1"),
    QT_TRANSLATE_NOOP("Origin", "longer %1"),
    QT_TRANSLATE_NOOP("Origin", "wider %1"),
    QT_TRANSLATE_NOOP("Origin", "finer texture %1"),
    QT_TRANSLATE_NOOP("Origin", "shape %1 %2"),
    QT_TRANSLATE_NOOP("Origin", "cloth %1 %2"),
)

# Why there is nothing to export yet.
WISHES = (
    QT_TRANSLATE_NOOP("Wishes", "Choose the folder that the files go to."),
    QT_TRANSLATE_NOOP("Wishes", "Tick what is to be exported."),
)

# Names that the user picks from a list.
CHOICE = (
    QT_TRANSLATE_NOOP("Choice", "look"),
    QT_TRANSLATE_NOOP("Choice", "shape"),
    QT_TRANSLATE_NOOP("Choice", "cloth"),
    QT_TRANSLATE_NOOP("Choice", "color"),
    QT_TRANSLATE_NOOP("Choice", "shape %1"),
    QT_TRANSLATE_NOOP("Choice", "cloth %1"),
    QT_TRANSLATE_NOOP("Choice", "flared"),
    QT_TRANSLATE_NOOP("Choice", "longer"),
    QT_TRANSLATE_NOOP("Choice", "wider"),
    QT_TRANSLATE_NOOP("Choice", "finer texture"),
    QT_TRANSLATE_NOOP("Choice", "chino"),
    QT_TRANSLATE_NOOP("Choice", "dark"),
    QT_TRANSLATE_NOOP("Choice", "dark-cut"),
    QT_TRANSLATE_NOOP("Choice", "denim"),
    QT_TRANSLATE_NOOP("Choice", "light"),
    QT_TRANSLATE_NOOP("Choice", "patterned"),
    QT_TRANSLATE_NOOP("Choice", "solid"),
    QT_TRANSLATE_NOOP("Choice", "woman"),
    QT_TRANSLATE_NOOP("Choice", "man"),
    QT_TRANSLATE_NOOP("Choice", "top"),
    QT_TRANSLATE_NOOP("Choice", "bottom"),
    QT_TRANSLATE_NOOP("Choice", "left"),
    QT_TRANSLATE_NOOP("Choice", "right"),
)
