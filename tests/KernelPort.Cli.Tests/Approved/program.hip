// Adds two vectors and sums the result; cudaMalloc in a comment stays.
#include <cstdio>
#include <cstdlib>
#include <hip/hip_runtime.h>

#define N 256
#define CHECK(call)                                                                     \
    do {                                                                                \
        hipError_t status = (call); /* cudaError_t */                                  \
        if (status != hipSuccess) {                                                    \
            fprintf(stderr, "cudaError %s\n", hipGetErrorString(status));              \
            exit(1);                                                                    \
        }                                                                               \
    } while (0)

__constant__ float scale;

__global__ __launch_bounds__(1024) void add(const float *a, const float *b, float *c, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        c[i] = scale * (a[i] + b[i]);
    }
}

template <typename T>
__global__ __launch_bounds__(1024) void sum(const T *in, T *out)
{
    T value = in[blockIdx.x * blockDim.x + threadIdx.x];
    for (int d = 16; d > 0; d /= 2) {
        value += __shfl_down(value, d, 32);
    }
    if (threadIdx.x % 32 == 0) {
        atomicAdd(out, value);
    }
}

int main()
{
    float *host, *a, *b, *c, *total, one = 1.0f;
    hipEvent_t start;
    hipStream_t stream;
    CHECK(hipHostMalloc(&host, N * sizeof(float), hipHostMallocDefault));
    for (int i = 0; i < N; i++) {
        host[i] = (float)i;
    }
    CHECK(hipMalloc(&a, N * sizeof(float)));
    CHECK(hipMalloc((void **)&b, N * sizeof(float)));
    CHECK(hipMalloc(&c, N * sizeof(float)));
    CHECK(hipMalloc(&total, sizeof(float)));
    CHECK(hipStreamCreate(&stream));
    CHECK(hipEventCreate(&start));
    CHECK(hipMemcpyToSymbol(scale, &one, sizeof(float)));
    CHECK(hipMemcpy(a, host, N * sizeof(float), hipMemcpyHostToDevice));
    CHECK(hipMemcpyAsync(b, host, N * sizeof(float), hipMemcpyHostToDevice, stream));
    CHECK(hipMemset(total, 0, sizeof(float)));
    CHECK(hipEventRecord(start, stream));
    CHECK(hipStreamSynchronize(stream));
    add<<<(N + 63) / 64, 64, 0, stream>>>(a, b, c, N);
    sum<float><<<N / 64, 64, 0, stream>>>(c, total);
    CHECK(hipGetLastError());
    CHECK(hipDeviceSynchronize());
    CHECK(hipMemcpy(host, total, sizeof(float), hipMemcpyDeviceToHost));
    printf("sum %g, cudaSuccess\n", host[0]);
    hipFree(a), hipFree(b), hipFree(c), hipFree(total);
    hipHostFree(host);
    return host == nullptr;
}
