// Trees in shared memory whose steps are written out, one after the other.
// launch: most<<<3, 128>>>(in: float[384] = rand(1, -9, 9), out: float[3] = poison)
// expect: out = 8.959462 8.704174 8.907844 (twin)
// launch: sum<<<3, 128>>>(in: float[384] = rand(2, -1, 1), out: float[3] = poison)
// tolerance: out ulp 8 the order of the sum
// expect: out = 1.8410034 -1.9667969 -8.427916 (twin)
// launch: all_read<<<1, 64>>>(in: float[64] = rand(3, -9, 9), out: float[64] = poison)
// expect: sum(out) = 130.96948 (twin)
// expect: out[5..6] = 7.8426046 (twin)
// launch: one_missing<<<1, 64>>>(in: float[64] = rand(4, -9, 9), out: float[1] = poison)
// expect: out = 8.737162 (twin)
// launch: mixed<<<1, 64>>>(in: float[64] = rand(5, -9, 9), out: float[1] = poison)
// expect: out = 8.740144 (twin)
// launch: twice<<<1, 64>>>(in: float[128] = rand(6, -9, 9), out: float[2] = poison)
// expect: out = 8.928966 8.68193 (twin)
template <int D> __device__ void largest(float *part, int t) {
    if (t < D) part[t] = fmaxf(part[t], part[t + D]);
    __syncthreads();
}

__global__ void most(const float *in, float *out) {
    __shared__ float part[128];
    int t = threadIdx.x;
    part[t] = in[blockIdx.x * 128 + t];
    __syncthreads();
    if (t < 64) part[t] = fmaxf(part[t], part[t + 64]);
    __syncthreads();
    if (t < 32) part[t] = fmaxf(part[t], part[t + 32]);
    __syncthreads();
    if (t < 16) part[t] = fmaxf(part[t], part[t + 16]);
    __syncthreads();
    if (t < 8) part[t] = fmaxf(part[t], part[t + 8]);
    __syncthreads();
    if (t < 4) part[t] = fmaxf(part[t], part[t + 4]);
    __syncthreads();
    if (t < 2) part[t] = fmaxf(part[t], part[t + 2]);
    __syncthreads();
    if (t < 1) part[t] = fmaxf(part[t], part[t + 1]);
    if (t == 0) out[blockIdx.x] = part[0];
}

__global__ void sum(const float *in, float *out) {
    __shared__ float part[128];
    int t = threadIdx.x;
    part[t] = in[blockIdx.x * 128 + t];
    __syncthreads();
#pragma unroll
    for (int d = 64; d > 0; d >>= 1) {
        if (t < d) part[t] += part[t + d];
        __syncthreads();
    }
    if (t == 0) out[blockIdx.x] = part[0];
}

// What a step leaves behind is looked at.
__global__ void all_read(const float *in, float *out) {
    __shared__ float part[64];
    int t = threadIdx.x;
    part[t] = in[t];
    __syncthreads();
    if (t < 32) part[t] = fmaxf(part[t], part[t + 32]);
    __syncthreads();
    if (t < 16) part[t] = fmaxf(part[t], part[t + 16]);
    __syncthreads();
    if (t < 8) part[t] = fmaxf(part[t], part[t + 8]);
    __syncthreads();
    if (t < 4) part[t] = fmaxf(part[t], part[t + 4]);
    __syncthreads();
    if (t < 2) part[t] = fmaxf(part[t], part[t + 2]);
    __syncthreads();
    if (t < 1) part[t] = fmaxf(part[t], part[t + 1]);
    out[t] = part[t];
}

// A step of a tree is left out: half of the elements do not take part.
__global__ void one_missing(const float *in, float *out) {
    __shared__ float part[64];
    int t = threadIdx.x;
    part[t] = in[t];
    __syncthreads();
    if (t < 32) part[t] = fmaxf(part[t], part[t + 32]);
    __syncthreads();
    if (t < 16) part[t] = fmaxf(part[t], part[t + 16]);
    __syncthreads();
    if (t < 4) part[t] = fmaxf(part[t], part[t + 4]);
    __syncthreads();
    if (t < 2) part[t] = fmaxf(part[t], part[t + 2]);
    __syncthreads();
    if (t < 1) part[t] = fmaxf(part[t], part[t + 1]);
    if (t == 0) out[0] = part[0];
}

// The last step is of another kind.
__global__ void mixed(const float *in, float *out) {
    __shared__ float part[64];
    int t = threadIdx.x;
    part[t] = in[t];
    __syncthreads();
    if (t < 32) part[t] = fmaxf(part[t], part[t + 32]);
    __syncthreads();
    if (t < 16) part[t] = fmaxf(part[t], part[t + 16]);
    __syncthreads();
    if (t < 8) part[t] = fmaxf(part[t], part[t + 8]);
    __syncthreads();
    if (t < 4) part[t] = fmaxf(part[t], part[t + 4]);
    __syncthreads();
    if (t < 2) part[t] = fmaxf(part[t], part[t + 2]);
    __syncthreads();
    if (t < 1) part[t] = fminf(part[t], part[t + 1]);
    if (t == 0) out[0] = part[0];
}

// A tree that stands in a loop, and by calls of functions.
__global__ void twice(const float *in, float *out) {
    __shared__ float part[64];
    int t = threadIdx.x;
    for (int k = 0; k < 2; k++) {
        part[t] = in[k * 64 + t];
        __syncthreads();
        largest<32>(part, t);
        largest<16>(part, t);
        largest<8>(part, t);
        largest<4>(part, t);
        largest<2>(part, t);
        largest<1>(part, t);
        if (t == 0) out[k] = part[0];
    }
}
