// Adds two vectors and sums the result; cudaMalloc in a comment stays.
#include <cstdio>
#include <cstdlib>
#include <cuda_runtime.h>

#define N 256
#define CHECK(call)                                                                     \
    do {                                                                                \
        cudaError_t status = (call); /* cudaError_t */                                  \
        if (status != cudaSuccess) {                                                    \
            fprintf(stderr, "cudaError %s\n", cudaGetErrorString(status));              \
            exit(1);                                                                    \
        }                                                                               \
    } while (0)

__constant__ float scale;

__global__ void add(const float *a, const float *b, float *c, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        c[i] = scale * (a[i] + b[i]);
    }
}

template <typename T>
__global__ void sum(const T *in, T *out)
{
    T value = in[blockIdx.x * blockDim.x + threadIdx.x];
    for (int d = 16; d > 0; d /= 2) {
        value += __shfl_down_sync(0xffffffff, value, d);
    }
    if (threadIdx.x % 32 == 0) {
        atomicAdd(out, value);
    }
}

int main()
{
    float *host, *a, *b, *c, *total, one = 1.0f;
    cudaEvent_t start;
    cudaStream_t stream;
    CHECK(cudaMallocHost(&host, N * sizeof(float)));
    for (int i = 0; i < N; i++) {
        host[i] = (float)i;
    }
    CHECK(cudaMalloc(&a, N * sizeof(float)));
    CHECK(cudaMalloc((void **)&b, N * sizeof(float)));
    CHECK(cudaMalloc(&c, N * sizeof(float)));
    CHECK(cudaMalloc(&total, sizeof(float)));
    CHECK(cudaStreamCreate(&stream));
    CHECK(cudaEventCreate(&start));
    CHECK(cudaMemcpyToSymbol(scale, &one, sizeof(float)));
    CHECK(cudaMemcpy(a, host, N * sizeof(float), cudaMemcpyHostToDevice));
    CHECK(cudaMemcpyAsync(b, host, N * sizeof(float), cudaMemcpyHostToDevice, stream));
    CHECK(cudaMemset(total, 0, sizeof(float)));
    CHECK(cudaEventRecord(start, stream));
    CHECK(cudaStreamSynchronize(stream));
    add<<<(N + 63) / 64, 64, 0, stream>>>(a, b, c, N);
    sum<float><<<N / 64, 64, 0, stream>>>(c, total);
    CHECK(cudaGetLastError());
    CHECK(cudaDeviceSynchronize());
    CHECK(cudaMemcpy(host, total, sizeof(float), cudaMemcpyDeviceToHost));
    printf("sum %g, cudaSuccess\n", host[0]);
    cudaFree(a), cudaFree(b), cudaFree(c), cudaFree(total);
    cudaFreeHost(host);
    return host == nullptr;
}
