// runtime_tile.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

struct cooperative_groups_thread_group {
    unsigned int kind;
};

static __device__ inline void cooperative_groups_this_thread_block()
{
    return;
}

static __device__ inline void cooperative_groups_thread_group_init(cooperative_groups_thread_group *self)
{
    self->kind = 0u;
}

static __device__ inline cooperative_groups_thread_group cooperative_groups_tiled_partition(unsigned int size)
{
    cooperative_groups_this_thread_block();
    cooperative_groups_thread_group tile;
    cooperative_groups_thread_group_init(&tile);
    tile.kind = size;
    return tile;
}

static __device__ inline unsigned int cooperative_groups_thread_block_thread_rank()
{
    return threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z);
}

static __device__ inline unsigned int cooperative_groups_thread_group_thread_rank(cooperative_groups_thread_group *self)
{
    unsigned int chosen;
    if (self->kind == 0u) {
        unsigned int thread_rank_result = cooperative_groups_thread_block_thread_rank();
        chosen = thread_rank_result;
    } else {
        unsigned int thread_rank_result_1 = cooperative_groups_thread_block_thread_rank();
        chosen = thread_rank_result_1 % self->kind;
    }
    return chosen;
}

static __device__ inline unsigned int cooperative_groups_details_lane()
{
    return (threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) % 32u;
}

static __device__ inline void cooperative_groups_thread_group_sync(cooperative_groups_thread_group *self)
{
    if (self->kind == 0u) {
        __syncthreads();
    } else {
        unsigned int chosen;
        if (self->kind == 32u) {
            chosen = 4294967295u;
        } else {
            unsigned int t = self->kind;
            unsigned int lane_result = cooperative_groups_details_lane();
            chosen = ((1u << t) - 1u) << (lane_result & (32u - self->kind));
        }
        __builtin_amdgcn_wave_barrier();
    }
}

static __device__ inline void cooperative_groups_thread_block_sync()
{
    __syncthreads();
}

static __device__ inline unsigned int cooperative_groups_thread_block_size()
{
    return blockDim.x * blockDim.y * blockDim.z;
}

static __device__ inline unsigned int cooperative_groups_thread_group_size(cooperative_groups_thread_group *self)
{
    unsigned int chosen;
    if (self->kind == 0u) {
        unsigned int size_result = cooperative_groups_thread_block_size();
        chosen = size_result;
    } else {
        chosen = self->kind;
    }
    return chosen;
}

__global__ __launch_bounds__(1024) void ranks(int width, int *rank, int *sums)
{
    __shared__ int seen[64];
    cooperative_groups_this_thread_block();
    cooperative_groups_thread_group tiled_partition_result = cooperative_groups_tiled_partition((unsigned int)width);
    cooperative_groups_thread_group tile = tiled_partition_result;
    int i = threadIdx.x;
    unsigned int thread_rank_result = cooperative_groups_thread_group_thread_rank(&tile);
    rank[i] = thread_rank_result;
    seen[i] = 1;
    cooperative_groups_thread_group_sync(&tile);
    cooperative_groups_thread_block_sync();
    int first = i - rank[i];
    int sum = 0;
    unsigned int k = 0u;
    for (;; k++) {
        unsigned int size_result = cooperative_groups_thread_group_size(&tile);
        if (k >= size_result) {
            break;
        }
        sum += seen[(unsigned int)first + k];
    }
    sums[i] = sum;
}
