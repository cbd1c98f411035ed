// pipeline_primitives.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline void kp_pipeline_memcpy_async(void *to, void *from, unsigned long long size, unsigned long long zeros)
{
    if (zeros == 0ULL && size == 16ULL) {
        (*(uint4 *)to) = (*(uint4 *)from);
    } else if (zeros == 0ULL && size == 8ULL) {
        (*(uint2 *)to) = (*(uint2 *)from);
    } else if (zeros == 0ULL && size == 4ULL) {
        (*(unsigned int *)to) = (*(unsigned int *)from);
    } else {
        unsigned char chosen;
        for (unsigned long long i = 0ULL; i < size; i++) {
            if (i + zeros < size) {
                chosen = ((unsigned char *)from)[i];
            } else {
                chosen = (unsigned char)0;
            }
            ((unsigned char *)to)[i] = chosen;
        }
    }
}

static __device__ inline void kp_pipeline_commit()
{
}

static __device__ inline void kp_pipeline_wait_prior(unsigned long long unused0)
{
}

__global__ void reverse(int *in, int *out)
{
    __align__(16) __shared__ int tile[64];
    int i = threadIdx.x;
    int base = blockIdx.x * 64u;
    kp_pipeline_memcpy_async((void *)&tile[4 * i], (void *)(in + (base + 4 * i)), 16ULL, 0ULL);
    kp_pipeline_commit();
    kp_pipeline_wait_prior(0ULL);
    __syncthreads();
    for (int k = i; k < 64; k += blockDim.x) {
        out[base + k] = tile[63 - k];
    }
}

__global__ void fill(int *in, int *out)
{
    __align__(16) __shared__ int tile[16];
    int i = threadIdx.x;
    kp_pipeline_memcpy_async((void *)&tile[4 * i], (void *)(in + 4 * i), 16ULL, 8ULL);
    kp_pipeline_commit();
    kp_pipeline_wait_prior(0ULL);
    for (int k = 0; k < 4; k++) {
        out[4 * i + k] = tile[4 * i + k];
    }
}
