// What a texture unit does, as CUDA's programming guide describes it under "Texture Fetching", for machines that have none: an object is the address of a
// kp_texture. SampleTextures puts these functions into modules; they stand beside this file as our front end reads them:
//   kernelport dump TextureUnit.cu > TextureUnit.kir

#include <cuda_fp16.h>

struct kp_texture {
    const unsigned char *texels; // in rows without gaps
    int width, height, depth;    // depth counts planes, layers or faces
    int kind;                    // 0 to 7: signed and unsigned of 8, 16 and 32 bits, half, float
    int channels;
    int linear;                  // whether neighbouring texels are weighed
    int normalized;              // whether coordinates run from 0 to 1
    int fractions;               // whether integers are read as fractions of their range
    int mode_x, mode_y, mode_z;  // 0 wrap, 1 clamp, 2 mirror, 3 border
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

// The first byte of a texel; negative where the border is read instead. A layer or face is no coordinate: one that does not exist is the nearest that does.
__device__ long long kp_texture_at(const kp_texture *t, bool volume, int x, int y, int z) {
    x = kp_texture_place(t, x, t->width, t->mode_x);
    y = kp_texture_place(t, y, t->height, t->mode_y);
    z = volume ? kp_texture_place(t, z, t->depth, t->mode_z) : kp_texture_within(z, t->depth);
    const long long texel = ((long long)z * t->height + y) * t->width + x;
    return x < 0 || y < 0 || z < 0 ? -1 : texel * kp_texture_size(t);
}

// The most negative number lies beyond -1 and is -1.
__device__ double kp_texture_fraction(const kp_texture *t, double value, double range) {
    const double fraction = value / range;
    return !t->fractions ? value : fraction < -1.0 ? -1.0 : fraction;
}

__device__ double kp_texture_channel(const kp_texture *t, long long at, int channel) {
    double value = 0;
    if (at >= 0) {
        const unsigned char *p = t->texels + at;
        if (t->kind == 7) {
            value = ((const float *)p)[channel];
        } else if (t->kind == 1) {
            value = kp_texture_fraction(t, p[channel], 255.0);
        } else if (t->kind == 0) {
            value = kp_texture_fraction(t, ((const signed char *)p)[channel], 127.0);
        } else if (t->kind == 2) {
            value = kp_texture_fraction(t, ((const short *)p)[channel], 32767.0);
        } else if (t->kind == 3) {
            value = kp_texture_fraction(t, ((const unsigned short *)p)[channel], 65535.0);
        } else if (t->kind == 4) {
            value = ((const int *)p)[channel];
        } else if (t->kind == 5) {
            value = ((const unsigned int *)p)[channel];
        } else {
            value = __half2float(((const __half *)p)[channel]);
        }
    }
    return value;
}

// Far from the ends of int, so that neighbours can be counted.
__device__ int kp_texture_floor(double x) {
    const double down = floor(x);
    return down < -1073741824.0 ? -1073741824 : down > 1073741823.0 ? 1073741823 : (int)down;
}

// How far a coordinate is from the lower of the two texels around it towards the other one: fractions of a linear filter have eight bits.
__device__ double kp_texture_weight(double b) {
    return isfinite(b) ? floor(__dadd_rn(__dmul_rn(b - floor(b), 256.0), 0.5)) / 256.0 : 0.0;
}

// Coordinates are those of the access; of a cube within a face.
__device__ double kp_texture_sample(const kp_texture *t, int axes, float x, float y, float z, int layer, int channel) {
    if (t->normalized) {
        x = __fmul_rn(x, (float)t->width);
        y = __fmul_rn(y, (float)t->height);
        z = __fmul_rn(z, (float)t->depth);
    }
    double result = 0;
    if (!t->linear) {
        const int row = axes > 1 ? kp_texture_floor(y) : 0, plane = axes > 2 ? kp_texture_floor(z) : layer;
        result = kp_texture_channel(t, kp_texture_at(t, axes > 2, kp_texture_floor(x), row, plane), channel);
    } else {
        const double bx = (double)x - 0.5, by = (double)y - 0.5, bz = (double)z - 0.5;
        const int lx = kp_texture_floor(bx), ly = axes > 1 ? kp_texture_floor(by) : 0, lz = axes > 2 ? kp_texture_floor(bz) : layer;
        const double wx = kp_texture_weight(bx), wy = kp_texture_weight(by), wz = kp_texture_weight(bz);
        // The corner nearest to the origin first, x fastest.
#pragma unroll 1
        for (int corner = 0; corner < 1 << axes; corner++) {
            const int cx = corner & 1, cy = corner >> 1 & 1, cz = corner >> 2;
            double w = cx ? wx : 1.0 - wx;
            w = axes > 1 ? __dmul_rn(w, cy ? wy : 1.0 - wy) : w;
            w = axes > 2 ? __dmul_rn(w, cz ? wz : 1.0 - wz) : w;
            // What has no weight is not read: it may be no number.
            if (w != 0) {
                result = __dadd_rn(result, __dmul_rn(w, kp_texture_channel(t, kp_texture_at(t, axes > 2, lx + cx, ly + cy, lz + cz), channel)));
            }
        }
    }
    return result;
}

// One channel of one of the four texels that a linear filter would weigh, counter-clockwise from the lower left.
__device__ double kp_texture_gather(const kp_texture *t, float x, float y, int channel, int corner) {
    if (t->normalized) {
        x = __fmul_rn(x, (float)t->width);
        y = __fmul_rn(y, (float)t->height);
    }
    const int column = kp_texture_floor((double)x - 0.5), row = kp_texture_floor((double)y - 0.5);
    return kp_texture_channel(t, kp_texture_at(t, false, column + (corner == 1 || corner == 2), row + (corner < 2), 0), channel);
}

// The face of a cube that a direction meets, and where on it, from 0 to 1.
__device__ double kp_texture_cube(const kp_texture *t, float x, float y, float z, int layer, int channel) {
    const float ax = fabsf(x), ay = fabsf(y), az = fabsf(z);
    const bool by_x = ax >= ay && ax >= az, by_y = !by_x && ay >= az;
    const float m = by_x ? ax : by_y ? ay : az;
    const float u = by_x ? (x >= 0 ? -z : z) : by_y ? x : z >= 0 ? x : -x;
    const float v = by_y ? (y >= 0 ? z : -z) : -y;
    const int face = by_x ? (x >= 0 ? 0 : 1) : by_y ? (y >= 0 ? 2 : 3) : z >= 0 ? 4 : 5;
    const int side = kp_texture_within(layer, t->depth / 6) * 6 + face;
    return kp_texture_sample(t, 2, (u / m + 1) / 2, (v / m + 1) / 2, 0.0f, side, channel);
}

// What lies outside of linear memory reads as zero.
__device__ double kp_texture_fetch(const kp_texture *t, int i, int channel) {
    return kp_texture_channel(t, i < 0 || i >= t->width ? -1LL : (long long)i * kp_texture_size(t), channel);
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
    return there ? ((long long)z * t->height + y) * row + x : -1LL;
}

// Calls what accesses call, so that all of it is read.
__global__ void all(const kp_texture *t, double *out, long long *where) {
    out[0] = kp_texture_sample(t, 1, 0, 0, 0, 0, 0);
    out[1] = kp_texture_gather(t, 0, 0, 0, 0);
    out[2] = kp_texture_cube(t, 0, 0, 0, 0, 0);
    out[3] = kp_texture_fetch(t, 0, 0);
    *where = kp_surface_at(t, 0, 0, 0, 4, 0);
}
