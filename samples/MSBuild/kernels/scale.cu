#include <cuda_runtime.h>
#include <stdio.h>

#include "scale.cuh"

__global__ void scale(float* data, float factor, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        data[i] = scaled(data[i], factor);
}

int main()
{
    const int n = 1000;
    float* device = nullptr;
    if (cudaMalloc(&device, n * sizeof(float)) != cudaSuccess) {
        printf("cudaMalloc failed\n"); // the text of a string stays as it is
        return 1;
    }
    scale<<<(n + 255) / 256, 256>>>(device, 2.0f, n);
    cudaDeviceSynchronize();
    cudaFree(device);
    return 0;
}
