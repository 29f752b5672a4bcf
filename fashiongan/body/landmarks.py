"""Where a tailor's landmarks lie on the body model: vertex ids, mostly of the left half and the midline.

Chosen on pictures of slim and stout women and men, and by the share of stature at which such a landmark usually is.
Those that the basic measurements hang on stand in `fashiongan.body.measuring`.
"""

# Hollow between the collarbones.
FRONT_NECK = 1522
# Where the front edge of the trapezius meets the neck.
NECK_POINT_L, NECK_POINT_R = 7516, 821
FOREHEAD, OCCIPUT = 227, 962
ARMPIT_L = 8324
# Where the creases of the armpit end on the chest and on the back.
FRONT_FOLD_L, FRONT_FOLD_R = 8109, 1437
BACK_FOLD_L, BACK_FOLD_R = 10478, 3829
BUST_POINT_R = 1799
# On the spine, level with the armpit.
SCYE_BACK = 1600
# Crease under the breast.
UNDERBUST_L = 8507
WAIST_BELOW_BUST_L, WAIST_SIDE_L = 10736, 10740
HIP_SIDE_L = 10888
BUTTOCK_R = 4203
# Centre of the kneecap; thinnest place of the lower leg; tip of the outer ankle bone.
KNEE_L, ABOVE_ANKLE_L, ANKLE_L = 11217, 11386, 12804
