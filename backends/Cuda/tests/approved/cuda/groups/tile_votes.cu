// tile_votes.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

struct cooperative_groups_thread_block_tile_8_thread_block {
};

static __device__ inline void cooperative_groups_this_thread_block()
{
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

static __device__ inline unsigned int cooperative_groups_details_lane()
{
    return (threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) % 32u;
}

static __device__ inline unsigned int cooperative_groups_details_tile_mask_8()
{
    unsigned int lane_result = cooperative_groups_details_lane();
    return ((1u << 8u) - 1u) << (lane_result & 24u);
}

static __device__ inline unsigned int cooperative_groups_details_ballot(unsigned int mask, int p)
{
    unsigned long long t = __ballot_sync(mask, p != 0);
    return (unsigned int)t;
}

static __device__ inline unsigned int cooperative_groups_thread_block_tile_8_thread_block_ballot(int p)
{
    unsigned int tile_mask_result = cooperative_groups_details_tile_mask_8();
    unsigned int ballot_result = cooperative_groups_details_ballot(tile_mask_result, p);
    unsigned int lane_result = cooperative_groups_details_lane();
    return (ballot_result >> (lane_result & 24u)) & ((1u << 8u) - 1u);
}

static __device__ inline int cooperative_groups_details_any(unsigned int mask, int p)
{
    int t = __any_sync(mask, p != 0);
    return t;
}

static __device__ inline int cooperative_groups_thread_block_tile_8_thread_block_any(int p)
{
    unsigned int tile_mask_result = cooperative_groups_details_tile_mask_8();
    int any_result = cooperative_groups_details_any(tile_mask_result, p);
    return any_result;
}

static __device__ inline int cooperative_groups_details_all(unsigned int mask, int p)
{
    int t = __all_sync(mask, p != 0);
    return t;
}

static __device__ inline int cooperative_groups_thread_block_tile_8_thread_block_all(int p)
{
    unsigned int tile_mask_result = cooperative_groups_details_tile_mask_8();
    int all_result = cooperative_groups_details_all(tile_mask_result, p);
    return all_result;
}

static __device__ inline unsigned int cooperative_groups_details_match_any_int(unsigned int mask, int v)
{
    unsigned long long t = __match_any_sync(mask, v);
    return (unsigned int)t;
}

static __device__ inline unsigned int cooperative_groups_thread_block_tile_8_thread_block_match_any_int(int v)
{
    unsigned int tile_mask_result = cooperative_groups_details_tile_mask_8();
    unsigned int match_any_result = cooperative_groups_details_match_any_int(tile_mask_result, v);
    unsigned int lane_result = cooperative_groups_details_lane();
    return match_any_result >> (lane_result & 24u);
}

__global__ void votes(const int *in, int *out, int *same)
{
    cooperative_groups_this_thread_block();
    cooperative_groups_tiled_partition_8();
    unsigned int thread_rank_result = cooperative_groups_thread_block_thread_rank();
    int i = thread_rank_result;
    bool odd = in[i] % 2 == 1;
    bool first = i < 8;
    bool second = i >= 8 && i < 16;
    unsigned int ballot_result = cooperative_groups_thread_block_tile_8_thread_block_ballot((int)odd);
    int v = ballot_result;
    int any_result = cooperative_groups_thread_block_tile_8_thread_block_any((int)second);
    v += any_result != 0 ? 256 : 0;
    int all_result = cooperative_groups_thread_block_tile_8_thread_block_all((int)!first);
    v += all_result != 0 ? 1 : 0;
    out[i] = v;
    unsigned int match_any_result = cooperative_groups_thread_block_tile_8_thread_block_match_any_int(in[i] / 2 % 2);
    same[i] = match_any_result;
}
