// Adds two vectors and sums the result; cudaMalloc in a comment stays.
#include <cstdio>
#include <cstdlib>
#include <musa_runtime.h>

#define N 256
#define CHECK(call)                                                                     \
    do {                                                                                \
        musaError_t status = (call); /* cudaError_t */                                  \
        if (status != musaSuccess) {                                                    \
            fprintf(stderr, "cudaError %s\n", musaGetErrorString(status));              \
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
    musaEvent_t start;
    musaStream_t stream;
    CHECK(musaMallocHost(&host, N * sizeof(float)));
    for (int i = 0; i < N; i++) {
        host[i] = (float)i;
    }
    CHECK(musaMalloc(&a, N * sizeof(float)));
    CHECK(musaMalloc((void **)&b, N * sizeof(float)));
    CHECK(musaMalloc(&c, N * sizeof(float)));
    CHECK(musaMalloc(&total, sizeof(float)));
    CHECK(musaStreamCreate(&stream));
    CHECK(musaEventCreate(&start));
    CHECK(musaMemcpyToSymbol(scale, &one, sizeof(float)));
    CHECK(musaMemcpy(a, host, N * sizeof(float), musaMemcpyHostToDevice));
    CHECK(musaMemcpyAsync(b, host, N * sizeof(float), musaMemcpyHostToDevice, stream));
    CHECK(musaMemset(total, 0, sizeof(float)));
    CHECK(musaEventRecord(start, stream));
    CHECK(musaStreamSynchronize(stream));
    add<<<(N + 63) / 64, 64, 0, stream>>>(a, b, c, N);
    sum<float><<<N / 64, 64, 0, stream>>>(c, total);
    CHECK(musaGetLastError());
    CHECK(musaDeviceSynchronize());
    CHECK(musaMemcpy(host, total, sizeof(float), musaMemcpyDeviceToHost));
    printf("sum %g, cudaSuccess\n", host[0]);
    musaFree(a), musaFree(b), musaFree(c), musaFree(total);
    musaFreeHost(host);
    return host == nullptr;
}
