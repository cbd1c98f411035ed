// attention_parts.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void scores(const float *q, const float *k, float *s, int t, int d, float scale)
{
    int head = blockIdx.z;
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    int i = blockIdx.y * blockDim.y + threadIdx.y;
    if (i >= t || j >= t) {
        return;
    }
    if (j > i) {
        s[(head * t + i) * t + j] = -10000.0f;
        return;
    }
    float sum = 0.0f;
    for (int c = 0; c < d; c++) {
        sum += q[(head * t + i) * d + c] * k[(head * t + j) * d + c];
    }
    s[(head * t + i) * t + j] = sum * scale;
}

__global__ __launch_bounds__(1024) void values(const float *p, const float *v, float *o, int t, int d)
{
    int i = blockIdx.x;
    int head = blockIdx.y;
    for (int c = threadIdx.x; c < d; c += blockDim.x) {
        float sum = 0.0f;
        for (int j = 0; j <= i; j++) {
            sum += p[(head * t + i) * t + j] * v[(head * t + j) * d + c];
        }
        o[(head * t + i) * d + c] = sum;
    }
}

__global__ __launch_bounds__(1024) void decode(float *out, const float *q, const float *kcache, const float *vcache, const int *lens, float scale, int most)
{
    __shared__ float logits[32];
    __shared__ float red[2];
    int seq = blockIdx.x;
    int head = blockIdx.y;
    int heads = gridDim.y;
    int t = threadIdx.x;
    int len = lens[seq];
    const float *query = q + (seq * heads + head) * 16;
    float m = -__int_as_float(0x7f800000);
    for (int j = t; j < len; j += 64) {
        const float *key = kcache + ((seq * most + j) * heads + head) * 16;
        float dot = 0.0f;
        for (int c = 0; c < 16; c++) {
            dot += query[c] * key[c];
        }
        logits[j] = dot * scale;
        m = fmaxf(m, dot * scale);
    }
    for (int o = 16; o > 0; o >>= 1u) {
        float t_1 = __shfl_xor(m, o, (int)32u);
        m = fmaxf(m, t_1);
    }
    if (t % 32 == 0) {
        red[t / 32] = m;
    }
    __syncthreads();
    m = fmaxf(red[0], red[1]);
    float sum = 0.0f;
    for (int j_1 = 0; j_1 < len; j_1++) {
        sum += expf(logits[j_1] - m);
    }
    if (t < 16) {
        float acc = 0.0f;
        for (int j_2 = 0; j_2 < len; j_2++) {
            acc += expf(logits[j_2] - m) * vcache[((seq * most + j_2) * heads + head) * 16 + t];
        }
        out[(seq * heads + head) * 16 + t] = acc / sum;
    }
}

__global__ __launch_bounds__(1024) void reshape_and_cache(const float *key, const float *value, float *kcache, float *vcache, const int *slots, int heads, int size)
{
    int token = blockIdx.x;
    int slot = slots[token];
    if (slot < 0) {
        return;
    }
    int n = heads * size;
    for (int i = threadIdx.x; i < n; i += blockDim.x) {
        kcache[slot * n + i] = key[token * n + i];
        vcache[slot * n + i] = value[token * n + i];
    }
}

__global__ __launch_bounds__(1024) void alibi(float *s, const float *slopes, int q, int k)
{
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    int i = blockIdx.y * blockDim.y + threadIdx.y;
    int h = blockIdx.z;
    if (i >= q || j >= k) {
        return;
    }
    s[(h * q + i) * k + j] += slopes[h] * (float)(j - (k - q + i));
}

__global__ __launch_bounds__(1024) void merge_states(float *out, const float *va, const float *sa, const float *vb, const float *sb, int d)
{
    int row = blockIdx.x;
    int c = threadIdx.x;
    float a = sa[row];
    float b = sb[row];
    float m = fmaxf(a, b);
    a = expf(a - m);
    b = expf(b - m);
    out[row * d + c] = va[row * d + c] * (a / (a + b)) + vb[row * d + c] * (b / (a + b));
}
