// attention_flash.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void flash(const float *q, const float *k, const float *v, float *o, int rows, int keys, float scale)
{
    __shared__ float ks[8][8];
    __shared__ float vs[8][8];
    int row = blockIdx.x * 8u + threadIdx.x;
    float m = -__int_as_float(0x7f800000);
    float l = 0.0f;
    float mine[8];
    float acc[8];
    float chosen;
    for (int c = 0; c < 8; c++) {
        if (row < rows) {
            chosen = q[row * 8 + c];
        } else {
            chosen = 0.0f;
        }
        mine[c] = chosen;
        acc[c] = 0.0f;
    }
    float chosen_1;
    float chosen_2;
    for (int base = 0; base < keys; base += 8) {
        for (int c_1 = 0; c_1 < 8; c_1++) {
            bool in = (unsigned int)base + threadIdx.x < (unsigned int)keys;
            if (in) {
                chosen_1 = k[((unsigned int)base + threadIdx.x) * 8u + (unsigned int)c_1];
            } else {
                chosen_1 = 0.0f;
            }
            ks[threadIdx.x][c_1] = chosen_1;
            if (in) {
                chosen_2 = v[((unsigned int)base + threadIdx.x) * 8u + (unsigned int)c_1];
            } else {
                chosen_2 = 0.0f;
            }
            vs[threadIdx.x][c_1] = chosen_2;
        }
        __syncthreads();
        for (int j = 0; j < 8; j++) {
            if (base + j >= keys) {
                break;
            }
            float d = 0.0f;
            for (int c_2 = 0; c_2 < 8; c_2++) {
                d += mine[c_2] * ks[j][c_2];
            }
            d *= scale;
            float big = fmaxf(m, d);
            float old = expf(m - big);
            float p = expf(d - big);
            l = l * old + p;
            for (int c_3 = 0; c_3 < 8; c_3++) {
                acc[c_3] = acc[c_3] * old + p * vs[j][c_3];
            }
            m = big;
        }
        __syncthreads();
    }
    if (row < rows) {
        for (int c_4 = 0; c_4 < 8; c_4++) {
            o[row * 8 + c_4] = acc[c_4] / l;
        }
    }
}
