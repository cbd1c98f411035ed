// tile_shuffles.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

struct cooperative_groups_thread_block_tile_4_thread_block {
};

static __device__ inline void cooperative_groups_this_thread_block()
{
    return;
}

static __device__ inline void cooperative_groups_thread_block_tile_4_thread_block_init()
{
}

static __device__ inline void cooperative_groups_tiled_partition_4()
{
    cooperative_groups_thread_block_tile_4_thread_block_init();
    return;
}

static __device__ inline unsigned int cooperative_groups_thread_block_thread_rank()
{
    return threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z);
}

static __device__ inline unsigned int cooperative_groups_thread_block_tile_4_void_thread_rank()
{
    return (threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) % 4u;
}

static __device__ inline unsigned int cooperative_groups_details_lane()
{
    return (threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) % 32u;
}

static __device__ inline unsigned int cooperative_groups_details_tile_mask_4()
{
    unsigned int lane_result = cooperative_groups_details_lane();
    return ((1u << 4u) - 1u) << (lane_result & 28u);
}

static __device__ inline int cooperative_groups_details_by_index_move_int(unsigned int mask, int v, unsigned int lane, int width)
{
    int t = __shfl_sync(mask, v, (int)lane, width);
    return t;
}

static __device__ inline int cooperative_groups_details_exchange_by_index_int(unsigned int mask, int v, unsigned int lane, int width)
{
    int v_1 = v;
    int move_result = cooperative_groups_details_by_index_move_int(mask, v_1, lane, width);
    return move_result;
}

static __device__ inline int cooperative_groups_thread_block_tile_4_void_shfl_int(int v, int lane)
{
    unsigned int tile_mask_result = cooperative_groups_details_tile_mask_4();
    int exchange_result = cooperative_groups_details_exchange_by_index_int(tile_mask_result, v, (unsigned int)lane, 4);
    return exchange_result;
}

static __device__ inline int rotate_4(int v)
{
    int v_1 = v;
    unsigned int thread_rank_result = cooperative_groups_thread_block_tile_4_void_thread_rank();
    int shfl_result = cooperative_groups_thread_block_tile_4_void_shfl_int(v_1, (int)((thread_rank_result + 4u - 1u) % 4u));
    return shfl_result;
}

static __device__ inline int cooperative_groups_details_any(unsigned int mask, int p)
{
    unsigned int bits = p != 0 ? 1u << ((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) & 31u) : 0u;
    unsigned int others = __shfl_xor_sync(mask, bits, 16, 32);
    unsigned int bits_1 = bits | others;
    unsigned int others_1 = __shfl_xor_sync(mask, bits_1, 8, 32);
    unsigned int bits_2 = bits_1 | others_1;
    unsigned int others_2 = __shfl_xor_sync(mask, bits_2, 4, 32);
    unsigned int bits_3 = bits_2 | others_2;
    unsigned int others_3 = __shfl_xor_sync(mask, bits_3, 2, 32);
    unsigned int bits_4 = bits_3 | others_3;
    unsigned int others_4 = __shfl_xor_sync(mask, bits_4, 1, 32);
    unsigned int bits_5 = bits_4 | others_4;
    unsigned long long votes = (unsigned long long)bits_5 & (unsigned long long)mask;
    return (int)(votes != 0ULL);
}

static __device__ inline int cooperative_groups_thread_block_tile_4_thread_block_any(int p)
{
    unsigned int tile_mask_result = cooperative_groups_details_tile_mask_4();
    int any_result = cooperative_groups_details_any(tile_mask_result, p);
    return any_result;
}

static __device__ inline int cooperative_groups_details_all(unsigned int mask, int p)
{
    unsigned int bits = !(p != 0) ? 1u << ((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) & 31u) : 0u;
    unsigned int others = __shfl_xor_sync(mask, bits, 16, 32);
    unsigned int bits_1 = bits | others;
    unsigned int others_1 = __shfl_xor_sync(mask, bits_1, 8, 32);
    unsigned int bits_2 = bits_1 | others_1;
    unsigned int others_2 = __shfl_xor_sync(mask, bits_2, 4, 32);
    unsigned int bits_3 = bits_2 | others_2;
    unsigned int others_3 = __shfl_xor_sync(mask, bits_3, 2, 32);
    unsigned int bits_4 = bits_3 | others_3;
    unsigned int others_4 = __shfl_xor_sync(mask, bits_4, 1, 32);
    unsigned int bits_5 = bits_4 | others_4;
    unsigned long long votes = (unsigned long long)bits_5 & (unsigned long long)mask;
    return (int)(votes == 0ULL);
}

static __device__ inline int cooperative_groups_thread_block_tile_4_thread_block_all(int p)
{
    unsigned int tile_mask_result = cooperative_groups_details_tile_mask_4();
    int all_result = cooperative_groups_details_all(tile_mask_result, p);
    return all_result;
}

static __device__ inline unsigned int cooperative_groups_thread_block_tile_4_thread_block_thread_rank()
{
    return (threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) % 4u;
}

static __device__ inline unsigned int cooperative_groups_details_ballot(unsigned int mask, int p)
{
    unsigned int bits = p != 0 ? 1u << ((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) & 31u) : 0u;
    unsigned int others = __shfl_xor_sync(mask, bits, 16, 32);
    unsigned int bits_1 = bits | others;
    unsigned int others_1 = __shfl_xor_sync(mask, bits_1, 8, 32);
    unsigned int bits_2 = bits_1 | others_1;
    unsigned int others_2 = __shfl_xor_sync(mask, bits_2, 4, 32);
    unsigned int bits_3 = bits_2 | others_2;
    unsigned int others_3 = __shfl_xor_sync(mask, bits_3, 2, 32);
    unsigned int bits_4 = bits_3 | others_3;
    unsigned int others_4 = __shfl_xor_sync(mask, bits_4, 1, 32);
    unsigned int bits_5 = bits_4 | others_4;
    return (unsigned int)((unsigned long long)bits_5 & (unsigned long long)mask);
}

static __device__ inline unsigned int cooperative_groups_thread_block_tile_4_thread_block_ballot(int p)
{
    unsigned int tile_mask_result = cooperative_groups_details_tile_mask_4();
    unsigned int ballot_result = cooperative_groups_details_ballot(tile_mask_result, p);
    unsigned int lane_result = cooperative_groups_details_lane();
    return (ballot_result >> (lane_result & 28u)) & ((1u << 4u) - 1u);
}

static __device__ inline void cooperative_groups_thread_block_tile_4_thread_block_sync()
{
    unsigned int tile_mask_result = cooperative_groups_details_tile_mask_4();
    __syncwarp(tile_mask_result);
}

__global__ void turn(const int *in, int *out)
{
    cooperative_groups_this_thread_block();
    cooperative_groups_tiled_partition_4();
    unsigned int thread_rank_result = cooperative_groups_thread_block_thread_rank();
    int rotate_result = rotate_4(in[thread_rank_result]);
    int v = rotate_result;
    int any_result = cooperative_groups_thread_block_tile_4_thread_block_any((int)(v < 0));
    bool either = any_result != 0;
    if (!either) {
        int all_result = cooperative_groups_thread_block_tile_4_thread_block_all((int)(v >= 0));
        either = all_result == 0;
    }
    bool either_1 = either;
    if (!either_1) {
        unsigned int thread_rank_result_1 = cooperative_groups_thread_block_tile_4_thread_block_thread_rank();
        unsigned int ballot_result = cooperative_groups_thread_block_tile_4_thread_block_ballot((int)(thread_rank_result_1 == 1u));
        either_1 = ballot_result != 2u;
    }
    if (either_1) {
        v = -1;
    }
    cooperative_groups_thread_block_tile_4_thread_block_sync();
    unsigned int thread_rank_result_2 = cooperative_groups_thread_block_thread_rank();
    out[thread_rank_result_2] = v;
}
