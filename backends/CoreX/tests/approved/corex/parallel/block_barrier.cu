// block_barrier.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct cuda_barrier_2_void {
    unsigned int expected;
};

static __device__ inline void cuda_init_2_void(cuda_barrier_2_void *one, unsigned int expected)
{
    if (expected != blockDim.x * blockDim.y * blockDim.z) {
        __trap();
    }
    one->expected = expected;
}

static __device__ inline void cuda_detail_copy_float_float(float *to, float *from, unsigned long long bytes, unsigned int rank, unsigned int members)
{
    unsigned int whole = bytes / 4ULL;
    for (unsigned int i = rank; i < whole; i += members) {
        to[i] = from[i];
    }
    for (unsigned int i_1 = whole * 4u + rank; (unsigned long long)i_1 < bytes; i_1 += members) {
        ((unsigned char *)to)[i_1] = ((unsigned char *)from)[i_1];
    }
}

static __device__ inline void cuda_memcpy_async_float_float_unsignedlong_2_void(float *to, float *from, unsigned long long bytes, cuda_barrier_2_void *unused3)
{
    cuda_detail_copy_float_float(to, from, bytes, 0u, 1u);
}

static __device__ inline void cuda_barrier_2_void_made(cuda_barrier_2_void *self)
{
    if (self->expected == 0u) {
        __trap();
    }
}

static __device__ inline unsigned int cuda_barrier_2_void_arrive(cuda_barrier_2_void *self, unsigned int count)
{
    if (count != 1u) {
        __trap();
    }
    cuda_barrier_2_void_made(self);
    return 0u;
}

static __device__ inline void cuda_barrier_2_void_meet()
{
    __syncthreads();
}

static __device__ inline void cuda_barrier_2_void_wait(cuda_barrier_2_void *self, unsigned int unused0)
{
    cuda_barrier_2_void_meet();
}

static __device__ inline void cuda_barrier_2_void_arrive_and_wait(cuda_barrier_2_void *self)
{
    cuda_barrier_2_void_made(self);
    cuda_barrier_2_void_meet();
}

__global__ void halves(float *in, float *out)
{
    __shared__ cuda_barrier_2_void ready;
    __shared__ float values[64];
    int i = threadIdx.x;
    if (i == 0) {
        cuda_init_2_void(&ready, blockDim.x);
    }
    __syncthreads();
    cuda_memcpy_async_float_float_unsignedlong_2_void(&values[i], in + (blockIdx.x * 64u + (unsigned int)i), 4ULL, &ready);
    unsigned int arrive_result = cuda_barrier_2_void_arrive(&ready, 1u);
    unsigned int token = arrive_result;
    int half_1 = i / 32;
    cuda_barrier_2_void_wait(&ready, token);
    for (int step = 16; step > 0; step /= 2) {
        if (i % 32 < step) {
            values[half_1 * 32 + i % 32] += values[half_1 * 32 + i % 32 + step];
        }
        cuda_barrier_2_void_arrive_and_wait(&ready);
    }
    if (i % 32 == 0) {
        out[blockIdx.x * 2u + (unsigned int)half_1] = values[i];
    }
}
