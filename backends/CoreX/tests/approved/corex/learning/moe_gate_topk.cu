// moe_gate_topk.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void gate(const float *logits, int *index, float *weight, int tokens)
{
    int t = blockIdx.x * blockDim.x + threadIdx.x;
    if (t >= tokens) {
        return;
    }
    const float *x = logits + 16 * t;
    int best[2];
    best[0] = -1;
    best[1] = -1;
    for (int k = 0; k < 2; k++) {
        for (int e = 0; e < 16; e++) {
            if (k == 1) {
                if (e == best[0]) {
                    continue;
                }
            }
            bool either = best[k] < 0;
            if (!either) {
                either = x[e] > x[best[k]];
            }
            if (either) {
                best[k] = e;
            }
        }
    }
    float b = expf(x[best[1]] - x[best[0]]);
    index[2 * t] = best[0];
    index[2 * t + 1] = best[1];
    weight[2 * t] = 1.0f / (1.0f + b);
    weight[2 * t + 1] = b / (1.0f + b);
}
