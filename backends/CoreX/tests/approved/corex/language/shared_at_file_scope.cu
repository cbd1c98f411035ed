// shared_at_file_scope.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline int mirrored(int i)
{
    extern __shared__ int words[];
    return words[blockDim.x - 1u - (unsigned int)i];
}

static __device__ inline float sum_of(int n)
{
    extern __shared__ int words[];
    float *after = (float *)(words + n);
    after[threadIdx.x] = (float)words[threadIdx.x];
    __syncthreads();
    float sum = 0.0f;
    for (int i = 0; i < n; i++) {
        sum += after[i];
    }
    return sum;
}

__global__ void mirror(const int *in, int *out, float *sums)
{
    extern __shared__ int words[];
    int at = blockIdx.x * blockDim.x + threadIdx.x;
    words[threadIdx.x] = in[at];
    __syncthreads();
    int mirrored_result = mirrored((int)threadIdx.x);
    out[at] = mirrored_result;
    float sum_of_result = sum_of((int)blockDim.x);
    float sum = sum_of_result;
    if (threadIdx.x == 0u) {
        sums[blockIdx.x] = sum;
    }
}
