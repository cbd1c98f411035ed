// launch: far<<<2, 96>>>(x: float[12000] = rand(401, -1, 1), at: int[180] = rand(402, 0, 12000), y: float[180] = poison, n: 180)
// expect: sum(y) = 5.0400004 (twin)
// launch: backwards<<<1, 70>>>(x: float[70] = seq(1, 1), y: float[70] = poison, step: -1, from: 69)
// expect: y[0..3] = 1 2 3 (twin)
// launch: backwards<<<1, 70>>>(x: float[3] = 5 6 7, y: float[70] = poison, step: 0, from: 1)
// expect: sum(y) = 420 (twin)
// launch: boxes<<<(3,2), (5,3,2)>>>(x: half[210] = rand(403, -1, 1), q: uchar[210] = rand(404, 0, 256), y: half[210], r: uchar[210], w: 15, h: 7)
// expect: y[80..83] = 1.0488281 0.4111328 0.043945312 (twin)
// expect: r[80..83] = 239 125 86 (twin)
// launch: some<<<2, 80>>>(x: float[151] = rand(405, -1, 1), pairs: short2[151] = rand(406, -9, 9), y: float[151] = poison, z: short2[151], n: 151u)
// expect: sum(y) = -16.51254 (twin)
// expect: z[10..12] = -8 -9 (twin)
// launch: sums<<<2, (7,3)>>>(total: int[48] = 0, step: 2)
// expect: total[0..4] = 602 600 604 642 (twin)
// Where lanes read and write, in every form that a vector machine tells apart.
#include <cuda_fp16.h>

// Further apart than what is brought in at once.
__global__ void far(const float* x, const int* at, float* y, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) y[i] = x[at[i]] + x[11999 - at[i]];
}

__global__ void backwards(const float* x, float* y, int step, int from) {
    int i = threadIdx.x;
    y[69 - i] = x[from + i * step];
}

// Rows that begin anywhere, in three directions, limited from below too.
__global__ void boxes(const __half* x, const unsigned char* q, __half* y, unsigned char* r, int w, int h) {
    int c = blockIdx.x * blockDim.x + threadIdx.x, row = blockIdx.y * blockDim.y + threadIdx.y, z = threadIdx.z;
    int i = (z * h + row) * w + c;
    if (row < h) {
        y[i] = x[i];
        r[i] = q[i];
        if (c >= 2 && row >= 1) {
            y[i] = __float2half(__half2float(x[z * w + c]) + __half2float(x[(z * h + row) * w]));
            r[i] = q[i - 1] + q[row];
        }
    }
}

// Only some threads, by what they read.
__global__ void some(const float* x, const short2* pairs, float* y, short2* z, unsigned n) {
    unsigned i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float v = x[i];
    y[i] = v;
    z[i] = pairs[i];
    if (v > 0.25f) {
        y[i] = x[n - 1 - i] * 2.0f;
        z[i] = make_short2(pairs[i].y, pairs[n - 1 - i].x);
    }
}

// Sums into elements that lie apart, and into neighbours.
__global__ void sums(int* total, int step) {
    int t = threadIdx.y * blockDim.x + threadIdx.x;
    atomicAdd(&total[t * step], t + 1);
    atomicAdd(&total[threadIdx.x], 100);
    atomicAdd(total + 3, threadIdx.y);
}
