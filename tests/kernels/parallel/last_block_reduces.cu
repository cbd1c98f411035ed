// launch: total<<<5, 32>>>(in: int[160] = seq(1, 1), part: int[5], out: int[1])
// symbol: done = 0
// expect: out = 12880
__device__ unsigned int done;
__global__ void total(const int* in, int* part, int* out) {
    __shared__ int s[32];
    __shared__ bool last;
    int t = threadIdx.x;
    s[t] = in[blockIdx.x * 32 + t];
    __syncthreads();
    for (int d = 16; d > 0; d /= 2) {
        if (t < d) s[t] += s[t + d];
        __syncthreads();
    }
    if (t == 0) {
        part[blockIdx.x] = s[0];
        __threadfence();
        last = atomicInc(&done, gridDim.x) == gridDim.x - 1;
    }
    __syncthreads();
    if (last && t == 0) {
        int v = 0;
        for (int b = 0; b < gridDim.x; b++) v += part[b];
        *out = v;
    }
}
