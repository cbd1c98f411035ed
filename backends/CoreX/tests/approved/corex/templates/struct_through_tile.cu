// struct_through_tile.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct cooperative_groups_thread_block_tile_32_thread_block {
};

struct SumMax {
    float sum;
    float top;
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

static __device__ inline unsigned int cooperative_groups_thread_block_tile_32_thread_block_thread_rank()
{
    return (threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) % 32u;
}

static __device__ inline unsigned int cooperative_groups_details_tile_mask_32()
{
    return 4294967295u;
}

static __device__ inline unsigned int cooperative_groups_details_crosswise_move_unsignedint(unsigned int mask, unsigned int v, unsigned int lanes, int width)
{
    unsigned int t = __shfl_xor_sync(mask, v, (int)lanes, width);
    return t;
}

static __device__ inline SumMax cooperative_groups_details_exchange_crosswise_SumMax(unsigned int mask, SumMax v, unsigned int lane, int width)
{
    SumMax v_1 = v;
    unsigned int words[2];
    unsigned char *bytes = (unsigned char *)words;
    unsigned char *source = (unsigned char *)&v_1;
    unsigned long long i = 0ULL;
    for (;; ) {
        unsigned long long k = i;
        if (k >= 8ULL) {
            break;
        }
        bytes[k] = source[k];
        i = k + 1ULL;
    }
    for (unsigned int i_1 = 0u; (unsigned long long)i_1 < 8ULL / 4ULL; i_1++) {
        unsigned int move_result = cooperative_groups_details_crosswise_move_unsignedint(mask, words[i_1], lane, width);
        words[i_1] = move_result;
    }
    unsigned char *bytes_1 = (unsigned char *)&v_1;
    unsigned char *source_1 = (unsigned char *)words;
    unsigned long long i_2 = 0ULL;
    for (;; ) {
        unsigned long long k_1 = i_2;
        if (k_1 >= 8ULL) {
            break;
        }
        bytes_1[k_1] = source_1[k_1];
        i_2 = k_1 + 1ULL;
    }
    return v_1;
}

static __device__ inline SumMax cooperative_groups_thread_block_tile_32_thread_block_shfl_xor_SumMax(SumMax v, unsigned int lanes)
{
    unsigned int tile_mask_result = cooperative_groups_details_tile_mask_32();
    SumMax exchange_result = cooperative_groups_details_exchange_crosswise_SumMax(tile_mask_result, v, lanes, 32);
    return exchange_result;
}

static __device__ inline SumMax join(SumMax a, SumMax b)
{
    return SumMax{a.sum + b.sum, a.top > b.top ? a.top : b.top};
}

__global__ void spread(const float *in, float *out)
{
    cooperative_groups_this_thread_block();
    cooperative_groups_tiled_partition_32();
    unsigned int thread_rank_result = cooperative_groups_thread_block_tile_32_thread_block_thread_rank();
    SumMax s;
    s.sum = in[thread_rank_result];
    unsigned int thread_rank_result_1 = cooperative_groups_thread_block_tile_32_thread_block_thread_rank();
    s.top = in[thread_rank_result_1] + 1.0f;
    for (int lanes = 16; lanes > 0; lanes /= 2) {
        SumMax shfl_xor_result = cooperative_groups_thread_block_tile_32_thread_block_shfl_xor_SumMax(s, (unsigned int)lanes);
        SumMax join_result = join(s, shfl_xor_result);
        s = join_result;
    }
    unsigned int thread_rank_result_2 = cooperative_groups_thread_block_tile_32_thread_block_thread_rank();
    out[thread_rank_result_2] = s.sum + s.top;
}
