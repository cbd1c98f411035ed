// launch: dot<<<3, 128>>>(a: float[1001] = rand(245, -1, 1), b: float[1001] = rand(246, -1, 1), y: float[1] = 0, n: 1001)
// tolerance: y abs 2e-5 the order of the sum
// expect: sum(y) = -8.374909 (twin)
// launch: max_all<<<3, 64>>>(x: float[701] = rand(247, -5, 9), y: float[3] = poison, n: 701)
// expect: y = 8.9465885 8.985113 8.915064 (twin)
// launch: count_not_finite<<<2, 128>>>(x: float[300] = rand(248, -5, 9), count: int[1] = 0, n: 300)
// expect: count = 95 (twin)
// launch: welford<<<3, 32>>>(x: float[267] = rand(249, 1, 3), mean: float[3] = poison, var: float[3] = poison, cols: 89)
// tolerance: mean abs 2e-6 the order of the sum
// tolerance: var abs 2e-6 the order of the sum
// expect: sum(mean) = 5.827117 (twin)
// expect: sum(var) = 0.88840425 (twin)
__global__ void dot(float* a, float* b, float* y, int n) {
    __shared__ float cache[128];
    int tid = threadIdx.x;
    float s = 0.0f;
    for (int i = blockIdx.x * blockDim.x + tid; i < n; i += blockDim.x * gridDim.x) s += a[i] * b[i];
    cache[tid] = s;
    __syncthreads();
    for (int i = blockDim.x / 2; i != 0; i /= 2) {
        if (tid < i) cache[tid] += cache[tid + i];
        __syncthreads();
    }
    if (tid == 0) atomicAdd(y, cache[0]);
}

__device__ inline float warp_max(float v) {
#pragma unroll
    for (int mask = 32 >> 1; mask >= 1; mask >>= 1) v = fmaxf(v, __shfl_xor_sync(0xffffffff, v, mask));
    return v;
}

__global__ void max_all(const float* x, float* y, int n) {
    const int warps = (64 + 32 - 1) / 32;
    __shared__ float part[warps];
    float m = -INFINITY;
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x) m = fmaxf(m, x[i]);
    m = warp_max(m);
    if (threadIdx.x % 32 == 0) part[threadIdx.x / 32] = m;
    __syncthreads();
    m = threadIdx.x % 32 < warps ? part[threadIdx.x % 32] : -INFINITY;
    m = warp_max(m);
    if (threadIdx.x == 0) y[blockIdx.x] = m;
}

__global__ void count_not_finite(const float* x, int* count, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int bad = 0;
    if (i < n) {
        float v = 1.0f / (x[i] > 0.0f ? x[i] : 0.0f);
        bad = isinf(v) || isnan(v);
    }
    bad = __syncthreads_count(bad);
    if (threadIdx.x == 0) atomicAdd(count, bad);
}

// Chan's update of count, mean and squares, over a warp.
__global__ void welford(const float* x, float* mean, float* var, int cols) {
    float m = 0.0f, m2 = 0.0f, count = 0.0f;
    for (int c = threadIdx.x; c < cols; c += 32) {
        float v = x[blockIdx.x * cols + c];
        count += 1.0f;
        float d = v - m;
        m += d / count;
        m2 += d * (v - m);
    }
    for (int o = 16; o > 0; o >>= 1) {
        float mb = __shfl_down_sync(0xffffffff, m, o);
        float m2b = __shfl_down_sync(0xffffffff, m2, o);
        float cb = __shfl_down_sync(0xffffffff, count, o);
        float total = count + cb;
        if (total > 0.0f) {
            float d = mb - m;
            m += d * cb / total;
            m2 += m2b + d * d * count * cb / total;
            count = total;
        }
    }
    if (threadIdx.x == 0) {
        mean[blockIdx.x] = m;
        var[blockIdx.x] = m2 / count;
    }
}
