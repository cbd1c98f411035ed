// What a texture unit does, as CUDA's programming guide describes it under "Texture Fetching", for machines that have none: an object is the address of a
// kp_texture. SampleTextures puts these functions into modules; they stand beside this file as our front end reads them:
//   kernelport dump TextureUnit.cu > TextureUnit.kir

#include <cuda_fp16.h>

struct kp_texture {
    const unsigned char *texels;
    long long pitch;             // bytes from row to row
    int width, height, depth;    // depth counts planes, layers or faces
    int kind;                    // 0 to 7: signed and unsigned of 8, 16 and 32 bits, half, float
    int channels;
    int linear;                  // whether neighbouring texels are weighed
    int normalized;              // whether coordinates run from 0 to 1
    int fractions;               // whether integers are read as fractions of their range
    int mode_x, mode_y, mode_z;  // 0 wrap, 1 clamp, 2 mirror, 3 border
    float border[4];             // what is read there
};

__device__ int kp_texture_size(const kp_texture *t) {
    return t->channels * (t->kind < 2 ? 1 : t->kind < 4 || t->kind == 6 ? 2 : 4);
}

// The texel a number means along one axis; negative for the border. Wrap and mirror are for normalised coordinates; others clamp.
__device__ int kp_texture_place(const kp_texture *t, int i, int n, int mode) {
    int result = i;
    if (i < 0 || i >= n) {
        long long m = i % n;
        m = m < 0 ? m + n : m;
        if (mode == 3) {
            result = -1;
        } else if (t->normalized && mode == 0) {
            result = (int)m;
        } else if (t->normalized && mode == 2) {
            const long long period = 2LL * n;
            m = i % period;
            m = m < 0 ? m + period : m;
            result = (int)(m < n ? m : period - 1 - m);
        } else {
            result = i < 0 ? 0 : n - 1;
        }
    }
    return result;
}

__device__ int kp_texture_within(int i, int n) {
    return i < 0 ? 0 : i >= n ? n - 1 : i;
}

// The first byte of a texel; -1 where the border is read instead, -2 where there is nothing. A layer or face is no coordinate: one that does not exist is the nearest that does.
__device__ long long kp_texture_at(const kp_texture *t, bool volume, int x, int y, int z) {
    x = kp_texture_place(t, x, t->width, t->mode_x);
    y = kp_texture_place(t, y, t->height, t->mode_y);
    z = volume ? kp_texture_place(t, z, t->depth, t->mode_z) : kp_texture_within(z, t->depth);
    const long long row = (long long)z * t->height + y;
    return x < 0 || y < 0 || z < 0 ? -1 : row * t->pitch + (long long)x * kp_texture_size(t);
}

// A channel's integer.
__device__ long long kp_texture_whole(const kp_texture *t, long long at, int channel) {
    long long value = at == -1 ? (long long)t->border[channel] : 0;
    if (at >= 0) {
        const unsigned char *p = t->texels + at;
        if (t->kind == 1) {
            value = p[channel];
        } else if (t->kind == 0) {
            value = ((const signed char *)p)[channel];
        } else if (t->kind == 2) {
            value = ((const short *)p)[channel];
        } else if (t->kind == 3) {
            value = ((const unsigned short *)p)[channel];
        } else if (t->kind == 4) {
            value = ((const int *)p)[channel];
        } else if (t->kind == 5) {
            value = ((const unsigned int *)p)[channel];
        }
    }
    return value;
}

// A channel as a float: integers as fractions of their range where the texture says so.
__device__ float kp_texture_channel(const kp_texture *t, long long at, int channel) {
    float value = at == -1 ? t->border[channel] : 0.0f;
    if (at >= 0) {
        if (t->kind == 7) {
            value = ((const float *)(t->texels + at))[channel];
        } else if (t->kind == 6) {
            value = __half2float(((const __half *)(t->texels + at))[channel]);
        } else {
            value = (float)kp_texture_whole(t, at, channel);
            if (t->fractions) {
                value = __fdiv_rn(value, t->kind == 0 ? 127.0f : t->kind == 1 ? 255.0f : t->kind == 2 ? 32767.0f : 65535.0f);
                // The most negative number lies beyond -1 and is -1.
                value = value < -1.0f ? -1.0f : value;
            }
        }
    }
    return value;
}

// Far from the ends of int, so that neighbours can be counted.
__device__ int kp_texture_floor(float x) {
    const float down = floorf(x);
    return down != down ? 0 : down < -1073741824.0f ? -1073741824 : down > 1073741823.0f ? 1073741823 : (int)down;
}

// Where a coordinate is among the middles of texels, in steps of 1/256, halves up: what is above the lowest eight bits is the texel below, they are the weight of
// the one above. In parts that a float holds exactly: a float less its whole part is one.
__device__ long long kp_texture_steps(float x) {
    long long steps = kp_texture_floor(x) * 256LL;
    if (fabsf(x) < 1073741824.0f) {
        const float whole = truncf(x), part = (x - whole) * 256.0f, down = truncf(part), rest = part - down;
        steps = (long long)whole * 256 + (int)down + (rest >= 0.5f ? 1 : 0) - (rest < -0.5f ? 1 : 0) - 128;
    }
    return steps;
}

// The one texel that a point filter takes. Coordinates are those of the access; of a cube within a face.
__device__ long long kp_texture_nearest(const kp_texture *t, int axes, float x, float y, float z, int layer) {
    if (t->normalized) {
        x = __fmul_rn(x, (float)t->width);
        y = __fmul_rn(y, (float)t->height);
        z = __fmul_rn(z, (float)t->depth);
    }
    return kp_texture_at(t, axes > 2, kp_texture_floor(x), axes > 1 ? kp_texture_floor(y) : 0, axes > 2 ? kp_texture_floor(z) : layer);
}

__device__ float kp_texture_sample(const kp_texture *t, int axes, float x, float y, float z, int layer, int channel) {
    float result = 0.0f;
    if (!t->linear) {
        result = kp_texture_channel(t, kp_texture_nearest(t, axes, x, y, z, layer), channel);
    } else {
        if (t->normalized) {
            x = __fmul_rn(x, (float)t->width);
            y = __fmul_rn(y, (float)t->height);
            z = __fmul_rn(z, (float)t->depth);
        }
        const long long sx = kp_texture_steps(x), sy = kp_texture_steps(y), sz = kp_texture_steps(z);
        const int lx = (int)(sx >> 8), ly = axes > 1 ? (int)(sy >> 8) : 0, lz = axes > 2 ? (int)(sz >> 8) : layer;
        const int wx = (int)(sx & 255), wy = axes > 1 ? (int)(sy & 255) : 0, wz = axes > 2 ? (int)(sz & 255) : 0;
        // The corner nearest to the origin first, x fastest.
#pragma unroll 1
        for (int corner = 0; corner < 1 << axes; corner++) {
            const int cx = corner & 1, cy = corner >> 1 & 1, cz = corner >> 2;
            const int w = (cx ? wx : 256 - wx) * (cy ? wy : 256 - wy) * (cz ? wz : 256 - wz);
            // What has no weight is not read: it may be no number.
            if (w != 0) {
                const float texel = kp_texture_channel(t, kp_texture_at(t, axes > 2, lx + cx, ly + cy, lz + cz), channel);
                result = __fadd_rn(result, __fmul_rn((float)w * 5.9604644775390625e-8f, texel));
            }
        }
    }
    return result;
}

// The texel whose middle is at or below a coordinate.
__device__ int kp_texture_below(float x) {
    const int i = kp_texture_floor(x);
    return x - (float)i >= 0.5f ? i : i - 1;
}

// One of the four texels that a linear filter would weigh, counter-clockwise from the lower left.
__device__ long long kp_texture_corner(const kp_texture *t, float x, float y, int corner) {
    if (t->normalized) {
        x = __fmul_rn(x, (float)t->width);
        y = __fmul_rn(y, (float)t->height);
    }
    const int column = kp_texture_below(x), row = kp_texture_below(y);
    return kp_texture_at(t, false, column + (corner == 1 || corner == 2), row + (corner < 2), 0);
}

// Where a direction meets a cube: a face, and coordinates on it.
struct kp_texture_face {
    float u, v;
    int side;
};

__device__ kp_texture_face kp_texture_cube(const kp_texture *t, float x, float y, float z, int layer) {
    const float ax = fabsf(x), ay = fabsf(y), az = fabsf(z);
    const bool by_x = ax >= ay && ax >= az, by_y = !by_x && ay >= az;
    const float m = by_x ? ax : by_y ? ay : az;
    const float u = by_x ? (x >= 0 ? -z : z) : by_y ? x : z >= 0 ? x : -x;
    const float v = by_y ? (y >= 0 ? z : -z) : -y;
    const int face = by_x ? (x >= 0 ? 0 : 1) : by_y ? (y >= 0 ? 2 : 3) : z >= 0 ? 4 : 5;
    kp_texture_face result;
    // A cube's coordinates run from 0 to 1, whatever its object says of others.
    result.u = __fmul_rn((u / m + 1) / 2, t->normalized ? 1.0f : (float)t->width);
    result.v = __fmul_rn((v / m + 1) / 2, t->normalized ? 1.0f : (float)t->height);
    result.side = kp_texture_within(layer, t->depth / 6) * 6 + face;
    return result;
}

// What lies outside of linear memory reads as zero.
__device__ long long kp_texture_fetch(const kp_texture *t, int i) {
    return i < 0 || i >= t->width ? -2LL : (long long)i * kp_texture_size(t);
}

// Where an access of a surface lies, bytes counting along x; negative where there is none. Outside: 0 traps, 1 takes the nearest texel, 2 none.
__device__ long long kp_surface_at(const kp_texture *t, int x, int y, int z, int size, int outside) {
    const int row = t->width * kp_texture_size(t);
    bool there = x % size == 0;
    if (x < 0 || x > row - size || y < 0 || y >= t->height || z < 0 || z >= t->depth) {
        if (outside == 1) {
            x = x < 0 ? 0 : x > row - size ? row - size : x;
            y = kp_texture_within(y, t->height);
            z = kp_texture_within(z, t->depth);
        } else {
            if (outside == 0) __trap();
            there = false;
        }
    }
    return there ? ((long long)z * t->height + y) * t->pitch + x : -1LL;
}

// Calls what accesses call, so that all of it is read.
__global__ void all(const kp_texture *t, float *out, long long *where) {
    out[0] = kp_texture_sample(t, 1, 0, 0, 0, 0, 0);
    out[1] = kp_texture_cube(t, 0, 0, 0, 0).u;
    out[2] = kp_texture_channel(t, kp_texture_corner(t, 0, 0, 0), 0);
    where[0] = kp_texture_whole(t, kp_texture_fetch(t, 0), 0);
    where[1] = kp_texture_nearest(t, 1, 0, 0, 0, 0);
    where[2] = kp_surface_at(t, 0, 0, 0, 4, 0);
}
