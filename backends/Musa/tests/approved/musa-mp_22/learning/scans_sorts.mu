// scans_sorts.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void scan_block(const int *x, int *y)
{
    __shared__ int a[2][64];
    int t = threadIdx.x;
    int from = 0;
    int i = blockIdx.x * 64u + (unsigned int)t;
    a[0][t] = x[i];
    __syncthreads();
    int chosen;
    for (int d = 1; d < 64; d <<= 1u) {
        if (t >= d) {
            chosen = a[from][t] + a[from][t - d];
        } else {
            chosen = a[from][t];
        }
        a[1 - from][t] = chosen;
        from = 1 - from;
        __syncthreads();
    }
    y[i] = a[from][t];
}

__global__ void scan_warps(const float *x, float *y, int n)
{
    __shared__ float totals[4];
    int t = threadIdx.x;
    int lane = t & 31;
    int warp = t >> 5u;
    float chosen;
    if (t < n) {
        chosen = x[t];
    } else {
        chosen = 0.0f;
    }
    float v = chosen;
    for (int d = 1; d < 32; d <<= 1u) {
        float t_1 = __shfl_up_sync(0xffffffffu, v, (unsigned int)d, (int)32u);
        float u = t_1;
        if (lane >= d) {
            v += u;
        }
    }
    if (lane == 31) {
        totals[warp] = v;
    }
    __syncthreads();
    float before = 0.0f;
    for (int w = 0; w < warp; w++) {
        before += totals[w];
    }
    if (t < n) {
        y[t] = v + before;
    }
}

__global__ void bitonic(float *x, int cols)
{
    __shared__ float s[64];
    int t = threadIdx.x;
    s[t] = x[blockIdx.x * (unsigned int)cols + (unsigned int)t];
    __syncthreads();
    for (int k = 2; k <= 64; k <<= 1u) {
        for (int j = k >> 1u; j > 0; j >>= 1u) {
            int other = t ^ j;
            if (other > t) {
                bool up = (t & k) == 0;
                if ((int)(s[t] > s[other]) == (int)up) {
                    float w = s[t];
                    s[t] = s[other];
                    s[other] = w;
                }
            }
            __syncthreads();
        }
    }
    x[blockIdx.x * (unsigned int)cols + (unsigned int)t] = s[t];
}

__global__ void rank_sort(const float *x, float *y, int *order, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float v = x[i];
    int rank = 0;
    for (int j = 0; j < n; j++) {
        bool either = x[j] < v;
        if (!either) {
            bool both = x[j] == v;
            if (both) {
                both = j < i;
            }
            either = both;
        }
        rank += (int)either;
    }
    y[rank] = v;
    order[rank] = i;
}

__global__ void histogram(const int *x, int *bins, int n)
{
    __shared__ int local[16];
    if (threadIdx.x < 16u) {
        local[threadIdx.x] = 0;
    }
    __syncthreads();
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += blockDim.x * gridDim.x) {
        atomicAdd(&local[(x[i] >> 6u) & 15], 1);
    }
    __syncthreads();
    if (threadIdx.x < 16u) {
        atomicAdd(bins + threadIdx.x, local[threadIdx.x]);
    }
}

__global__ void cumprod_rows(const float *x, float *y, int rows, int cols)
{
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r >= rows) {
        return;
    }
    float p = 1.0f;
    for (int c = 0; c < cols; c++) {
        p *= x[r * cols + c];
        y[r * cols + c] = p;
    }
}
