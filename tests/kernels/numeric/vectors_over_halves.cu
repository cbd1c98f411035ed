// launch: add8<<<3, 64>>>(a: half[1536] = rand(1, -4, 4), b: half[1536] = rand(2, -4, 4), c: half[1536] = 0, n: 1500)
// expect: hash(c) = 564216da49a6aab6 (twin)
// launch: halve_bytes<<<2, 64>>>(a: int8_t[2048] = rand(1, -100, 100), c: int8_t[2048] = poison)
// expect: hash(c) = 3f69b0022de75c5e (twin)
// launch: turn_round<<<2, 64>>>(a: half[1024] = rand(3, -4, 4), c: half[1024] = poison)
// expect: hash(c) = ef4ec445977cd357 (twin)
// launch: greatest<<<4, 128>>>(a: float[512] = rand(4, -9, 9), out: float[4] = poison, least: float[4] = poison)
// expect: hash(out) = 778706400bc1bbca (twin)
// expect: hash(least) = 54fbeae882848369 (twin)
// Vectors of 16 bytes over narrower numbers, as they move memory in deep-learning kernels; trees of the greatest and the least.
#include <cuda_fp16.h>
#define LDST128BITS(value) (reinterpret_cast<float4 *>(&(value))[0])
#define HALF2(value) (reinterpret_cast<half2 *>(&(value))[0])

__global__ void add8(half *a, half *b, half *c, int n) {
    int i = 8 * (blockIdx.x * blockDim.x + threadIdx.x);
    alignas(16) half pa[8], pb[8], pc[8];
    LDST128BITS(pa[0]) = LDST128BITS(a[i]);
    LDST128BITS(pb[0]) = LDST128BITS(b[i]);
    for (int k = 0; k < 8; k += 2) HALF2(pc[k]) = __hadd2(HALF2(pa[k]), HALF2(pb[k]));
    if (i + 7 < n) LDST128BITS(c[i]) = LDST128BITS(pc[0]);
}

__global__ void halve_bytes(const signed char *a, signed char *c) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    alignas(16) signed char p[16];
    *reinterpret_cast<int4 *>(p) = reinterpret_cast<const int4 *>(a)[i];
    for (int k = 0; k < 16; k++) p[k] = p[k] / 2;
    reinterpret_cast<int4 *>(c)[i] = *reinterpret_cast<int4 *>(p);
}

__global__ void turn_round(const half *a, half *c) {
    alignas(16) __shared__ half s[8 * 64];
    int t = threadIdx.x;
    reinterpret_cast<float4 *>(s)[t] = reinterpret_cast<const float4 *>(a)[blockIdx.x * 64 + t];
    __syncthreads();
    reinterpret_cast<float4 *>(c)[blockIdx.x * 64 + t] = reinterpret_cast<float4 *>(s)[63 - t];
}

__global__ void greatest(const float *a, float *out, float *least) {
    __shared__ float part[128];
    int t = threadIdx.x;
    float v = a[blockIdx.x * 128 + t];
    part[t] = v;
    __syncthreads();
    for (int d = 64; d > 0; d >>= 1) {
        if (t < d) part[t] = fmaxf(part[t], part[t + d]);
        __syncthreads();
    }
    float m = part[0];
    __syncthreads();
    part[t] = v;
    __syncthreads();
    for (int d = 64; d > 0; d >>= 1) {
        if (t < d) part[t] = fminf(part[t], part[t + d]);
        __syncthreads();
    }
    if (t == 0) {
        out[blockIdx.x] = m;
        least[blockIdx.x] = part[0];
    }
}
