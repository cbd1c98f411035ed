// group_memcpy_async.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

static __device__ inline void cooperative_groups_this_thread_block()
{
    return;
}

static __device__ inline unsigned int cooperative_groups_thread_block_thread_rank()
{
    return threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z);
}

static __device__ inline unsigned int cooperative_groups_thread_block_size()
{
    return blockDim.x * blockDim.y * blockDim.z;
}

static __device__ inline void cuda_detail_copy_int_int(int *to, int *from, unsigned long long bytes, unsigned int rank, unsigned int members)
{
    unsigned int whole = bytes / 4ULL;
    for (unsigned int i = rank; i < whole; i += members) {
        to[i] = from[i];
    }
    for (unsigned int i_1 = whole * 4u + rank; (unsigned long long)i_1 < bytes; i_1 += members) {
        ((unsigned char *)to)[i_1] = ((unsigned char *)from)[i_1];
    }
}

static __device__ inline void cooperative_groups_memcpy_async_thread_block_int_int_unsignedlong(int *to, int *from, unsigned long long bytes)
{
    unsigned int thread_rank_result = cooperative_groups_thread_block_thread_rank();
    unsigned int size_result = cooperative_groups_thread_block_size();
    cuda_detail_copy_int_int(to, from, bytes, thread_rank_result, size_result);
}

static __device__ inline void cooperative_groups_memcpy_async_thread_block_int_int_int_int(int *to, int *room, int *from, int *count)
{
    int chosen;
    if ((*room) < (*count)) {
        chosen = (*room);
    } else {
        chosen = (*count);
    }
    unsigned long long elements = chosen;
    unsigned int thread_rank_result = cooperative_groups_thread_block_thread_rank();
    unsigned int size_result = cooperative_groups_thread_block_size();
    cuda_detail_copy_int_int(to, from, elements * 4ULL, thread_rank_result, size_result);
}

static __device__ inline void cooperative_groups_thread_block_sync()
{
    __syncthreads();
}

static __device__ inline void cooperative_groups_wait_thread_block()
{
    cooperative_groups_thread_block_sync();
}

__global__ void rotate(int *in, int *out)
{
    __shared__ int tile[96];
    cooperative_groups_this_thread_block();
    int *mine = in + blockIdx.x * 96u;
    if (blockIdx.x == 0u) {
        cooperative_groups_memcpy_async_thread_block_int_int_unsignedlong(tile, mine, 4ULL * 96ULL);
    } else {
        int temporary = 96;
        int temporary_1 = 200;
        cooperative_groups_memcpy_async_thread_block_int_int_int_int(tile, &temporary, mine, &temporary_1);
    }
    cooperative_groups_wait_thread_block();
    for (int i = threadIdx.x; i < 96; i += blockDim.x) {
        out[blockIdx.x * 96u + (unsigned int)i] = tile[(i + 5) % 96];
    }
}
