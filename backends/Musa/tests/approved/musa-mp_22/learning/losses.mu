// losses.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void mse(const float *p, const float *t, float *loss, int n)
{
    __shared__ float part[64];
    int tid = threadIdx.x;
    float s = 0.0f;
    for (int i = blockIdx.x * blockDim.x + (unsigned int)tid; i < n; i += gridDim.x * blockDim.x) {
        float d = p[i] - t[i];
        s += d * d;
    }
    part[tid] = s;
    __syncthreads();
    for (unsigned int k = blockDim.x / 2u; k > 0u; k >>= 1u) {
        if ((unsigned int)tid < k) {
            part[tid] += part[(unsigned int)tid + k];
        }
        __syncthreads();
    }
    if (tid == 0) {
        atomicAdd(loss, part[0] / (float)n);
    }
}

__global__ void bce_with_logits(const float *x, const float *t, float *loss, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float z = x[i];
    loss[i] = fmaxf(z, 0.0f) - z * t[i] + log1pf(expf(-fabsf(z)));
}

__global__ void nll(const float *logp, const int *target, float *loss, int rows, int classes, int ignore)
{
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r >= rows) {
        return;
    }
    int t = target[r];
    float chosen;
    if (t == ignore) {
        chosen = 0.0f;
    } else {
        chosen = -logp[r * classes + t];
    }
    loss[r] = chosen;
}

__global__ void smooth_l1(const float *p, const float *t, float *loss, float *grad, float beta, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float d = p[i] - t[i];
    float a = fabsf(d);
    if (a < beta) {
        loss[i] = 0.5f * d * d / beta;
        grad[i] = d / beta;
    } else {
        loss[i] = a - 0.5f * beta;
        grad[i] = d < 0.0f ? -1.0f : 1.0f;
    }
}

__global__ void cross_entropy_backward(float *dlogits, const float *probs, const float *dlosses, const int *targets, int v)
{
    int row = blockIdx.x;
    float dloss = dlosses[row];
    int target = targets[row];
    for (int i = threadIdx.x; i < v; i += blockDim.x) {
        float indicator = i == target ? 1.0f : 0.0f;
        dlogits[row * v + i] = (probs[row * v + i] - indicator) * dloss;
    }
}
