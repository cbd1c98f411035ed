// norm_forward.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void add_rms_norm(float *input, float *residual, const float *weight, float epsilon, int hidden)
{
    __shared__ float s_variance;
    __shared__ float warps[2];
    float variance = 0.0f;
    for (int i = threadIdx.x; i < hidden; i += blockDim.x) {
        float z = input[blockIdx.x * (unsigned int)hidden + (unsigned int)i];
        z += residual[blockIdx.x * (unsigned int)hidden + (unsigned int)i];
        variance += z * z;
        residual[blockIdx.x * (unsigned int)hidden + (unsigned int)i] = z;
    }
    for (int o = 16; o > 0; o >>= 1u) {
        float t = __shfl_xor(variance, o, (int)32u);
        variance += t;
    }
    if (threadIdx.x % 32u == 0u) {
        warps[threadIdx.x / 32u] = variance;
    }
    __syncthreads();
    if (threadIdx.x == 0u) {
        s_variance = rsqrtf((warps[0] + warps[1]) / (float)hidden + epsilon);
    }
    __syncthreads();
    for (int i_1 = threadIdx.x; i_1 < hidden; i_1 += blockDim.x) {
        input[blockIdx.x * (unsigned int)hidden + (unsigned int)i_1] = residual[blockIdx.x * (unsigned int)hidden + (unsigned int)i_1] * s_variance * weight[i_1];
    }
}

__global__ __launch_bounds__(1024) void instance_norm(const float *x, float *y, int plane, float eps)
{
    __shared__ float sum[48];
    __shared__ float square[48];
    int base = (blockIdx.y * gridDim.x + blockIdx.x) * (unsigned int)plane;
    int t = threadIdx.x;
    float s = 0.0f;
    float q = 0.0f;
    for (int i = t; i < plane; i += 48) {
        s += x[base + i];
        q += x[base + i] * x[base + i];
    }
    sum[t] = s;
    square[t] = q;
    __syncthreads();
    for (int n = 48; n > 1; n = (n + 1) / 2) {
        int half_1 = (n + 1) / 2;
        if (t + half_1 < n) {
            sum[t] += sum[t + half_1];
            square[t] += square[t + half_1];
        }
        __syncthreads();
    }
    float mean = sum[0] / (float)plane;
    float r = rsqrtf(square[0] / (float)plane - mean * mean + eps);
    for (int i_1 = t; i_1 < plane; i_1 += 48) {
        y[base + i_1] = (x[base + i_1] - mean) * r;
    }
}

__global__ __launch_bounds__(1024) void batch_norm_stats(const float *x, float *mean, float *inv, int n, int c, int hw, float eps)
{
    __shared__ float s1[64];
    __shared__ float s2[64];
    int channel = blockIdx.x;
    int t = threadIdx.x;
    float a = 0.0f;
    float b = 0.0f;
    for (int i = t; i < n * hw; i += blockDim.x) {
        float v = x[(i / hw * c + channel) * hw + i % hw];
        a += v;
        b += v * v;
    }
    s1[t] = a;
    s2[t] = b;
    for (int k = 32; k > 0; k /= 2) {
        __syncthreads();
        if (t < k) {
            s1[t] += s1[t + k];
            s2[t] += s2[t + k];
        }
    }
    if (t == 0) {
        float m = s1[0] / (float)(n * hw);
        mean[channel] = m;
        inv[channel] = 1.0f / sqrtf(s2[0] / (float)(n * hw) - m * m + eps);
    }
}

__global__ __launch_bounds__(1024) void l2_normalize(const float *x, float *y, int rows, int d)
{
    int row = blockIdx.x * blockDim.y + threadIdx.y;
    if (row < rows) {
        float s = 0.0f;
        for (int i = threadIdx.x; i < d; i += 32) {
            s = fmaf(x[row * d + i], x[row * d + i], s);
        }
        for (int o = 16; o > 0; o >>= 1u) {
            float t = __shfl_xor(s, o, (int)32u);
            s += t;
        }
        float scale = 1.0f / fmaxf(sqrtf(s), 1e-12f);
        for (int i_1 = threadIdx.x; i_1 < d; i_1 += 32) {
            y[row * d + i_1] = x[row * d + i_1] * scale;
        }
    }
}
