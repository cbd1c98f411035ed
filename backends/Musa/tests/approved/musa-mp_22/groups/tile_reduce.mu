// tile_reduce.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

struct cooperative_groups_thread_block_tile_32_thread_block {
};

struct cooperative_groups_thread_block_tile_8_thread_block {
};

static __device__ inline void cooperative_groups_this_thread_block()
{
    return;
}

static __device__ inline void cooperative_groups_thread_block_tile_32_thread_block_init()
{
}

static __device__ inline void cooperative_groups_tiled_partition_32()
{
    cooperative_groups_thread_block_tile_32_thread_block_init();
    return;
}

static __device__ inline void cooperative_groups_thread_block_tile_8_thread_block_init()
{
}

static __device__ inline void cooperative_groups_tiled_partition_8()
{
    cooperative_groups_thread_block_tile_8_thread_block_init();
    return;
}

static __device__ inline unsigned int cooperative_groups_thread_block_thread_rank()
{
    return threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z);
}

static __device__ inline unsigned int cooperative_groups_details_tile_mask_32()
{
    return 4294967295u;
}

static __device__ inline int cooperative_groups_details_crosswise_move_int(unsigned int mask, int v, unsigned int lanes, int width)
{
    int t = __shfl_xor_sync(mask, v, (int)lanes, width);
    return t;
}

static __device__ inline int cooperative_groups_details_exchange_crosswise_int(unsigned int mask, int v, unsigned int lane, int width)
{
    int v_1 = v;
    int move_result = cooperative_groups_details_crosswise_move_int(mask, v_1, lane, width);
    return move_result;
}

static __device__ inline int cooperative_groups_thread_block_tile_32_void_shfl_xor_int(int v, unsigned int lanes)
{
    unsigned int tile_mask_result = cooperative_groups_details_tile_mask_32();
    int exchange_result = cooperative_groups_details_exchange_crosswise_int(tile_mask_result, v, lanes, 32);
    return exchange_result;
}

static __device__ inline int cooperative_groups_plus_int_call(int *a, int *b)
{
    return (*a) + (*b);
}

static __device__ inline int cooperative_groups_reduce_32_void_int_plus_int(int value)
{
    int value_1 = value;
    for (int lanes = 32u / 2u; lanes > 0; lanes /= 2) {
        int shfl_xor_result = cooperative_groups_thread_block_tile_32_void_shfl_xor_int(value_1, (unsigned int)lanes);
        int temporary = shfl_xor_result;
        int t = cooperative_groups_plus_int_call(&value_1, &temporary);
        value_1 = t;
    }
    return value_1;
}

static __device__ inline int cooperative_groups_greater_int_call(int *a, int *b)
{
    int chosen;
    if ((*a) < (*b)) {
        chosen = (*b);
    } else {
        chosen = (*a);
    }
    return chosen;
}

static __device__ inline int cooperative_groups_reduce_32_void_int_greater_int(int value)
{
    int value_1 = value;
    for (int lanes = 32u / 2u; lanes > 0; lanes /= 2) {
        int shfl_xor_result = cooperative_groups_thread_block_tile_32_void_shfl_xor_int(value_1, (unsigned int)lanes);
        int temporary = shfl_xor_result;
        int t = cooperative_groups_greater_int_call(&value_1, &temporary);
        value_1 = t;
    }
    return value_1;
}

static __device__ inline unsigned int cooperative_groups_details_lane()
{
    return (threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) % 32u;
}

static __device__ inline unsigned int cooperative_groups_details_tile_mask_8()
{
    unsigned int lane_result = cooperative_groups_details_lane();
    return ((1u << 8u) - 1u) << (lane_result & 24u);
}

static __device__ inline int cooperative_groups_thread_block_tile_8_thread_block_shfl_xor_int(int v, unsigned int lanes)
{
    unsigned int tile_mask_result = cooperative_groups_details_tile_mask_8();
    int exchange_result = cooperative_groups_details_exchange_crosswise_int(tile_mask_result, v, lanes, 8);
    return exchange_result;
}

static __device__ inline int cooperative_groups_reduce_8_thread_block_int_plus_int(int value)
{
    int value_1 = value;
    for (int lanes = 8u / 2u; lanes > 0; lanes /= 2) {
        int shfl_xor_result = cooperative_groups_thread_block_tile_8_thread_block_shfl_xor_int(value_1, (unsigned int)lanes);
        int temporary = shfl_xor_result;
        int t = cooperative_groups_plus_int_call(&value_1, &temporary);
        value_1 = t;
    }
    return value_1;
}

static __device__ inline void cooperative_groups_thread_block_sync()
{
    __syncthreads();
}

static __device__ inline unsigned int cooperative_groups_thread_block_tile_32_void_thread_rank()
{
    return (threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) % 32u;
}

static __device__ inline unsigned int cooperative_groups_thread_block_tile_32_void_meta_group_rank()
{
    return (threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) / 32u;
}

static __device__ inline unsigned int cooperative_groups_thread_block_tile_8_thread_block_thread_rank()
{
    return (threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) % 8u;
}

static __device__ inline unsigned int cooperative_groups_thread_block_tile_8_thread_block_meta_group_rank()
{
    return (threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) / 8u;
}

__global__ void reduce(const int *in, int *out)
{
    cooperative_groups_this_thread_block();
    cooperative_groups_tiled_partition_32();
    cooperative_groups_tiled_partition_8();
    unsigned int thread_rank_result = cooperative_groups_thread_block_thread_rank();
    int value = in[thread_rank_result];
    int reduce_result = cooperative_groups_reduce_32_void_int_plus_int(value);
    int sum = reduce_result;
    int reduce_result_1 = cooperative_groups_reduce_32_void_int_greater_int(value);
    int top = reduce_result_1;
    int reduce_result_2 = cooperative_groups_reduce_8_thread_block_int_plus_int(value);
    int part = reduce_result_2;
    cooperative_groups_thread_block_sync();
    unsigned int thread_rank_result_1 = cooperative_groups_thread_block_tile_32_void_thread_rank();
    if (thread_rank_result_1 == 0u) {
        unsigned int meta_group_rank_result = cooperative_groups_thread_block_tile_32_void_meta_group_rank();
        out[meta_group_rank_result] = sum;
        unsigned int meta_group_rank_result_1 = cooperative_groups_thread_block_tile_32_void_meta_group_rank();
        out[2u + meta_group_rank_result_1] = top;
    }
    unsigned int thread_rank_result_2 = cooperative_groups_thread_block_tile_8_thread_block_thread_rank();
    if (thread_rank_result_2 == 0u) {
        unsigned int meta_group_rank_result_2 = cooperative_groups_thread_block_tile_8_thread_block_meta_group_rank();
        out[4u + meta_group_rank_result_2] = part;
    }
}
