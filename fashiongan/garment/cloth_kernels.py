"""What happens to every particle or constraint, as warp kernels: compiled once for the CPU and once for CUDA."""

import warp as wp

# Otherwise it greets on standard output, and warns where there is no CUDA.
wp.config.log_level = wp.LOG_ERROR


@wp.func
def field_at(field: wp.array3d(dtype=float), corner: wp.vec3, cell: float, point: wp.vec3) -> wp.vec4:
    """Distance and its gradient; far outside the grid, a large distance."""
    q = (point - corner) / cell
    i = int(wp.floor(q[0]))
    j = int(wp.floor(q[1]))
    k = int(wp.floor(q[2]))
    if i < 0 or j < 0 or k < 0 or i >= field.shape[0] - 1 or j >= field.shape[1] - 1 or k >= field.shape[2] - 1:
        return wp.vec4(1.0e6, 0.0, 1.0, 0.0)
    u = q[0] - float(i)
    v = q[1] - float(j)
    w = q[2] - float(k)
    c00 = wp.lerp(field[i, j, k], field[i + 1, j, k], u)
    c10 = wp.lerp(field[i, j + 1, k], field[i + 1, j + 1, k], u)
    c01 = wp.lerp(field[i, j, k + 1], field[i + 1, j, k + 1], u)
    c11 = wp.lerp(field[i, j + 1, k + 1], field[i + 1, j + 1, k + 1], u)
    low_x = wp.lerp(
        wp.lerp(field[i, j, k], field[i, j + 1, k], v), wp.lerp(field[i, j, k + 1], field[i, j + 1, k + 1], v), w
    )
    high_x = wp.lerp(
        wp.lerp(field[i + 1, j, k], field[i + 1, j + 1, k], v),
        wp.lerp(field[i + 1, j, k + 1], field[i + 1, j + 1, k + 1], v),
        w,
    )
    gradient = wp.vec3(high_x - low_x, wp.lerp(c10 - c00, c11 - c01, w), wp.lerp(c01, c11, v) - wp.lerp(c00, c10, v))
    normal = wp.normalize(gradient)
    return wp.vec4(wp.lerp(wp.lerp(c00, c10, v), wp.lerp(c01, c11, v), w), normal[0], normal[1], normal[2])


@wp.kernel
def predict(
    x: wp.array(dtype=wp.vec3),
    before: wp.array(dtype=wp.vec3),
    v: wp.array(dtype=wp.vec3),
    gravity: float,
    damping: float,
    top_speed: float,
    dt: float,
):
    i = wp.tid()
    speed = v[i] + wp.vec3(0.0, -gravity * dt, 0.0)
    scale = damping * wp.min(1.0, top_speed / wp.max(wp.length(speed), 1.0e-6))
    before[i] = x[i]
    x[i] = x[i] + speed * scale * dt


@wp.kernel
def hold_threads(
    x: wp.array(dtype=wp.vec3),
    inverse_mass: wp.array(dtype=float),
    threads: wp.array(dtype=wp.vec2i),
    rest: wp.array(dtype=float),
    stiffness: wp.array(dtype=float),
    first: int,
    dt: float,
):
    c = first + wp.tid()
    a = threads[c][0]
    b = threads[c][1]
    along = x[b] - x[a]
    length = wp.max(wp.length(along), 1.0e-6)
    give = inverse_mass[a] + inverse_mass[b] + 1.0 / (stiffness[c] * dt * dt)
    pull = along * ((length - rest[c]) / give / length)
    x[a] = x[a] + pull * inverse_mass[a]
    x[b] = x[b] - pull * inverse_mass[b]


@wp.kernel
def flatten_hinges(
    x: wp.array(dtype=wp.vec3),
    inverse_mass: wp.array(dtype=float),
    hinges: wp.array(dtype=wp.vec4i),
    weights: wp.array(dtype=wp.vec4),
    stiffness: wp.array(dtype=float),
    share: float,
    first: int,
    dt: float,
):
    c = first + wp.tid()
    h = hinges[c]
    w = weights[c]
    bent = x[h[0]] * w[0] + x[h[1]] * w[1] + x[h[2]] * w[2] + x[h[3]] * w[3]
    give = 1.0 / (share * stiffness[c] * dt * dt)
    for i in range(4):
        give = give + inverse_mass[h[i]] * w[i] * w[i]
    for i in range(4):
        x[h[i]] = x[h[i]] - bent * (inverse_mass[h[i]] * w[i] / give)


@wp.kernel
def pull_stitches(x: wp.array(dtype=wp.vec3), pairs: wp.array(dtype=wp.vec2i), first: int, reach: float):
    c = first + wp.tid()
    a = pairs[c][0]
    b = pairs[c][1]
    along = x[b] - x[a]
    length = wp.max(wp.length(along), 1.0e-6)
    push = along * (0.5 * wp.min(length, reach) / length)
    x[a] = x[a] + push
    x[b] = x[b] - push


@wp.kernel
def keep_outside(
    x: wp.array(dtype=wp.vec3),
    before: wp.array(dtype=wp.vec3),
    field: wp.array3d(dtype=float),
    corner: wp.vec3,
    cell: float,
    gap: float,
    friction: float,
):
    i = wp.tid()
    here = field_at(field, corner, cell, x[i])
    depth = gap - here[0]
    if depth > 0.0:
        normal = wp.vec3(here[1], here[2], here[3])
        x[i] = x[i] + normal * depth
        moved = x[i] - before[i]
        slide = moved - normal * wp.dot(moved, normal)
        x[i] = x[i] - slide * wp.min(1.0, friction * depth / wp.max(wp.length(slide), 1.0e-6))


@wp.kernel
def take_velocity(x: wp.array(dtype=wp.vec3), before: wp.array(dtype=wp.vec3), v: wp.array(dtype=wp.vec3), dt: float):
    i = wp.tid()
    v[i] = (x[i] - before[i]) / dt


@wp.kernel
def keep_up(x: wp.array(dtype=wp.vec3), held: wp.array(dtype=int), lowest: wp.array(dtype=float)):
    i = held[wp.tid()]
    x[i] = wp.vec3(x[i][0], wp.max(x[i][1], lowest[wp.tid()]), x[i][2])
