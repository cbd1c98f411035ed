// reductions_all.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

__global__ void dot(float *a, float *b, float *y, int n)
{
    __shared__ float cache[128];
    int tid = threadIdx.x;
    float s = 0.0f;
    for (int i = blockIdx.x * blockDim.x + (unsigned int)tid; i < n; i += blockDim.x * gridDim.x) {
        s += a[i] * b[i];
    }
    cache[tid] = s;
    __syncthreads();
    for (int i_1 = blockDim.x / 2u; i_1 != 0; i_1 /= 2) {
        if (tid < i_1) {
            cache[tid] += cache[tid + i_1];
        }
        __syncthreads();
    }
    if (tid == 0) {
        atomicAdd(y, cache[0]);
    }
}

static __device__ inline float warp_max(float v)
{
    float v_1 = v;
    #pragma unroll
    for (int mask = 32 >> 1u; mask >= 1; mask >>= 1u) {
        float t = __shfl_xor_sync(0xffffffffu, v_1, mask);
        v_1 = fmaxf(v_1, t);
    }
    return v_1;
}

__global__ void max_all(const float *x, float *y, int n)
{
    __shared__ float part[2];
    float m = -__int_as_float(0x7f800000);
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x) {
        m = fmaxf(m, x[i]);
    }
    float warp_max_result = warp_max(m);
    m = warp_max_result;
    if (threadIdx.x % 32u == 0u) {
        part[threadIdx.x / 32u] = m;
    }
    __syncthreads();
    float chosen;
    if (threadIdx.x % 32u < 2u) {
        chosen = part[threadIdx.x % 32u];
    } else {
        chosen = -__int_as_float(0x7f800000);
    }
    m = chosen;
    float warp_max_result_1 = warp_max(m);
    m = warp_max_result_1;
    if (threadIdx.x == 0u) {
        y[blockIdx.x] = m;
    }
}

__global__ void count_not_finite(const float *x, int *count, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int bad = 0;
    if (i < n) {
        float chosen;
        if (x[i] > 0.0f) {
            chosen = x[i];
        } else {
            chosen = 0.0f;
        }
        float v = 1.0f / chosen;
        bad = isinf(v) || isnan(v);
    }
    int t = __syncthreads_count(bad != 0);
    bad = t;
    if (threadIdx.x == 0u) {
        atomicAdd(count, bad);
    }
}

__global__ void welford(const float *x, float *mean, float *var, int cols)
{
    float m = 0.0f;
    float m2 = 0.0f;
    float count = 0.0f;
    for (int c = threadIdx.x; c < cols; c += 32) {
        float v = x[blockIdx.x * (unsigned int)cols + (unsigned int)c];
        count += 1.0f;
        float d = v - m;
        m += d / count;
        m2 += d * (v - m);
    }
    for (int o = 16; o > 0; o >>= 1u) {
        float t = __shfl_down_sync(0xffffffffu, m, (unsigned int)o);
        float mb = t;
        float t_1 = __shfl_down_sync(0xffffffffu, m2, (unsigned int)o);
        float m2b = t_1;
        float t_2 = __shfl_down_sync(0xffffffffu, count, (unsigned int)o);
        float cb = t_2;
        float total = count + cb;
        if (total > 0.0f) {
            float d_1 = mb - m;
            m += d_1 * cb / total;
            m2 += m2b + d_1 * d_1 * count * cb / total;
            count = total;
        }
    }
    if (threadIdx.x == 0u) {
        mean[blockIdx.x] = m;
        var[blockIdx.x] = m2 / count;
    }
}
