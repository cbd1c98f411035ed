// output: 107 113 119 125
// with: shape.cu scaled.cu
#include <cstdio>
#include "shape.h"
#define SIDE 3
__global__ void k(int* out) { out[threadIdx.x] = area({SIDE, (int)threadIdx.x}) + counted(); }
int main() {
    int* d; int h[4];
    cudaMalloc(&d, sizeof h);
    k<<<1, 4>>>(d);
    cudaMemcpy(h, d, sizeof h, cudaMemcpyDeviceToHost);
    printf("%d %d %d %d\n", h[0], h[1], h[2], h[3]);
    return 0;
}
