// stencil_3d.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void heat(const float *in, float *out, int n)
{
    int x = blockIdx.x * 4u + threadIdx.x;
    int y = blockIdx.y * 4u + threadIdx.y;
    int z = blockIdx.z * 4u + threadIdx.z;
    if (x >= n || y >= n || z >= n) {
        return;
    }
    int i = (z * n + y) * n + x;
    float c = in[i];
    float s = 0.0f;
    float chosen;
    if (x > 0) {
        chosen = in[i - 1];
    } else {
        chosen = c;
    }
    s += chosen;
    float chosen_1;
    if (x < n - 1) {
        chosen_1 = in[i + 1];
    } else {
        chosen_1 = c;
    }
    s += chosen_1;
    float chosen_2;
    if (y > 0) {
        chosen_2 = in[i - n];
    } else {
        chosen_2 = c;
    }
    s += chosen_2;
    float chosen_3;
    if (y < n - 1) {
        chosen_3 = in[i + n];
    } else {
        chosen_3 = c;
    }
    s += chosen_3;
    float chosen_4;
    if (z > 0) {
        chosen_4 = in[i - n * n];
    } else {
        chosen_4 = c;
    }
    s += chosen_4;
    float chosen_5;
    if (z < n - 1) {
        chosen_5 = in[i + n * n];
    } else {
        chosen_5 = c;
    }
    s += chosen_5;
    out[i] = c + 0.1f * (s - 6.0f * c);
}
