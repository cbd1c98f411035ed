// reductions_rows.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void row_sum(const float *x, float *y, int rows, int cols)
{
    int row = blockIdx.x * blockDim.y + threadIdx.y;
    if (row >= rows) {
        return;
    }
    float s = 0.0f;
    for (int c = threadIdx.x; c < cols; c += 32) {
        s += x[row * cols + c];
    }
    for (int d = 16; d > 0; d /= 2) {
        float t = __shfl_xor_sync(0xffffffffu, s, d, (int)32u);
        s += t;
    }
    if (threadIdx.x == 0u) {
        y[row] = s;
    }
}

__global__ void column_sum(const float *x, float *y, int rows, int cols)
{
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    if (c >= cols) {
        return;
    }
    float s = 0.0f;
    for (int r = 0; r < rows; r++) {
        s += x[r * cols + c];
    }
    y[c] = s;
}

__global__ void row_argmax(const float *x, int *y, int cols)
{
    __shared__ float best[64];
    __shared__ int where[64];
    const float *row = x + blockIdx.x * (unsigned int)cols;
    int t = threadIdx.x;
    float m = -__int_as_float(0x7f800000);
    int at = 0;
    for (int c = t; c < cols; c += blockDim.x) {
        if (row[c] > m) {
            m = row[c];
            at = c;
        }
    }
    best[t] = m;
    where[t] = at;
    __syncthreads();
    for (int s = blockDim.x / 2u; s > 0; s >>= 1u) {
        if (t < s) {
            bool either = best[t + s] > best[t];
            if (!either) {
                bool both = best[t + s] == best[t];
                if (both) {
                    both = where[t + s] < where[t];
                }
                either = both;
            }
            if (either) {
                best[t] = best[t + s];
                where[t] = where[t + s];
            }
        }
        __syncthreads();
    }
    if (t == 0) {
        y[blockIdx.x] = where[0];
    }
}

__global__ void row_norm(const float *x, float *y, int cols)
{
    __shared__ float part[4];
    const float *row = x + blockIdx.x * (unsigned int)cols;
    float s = 0.0f;
    for (int c = threadIdx.x; c < cols; c += blockDim.x) {
        s += row[c] * row[c];
    }
    for (int d = 16; d > 0; d >>= 1u) {
        float t = __shfl_down_sync(0xffffffffu, s, (unsigned int)d, (int)32u);
        s += t;
    }
    int lane = threadIdx.x & 31u;
    int warp = threadIdx.x >> 5u;
    if (lane == 0) {
        part[warp] = s;
    }
    __syncthreads();
    if (warp == 0) {
        float chosen;
        if ((unsigned int)lane < blockDim.x / 32u) {
            chosen = part[lane];
        } else {
            chosen = 0.0f;
        }
        s = chosen;
        for (int d_1 = 16; d_1 > 0; d_1 >>= 1u) {
            float t_1 = __shfl_down_sync(0xffffffffu, s, (unsigned int)d_1, (int)32u);
            s += t_1;
        }
        if (lane == 0) {
            y[blockIdx.x] = sqrtf(s);
        }
    }
}
