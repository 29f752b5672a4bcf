"""What went wrong, in the words of the core: the errors that somebody at the window meets most."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

# Weights, the library, projects and other files.
FILES = (
    QT_TRANSLATE_NOOP("Error", "%1 cannot be read (%2). Restore the checkpoints folder, or point %3 at one."),
    QT_TRANSLATE_NOOP("Error", "%1 is missing or unreadable; restore it from the repository."),
    QT_TRANSLATE_NOOP(
        "Error",
        "%1 is not the file that %2 means (its SHA-256 begins %3, not %4); it is damaged or was replaced: "
        "restore it, or correct the manifest.",
    ),
    QT_TRANSLATE_NOOP("Error", 'No checkpoint is called "%1". Known: %2.'),
    QT_TRANSLATE_NOOP("Error", "%1 cannot be written (%2); free some space or choose another place."),
    QT_TRANSLATE_NOOP("Error", "%1 cannot be read as a picture (%2); give a whole PNG, JPEG or WebP."),
    QT_TRANSLATE_NOOP("Error", "%1 cannot be read, as it is missing or no file; give a whole PNG, JPEG or WebP."),
    QT_TRANSLATE_NOOP("Error", "it is no picture of a known kind"),
    QT_TRANSLATE_NOOP("Error", "%1 does not say how it was made (no %2); it is not a picture of ours."),
    QT_TRANSLATE_NOOP("Error", "%1 has more than %2 pixels; shrink it."),
    QT_TRANSLATE_NOOP(
        "Error",
        "%1 cannot be used (%2); if it is damaged, move it away, and the pictures beside it are listed anew.",
    ),
    QT_TRANSLATE_NOOP("Error", "%1 is damaged; move it away, and the pictures beside it are listed anew."),
    QT_TRANSLATE_NOOP("Error", "%1 was written by a newer program (version %2); update this one to open it."),
    QT_TRANSLATE_NOOP("Error", "%1 cannot be written to (%2); free some space, then try again."),
    QT_TRANSLATE_NOOP("Error", "%1 is open in another window of this program; go on there, or close it first."),
    QT_TRANSLATE_NOOP("Error", "%1 cannot be used as a library (%2)."),
    QT_TRANSLATE_NOOP("Error", "The library has no picture %1."),
    QT_TRANSLATE_NOOP("Error", "%1 has no %2, so it is no project; open a file that this program wrote."),
    QT_TRANSLATE_NOOP("Error", "%1 is no project, or damaged (%2); open another copy of it."),
    QT_TRANSLATE_NOOP("Error", "%1: %2 is damaged; open another copy of the project."),
    QT_TRANSLATE_NOOP("Error", "%1 was written by a newer program (schema %2); update this one to open it."),
    QT_TRANSLATE_NOOP("Error", "%1 cannot be read as a preset (%2); keep it anew, or delete %3."),
    QT_TRANSLATE_NOOP("Error", '"%1" is no name; give one line of 1 to %2 letters.'),
    QT_TRANSLATE_NOOP("Error", '"%1" cannot be the name of files; use letters, digits, - and _.'),
)

# What the operating system gives as a reason.
SYSTEM = (
    QT_TRANSLATE_NOOP("Error", "No such file or directory"),
    QT_TRANSLATE_NOOP("Error", "No space left on device"),
    QT_TRANSLATE_NOOP("Error", "Permission denied"),
    QT_TRANSLATE_NOOP("Error", "Read-only file system"),
    QT_TRANSLATE_NOOP("Error", "Is a directory"),
    QT_TRANSLATE_NOOP("Error", "Not a directory"),
    QT_TRANSLATE_NOOP("Error", "Input/output error"),
)

# Pictures, what is made of them, and garments that are worn.
PICTURES = (
    QT_TRANSLATE_NOOP(
        "Error",
        "The picture was made by %1 (%2), which left no idea to go on from; take the picture before it, or "
        "begin with this one as a photo.",
    ),
    QT_TRANSLATE_NOOP("Error", "No garment stands out in %1; photograph it on a plain ground, or cut it out first."),
    QT_TRANSLATE_NOOP("Error", "%1 is a whole photo, not a garment alone; choose the garment's own picture."),
    QT_TRANSLATE_NOOP("Error", "%1 shows almost no cloth; give a picture that a garment or fabric fills."),
    QT_TRANSLATE_NOOP("Error", "%1 shows no cloth, so it has no colour; take another picture."),
    QT_TRANSLATE_NOOP("Error", "creativity and a style picture both choose the cloth; give one of them."),
    QT_TRANSLATE_NOOP("Error", "No category has %1 together. Leave one of them open."),
    QT_TRANSLATE_NOOP(
        "Error",
        "A garment inside a photo is not sewn; draw it alone with the same words, and fit that.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "The picture has a background, so there is no garment to compare; cut the garment out first.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "%1 shows no person who can be made out (head %2, clothes %3 of the picture); give one of somebody "
        "standing, from the front, head to foot.",
    ),
    QT_TRANSLATE_NOOP("Error", "The person wears a dress, so no %1 can be put on; ask for a dress."),
    QT_TRANSLATE_NOOP("Error", "Nobody can be redressed before it is known what is put on; give a category."),
    QT_TRANSLATE_NOOP("Error", "Nobody is redressed creatively; set creativity to 0, or leave it out."),
    QT_TRANSLATE_NOOP("Error", "Silhouettes are not filled creatively; set creativity to 0, or leave it out."),
    QT_TRANSLATE_NOOP("Error", "The region %1 covers nothing; its width and height are %2 px or more."),
    QT_TRANSLATE_NOOP("Error", "The region %1 is too small for a garment; make it %2 px or more each way."),
    QT_TRANSLATE_NOOP("Error", "The region %1 reaches beyond the photo; %2, so give a box inside it."),
    QT_TRANSLATE_NOOP("Error", "The region %1 covers everything; %2, so leave some of it around the garment."),
    QT_TRANSLATE_NOOP("Error", "the photo is %1 x %2 px"),
    QT_TRANSLATE_NOOP("Error", "%1 covers everything; %2."),
    QT_TRANSLATE_NOOP("Error", "%1 covers nothing; %2."),
    QT_TRANSLATE_NOOP("Error", "%1 looks like a photo, not like a silhouette; %2."),
    QT_TRANSLATE_NOOP("Error", "give a garment's shape in black on white, or a cut-out"),
    QT_TRANSLATE_NOOP("Error", "%1 looks like a photo or a painting, not like lines on paper; %2."),
    QT_TRANSLATE_NOOP("Error", "%1 shows no lines, only plain paper; %2."),
    QT_TRANSLATE_NOOP("Error", "%1 shows no drawing, only a few small marks; %2."),
    QT_TRANSLATE_NOOP("Error", "give a line drawing of one garment, dark on light or light on dark"),
    QT_TRANSLATE_NOOP("Error", "The picture is %1 x %2 px, and at most %3 pixels are enlarged; shrink it."),
    QT_TRANSLATE_NOOP("Error", "A seam stays open by %1 mm on this body; choose more ease."),
    QT_TRANSLATE_NOOP("Error", "The cloth ended %1 mm inside the body; choose more ease."),
    QT_TRANSLATE_NOOP(
        "Error",
        "The cloth simulation came apart; choose more ease, or report this with the measurements.",
    ),
)

# People, their measurements, and the cameras before which they stand.
PEOPLE = (
    QT_TRANSLATE_NOOP("Error", "%1 is %2, but an adult has %3 to %4 mm; %5."),
    QT_TRANSLATE_NOOP("Error", "measure it again"),
    QT_TRANSLATE_NOOP(
        "Error",
        "%1 is %2 mm by hand, but %3 mm measured; look at the unit and the digits, or measure again.",
    ),
    QT_TRANSLATE_NOOP("Error", "No RealSense answered. Plug it into a USB 3 port, or read a recording."),
    QT_TRANSLATE_NOOP("Error", "No RealSense has the serial %1; there is %2."),
    QT_TRANSLATE_NOOP("Error", "No Orbbec camera answers; plug one into a USB 3 port."),
    QT_TRANSLATE_NOOP("Error", "No Kinect v2 answers; plug it into a USB 3 port and its own power."),
    QT_TRANSLATE_NOOP("Error", "The RealSense does not start (%1); plug it in again, into USB 3."),
    QT_TRANSLATE_NOOP("Error", "%1 sent nothing for %2 ms; plug it in again."),
    QT_TRANSLATE_NOOP("Error", "%1 is no recording that can be read; give a %2."),
    QT_TRANSLATE_NOOP("Error", "%1 is missing; give a %2."),
    QT_TRANSLATE_NOOP("Error", ".mkv of ours or of an Azure Kinect, .bag or .db3 of a RealSense, or a TUM folder"),
    QT_TRANSLATE_NOOP("Error", "%1 is empty; record again."),
    QT_TRANSLATE_NOOP("Error", "%1 cannot be opened as a recording (%2); record again."),
    QT_TRANSLATE_NOOP("Error", "%1 people are seen %2; let the others leave the picture."),
    QT_TRANSLATE_NOOP("Error", "the person is %1 mm away %2, too near; stand 1.2 to 2.5 m away."),
    QT_TRANSLATE_NOOP("Error", "the person is %1 mm away %2, too far; stand 1.2 to 2.5 m away."),
    QT_TRANSLATE_NOOP("Error", "in view %1"),
    QT_TRANSLATE_NOOP(
        "Error",
        "nobody is seen standing on the floor; stand whole before the camera, 1.2 to 2.5 m away.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "nobody stands still in this recording; hold each pose for a second before you turn on.",
    ),
    QT_TRANSLATE_NOOP("Error", "no frame of this recording holds depth from 0.3 to 4.5 m; is the lens covered?"),
    QT_TRANSLATE_NOOP("Error", "%1 view was found; stand still, turn on by an eighth, and so on all around."),
    QT_TRANSLATE_NOOP("Error", 'the pseudonym is "%1", but it has 1 to %2 letters; choose another.'),
    QT_TRANSLATE_NOOP("Error", "%1 cannot be read (%2); choose a measurement file."),
    QT_TRANSLATE_NOOP("Error", "%1 holds no measurements; choose one of %2."),
)

ERRORS = (*FILES, *SYSTEM, *PICTURES, *PEOPLE)
