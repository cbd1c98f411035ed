// topk_rows.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void topk(const float *x, float *value, int *index, int cols)
{
    __shared__ unsigned char used[100];
    const float *row = x + blockIdx.x * (unsigned int)cols;
    for (int c = threadIdx.x; c < cols; c += 32) {
        used[c] = (unsigned char)0;
    }
    __syncthreads();
    for (int k = 0; k < 3; k++) {
        float best = -__int_as_float(0x7f800000);
        int at = cols;
        for (int c_1 = threadIdx.x; c_1 < cols; c_1 += 32) {
            if (used[c_1] == (unsigned char)0) {
                if (row[c_1] > best) {
                    best = row[c_1];
                    at = c_1;
                }
            }
        }
        for (int d = 16; d > 0; d >>= 1u) {
            float t = __shfl_xor_sync(0xffffffffu, best, d, 32);
            float ob = t;
            int t_1 = __shfl_xor_sync(0xffffffffu, at, d, 32);
            int oa = t_1;
            bool either = ob > best;
            if (!either) {
                bool both = ob == best;
                if (both) {
                    both = oa < at;
                }
                either = both;
            }
            if (either) {
                best = ob;
                at = oa;
            }
        }
        if (threadIdx.x == 0u) {
            value[blockIdx.x * 3u + (unsigned int)k] = best;
            index[blockIdx.x * 3u + (unsigned int)k] = at;
            used[at] = (unsigned char)1;
        }
        __syncthreads();
    }
}
