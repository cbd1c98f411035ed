// rows_by_idiom.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void softmax(const float *in, float *out, int cols)
{
    __shared__ float part[64];
    int t = threadIdx.x;
    const float *x = in + blockIdx.x * (unsigned int)cols;
    float *y = out + blockIdx.x * (unsigned int)cols;
    float m = -__int_as_float(0x7f800000);
    for (int c = t; c < cols; c += blockDim.x) {
        m = fmaxf(m, x[c]);
    }
    part[t] = m;
    __syncthreads();
    for (int d = 32; d > 0; d /= 2) {
        if (t < d) {
            part[t] = fmaxf(part[t], part[t + d]);
        }
        __syncthreads();
    }
    m = part[0];
    __syncthreads();
    float s = 0.0f;
    for (int c_1 = t; c_1 < cols; c_1 += blockDim.x) {
        s += expf(x[c_1] - m);
    }
    part[t] = s;
    __syncthreads();
    for (int d_1 = 32; d_1 > 0; d_1 /= 2) {
        if (t < d_1) {
            part[t] += part[t + d_1];
        }
        __syncthreads();
    }
    s = part[0];
    for (int c_2 = t; c_2 < cols; c_2 += blockDim.x) {
        y[c_2] = expf(x[c_2] - m) / s;
    }
}

__global__ void in_place(float *x, int cols, int by)
{
    float *row = x + blockIdx.x * (unsigned int)cols;
    for (int c = threadIdx.x; c < cols; c += 64) {
        row[c + by] = row[c] * 0.5f + 1.0f;
    }
}

__global__ void least(const float *in, float *out, int cols)
{
    __shared__ float part[64];
    int t = threadIdx.x;
    float m = 7.0f;
    for (int c = t; c < cols; c += 64) {
        m = fminf(m, in[blockIdx.x * (unsigned int)cols + (unsigned int)c]);
    }
    part[t] = m;
    __syncthreads();
    for (int d = 32; d > 0; d >>= 1u) {
        if (t < d) {
            part[t] = fminf(part[t], part[t + d]);
        }
        __syncthreads();
    }
    if (t == 0) {
        out[blockIdx.x] = part[0];
    }
}

__global__ void sums(const float *in, float *out, int cols)
{
    __shared__ float part[64];
    __shared__ float squares[64];
    int t = threadIdx.x;
    float s = 1.0f;
    float q = 0.0f;
    for (int c = t; c < cols; c += 64) {
        float v = in[blockIdx.x * (unsigned int)cols + (unsigned int)c];
        s += v;
        q += v * v;
    }
    part[t] = s;
    squares[t] = q;
    __syncthreads();
    for (int d = 32; d > 0; d >>= 1u) {
        if (t < d) {
            part[t] += part[t + d];
            squares[t] += squares[t + d];
        }
        __syncthreads();
    }
    if (t < 2) {
        float chosen;
        if (t == 0) {
            chosen = part[0];
        } else {
            chosen = squares[0];
        }
        out[blockIdx.x * 2u + (unsigned int)t] = chosen;
    }
}

__global__ void other_lanes(const float *in, float *out, int cols)
{
    __shared__ float part[64];
    int t = threadIdx.x;
    float *p = part;
    float m = -__int_as_float(0x7f800000);
    for (int c = t; c < cols; c += 64) {
        m = fmaxf(m, in[blockIdx.x * (unsigned int)cols + (unsigned int)c]);
    }
    part[t] = m;
    __syncthreads();
    for (int d = 32; d > 0; d >>= 1u) {
        if (t < d) {
            part[t] = fmaxf(part[t], part[t + d]);
        }
        __syncthreads();
    }
    out[blockIdx.x * 64u + (unsigned int)t] = p[t];
}

__global__ void changed(float *x, float *out, int cols)
{
    __shared__ float part[64];
    int t = threadIdx.x;
    for (int again = 0; again < 2; again++) {
        float m = -__int_as_float(0x7f800000);
        for (int c = t; c < cols; c += 64) {
            m = fmaxf(m, x[c]);
        }
        part[t] = m;
        __syncthreads();
        for (int d = 32; d > 0; d >>= 1u) {
            if (t < d) {
                part[t] = fmaxf(part[t], part[t + d]);
            }
            __syncthreads();
        }
        m = part[0];
        if (t == 0) {
            out[again] = m;
        }
        __syncthreads();
        x[t] = m + (float)t;
        for (int c_1 = t; c_1 < cols; c_1 += 64) {
            int c_2 = c_1;
            x[c_2] += m;
        }
        for (int c_3 = t; c_3 < cols; c_3 += 64) {
            x[c_3] *= 2.0f;
        }
    }
}

__global__ void by_thread(const float *in, float *out, int cols)
{
    float own = in[threadIdx.x];
    for (int c = threadIdx.x; c < cols; c += 64) {
        out[c] = in[c] * own;
    }
}

__global__ void not_numbers(const float *in, float *out, int cols)
{
    __shared__ float part[64];
    int t = threadIdx.x;
    float m = __int_as_float(0xffc00000);
    for (int c = t; c < cols; c += 64) {
        m = fmaxf(m, sqrtf(in[c]));
    }
    part[t] = m;
    __syncthreads();
    for (int d = 32; d > 0; d >>= 1u) {
        if (t < d) {
            part[t] = fmaxf(part[t], part[t + d]);
        }
        __syncthreads();
    }
    if (t == 0) {
        (*out) = part[0];
    }
}
