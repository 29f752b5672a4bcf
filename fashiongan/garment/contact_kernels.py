"""Cloth against cloth, as warp kernels: what is near to each vertex, and how it is kept apart."""

import warp as wp


@wp.func
def share_of_triangle(p: wp.vec3, a: wp.vec3, b: wp.vec3, c: wp.vec3) -> wp.vec3:
    """Barycentric coordinates of the foot of a point on a triangle's plane."""
    first = b - a
    second = c - a
    to = p - a
    d00 = wp.dot(first, first)
    d01 = wp.dot(first, second)
    d11 = wp.dot(second, second)
    d20 = wp.dot(to, first)
    d21 = wp.dot(to, second)
    area = wp.max(d00 * d11 - d01 * d01, 1.0e-9)
    v = (d11 * d20 - d01 * d21) / area
    w = (d00 * d21 - d01 * d20) / area
    return wp.vec3(1.0 - v - w, v, w)


@wp.kernel
def find_contacts(
    mesh: wp.uint64,
    x: wp.array(dtype=wp.vec3),
    faces: wp.array(dtype=wp.vec3i),
    ring_start: wp.array(dtype=int),
    ring: wp.array(dtype=int),
    layer: wp.array(dtype=int),
    reach: float,
    known: wp.array2d(dtype=int),
    known_side: wp.array2d(dtype=float),
    known_count: wp.array(dtype=int),
    found: wp.array2d(dtype=int),
    side: wp.array2d(dtype=float),
    count: wp.array(dtype=int),
):
    """Triangles near each vertex that are no neighbours of it, and on which side of them it was when it came near."""
    i = wp.tid()
    p = x[i]
    margin = wp.vec3(reach, reach, reach)
    query = wp.mesh_query_aabb(mesh, p - margin, p + margin)
    face = wp.int32(0)
    n = wp.int32(0)
    while wp.mesh_query_aabb_next(query, face):
        f = faces[face]
        near = wp.int32(0)
        if f[0] == i or f[1] == i or f[2] == i:
            near = 1
        for k in range(ring_start[i], ring_start[i + 1]):
            if f[0] == ring[k] or f[1] == ring[k] or f[2] == ring[k]:
                near = 1
        if near == 0 and n < found.shape[1]:
            a = x[f[0]]
            b = x[f[1]]
            c = x[f[2]]
            share = share_of_triangle(p, a, b, c)
            normal = wp.normalize(wp.cross(b - a, c - a))
            height = wp.dot(p - a, normal)
            low = wp.min(share[0], wp.min(share[1], share[2]))
            if low > -0.2 and wp.abs(height) < reach:
                found[i, n] = face
                side[i, n] = wp.where(height < 0.0, -1.0, 1.0)
                for k in range(known_count[i]):
                    if known[i, k] == face:
                        side[i, n] = known_side[i, k]
                above = wp.max(layer[f[0]], wp.max(layer[f[1]], layer[f[2]]))
                if layer[i] > above:
                    side[i, n] = 1.0
                if layer[i] < above:
                    side[i, n] = -1.0
                n = n + 1
    count[i] = n


@wp.kernel
def part_contacts(
    x: wp.array(dtype=wp.vec3),
    before: wp.array(dtype=wp.vec3),
    inverse_mass: wp.array(dtype=float),
    faces: wp.array(dtype=wp.vec3i),
    found: wp.array2d(dtype=int),
    side: wp.array2d(dtype=float),
    count: wp.array(dtype=int),
    thickness: float,
    outwards: float,
    shift: wp.array(dtype=wp.vec3),
    hits: wp.array(dtype=float),
):
    i = wp.tid()
    p = x[i]
    for n in range(count[i]):
        f = faces[found[i, n]]
        a = x[f[0]]
        b = x[f[1]]
        c = x[f[2]]
        share = share_of_triangle(p, a, b, c)
        normal = wp.normalize(wp.cross(b - a, c - a)) * side[i, n]
        depth = thickness - wp.dot(p - a, normal)
        low = wp.min(share[0], wp.min(share[1], share[2]))
        if depth > 0.0 and low > -0.05:
            moved = p - before[i]
            for k in range(3):
                moved = moved - (x[f[k]] - before[f[k]]) * share[k]
            # What has come nearer is undone at once, what was too near slowly, or it would fly away.
            depth = wp.min(depth, wp.max(outwards - wp.dot(moved, normal), 0.0))
            give = inverse_mass[i]
            for k in range(3):
                give = give + inverse_mass[f[k]] * share[k] * share[k]
            push = normal * (depth / give)
            wp.atomic_add(shift, i, push * inverse_mass[i])
            wp.atomic_add(hits, i, 1.0)
            for k in range(3):
                wp.atomic_add(shift, f[k], push * (-share[k] * inverse_mass[f[k]]))
                wp.atomic_add(hits, f[k], 1.0)


@wp.kernel
def take_shift(x: wp.array(dtype=wp.vec3), shift: wp.array(dtype=wp.vec3), hits: wp.array(dtype=float)):
    i = wp.tid()
    if hits[i] > 0.0:
        x[i] = x[i] + shift[i] / hits[i]
    shift[i] = wp.vec3(0.0, 0.0, 0.0)
    hits[i] = 0.0
