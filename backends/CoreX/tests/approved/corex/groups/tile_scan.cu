// tile_scan.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct cooperative_groups_thread_block_tile_32_thread_block {
};

struct cooperative_groups_thread_block_tile_16_thread_block {
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

static __device__ inline void cooperative_groups_thread_block_tile_16_thread_block_init()
{
}

static __device__ inline void cooperative_groups_tiled_partition_16()
{
    cooperative_groups_thread_block_tile_16_thread_block_init();
    return;
}

static __device__ inline unsigned int cooperative_groups_thread_block_thread_rank()
{
    return threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z);
}

static __device__ inline unsigned int cooperative_groups_thread_block_tile_32_thread_block_size()
{
    return 32u;
}

static __device__ inline unsigned int cooperative_groups_details_tile_mask_32()
{
    return 4294967295u;
}

static __device__ inline int cooperative_groups_details_upwards_move_int(unsigned int mask, int v, unsigned int lanes, int width)
{
    int t = __shfl_up_sync(mask, v, lanes, width);
    return t;
}

static __device__ inline int cooperative_groups_details_exchange_upwards_int(unsigned int mask, int v, unsigned int lane, int width)
{
    int v_1 = v;
    int move_result = cooperative_groups_details_upwards_move_int(mask, v_1, lane, width);
    return move_result;
}

static __device__ inline int cooperative_groups_thread_block_tile_32_thread_block_shfl_up_int(int v, unsigned int delta)
{
    unsigned int tile_mask_result = cooperative_groups_details_tile_mask_32();
    int exchange_result = cooperative_groups_details_exchange_upwards_int(tile_mask_result, v, delta, 32);
    return exchange_result;
}

static __device__ inline unsigned int cooperative_groups_thread_block_tile_32_thread_block_thread_rank()
{
    return (threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) % 32u;
}

static __device__ inline int cooperative_groups_plus_int_call(int *a, int *b)
{
    return (*a) + (*b);
}

static __device__ inline int cooperative_groups_inclusive_scan_thread_block_tile_32_thread_block_int_plus_int(int value)
{
    int value_1 = value;
    unsigned int delta = 1u;
    for (;; delta *= 2u) {
        unsigned int size_result = cooperative_groups_thread_block_tile_32_thread_block_size();
        if (delta >= size_result) {
            break;
        }
        int shfl_up_result = cooperative_groups_thread_block_tile_32_thread_block_shfl_up_int(value_1, delta);
        int before = shfl_up_result;
        unsigned int thread_rank_result = cooperative_groups_thread_block_tile_32_thread_block_thread_rank();
        if (thread_rank_result >= delta) {
            int t = cooperative_groups_plus_int_call(&before, &value_1);
            value_1 = t;
        }
    }
    return value_1;
}

static __device__ inline int cooperative_groups_inclusive_scan_thread_block_tile_32_thread_block_int(int value)
{
    int inclusive_scan_result = cooperative_groups_inclusive_scan_thread_block_tile_32_thread_block_int_plus_int(value);
    return inclusive_scan_result;
}

static __device__ inline void cooperative_groups_thread_block_sync()
{
    __syncthreads();
}

static __device__ inline unsigned int cooperative_groups_thread_block_tile_16_thread_block_size()
{
    return 16u;
}

static __device__ inline unsigned int cooperative_groups_details_lane()
{
    return (threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) % 32u;
}

static __device__ inline unsigned int cooperative_groups_details_tile_mask_16()
{
    unsigned int lane_result = cooperative_groups_details_lane();
    return ((1u << 16u) - 1u) << (lane_result & 16u);
}

static __device__ inline int cooperative_groups_thread_block_tile_16_thread_block_shfl_up_int(int v, unsigned int delta)
{
    unsigned int tile_mask_result = cooperative_groups_details_tile_mask_16();
    int exchange_result = cooperative_groups_details_exchange_upwards_int(tile_mask_result, v, delta, 16);
    return exchange_result;
}

static __device__ inline unsigned int cooperative_groups_thread_block_tile_16_thread_block_thread_rank()
{
    return (threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) % 16u;
}

static __device__ inline int cooperative_groups_inclusive_scan_thread_block_tile_16_thread_block_int_plus_int(int value)
{
    int value_1 = value;
    unsigned int delta = 1u;
    for (;; delta *= 2u) {
        unsigned int size_result = cooperative_groups_thread_block_tile_16_thread_block_size();
        if (delta >= size_result) {
            break;
        }
        int shfl_up_result = cooperative_groups_thread_block_tile_16_thread_block_shfl_up_int(value_1, delta);
        int before = shfl_up_result;
        unsigned int thread_rank_result = cooperative_groups_thread_block_tile_16_thread_block_thread_rank();
        if (thread_rank_result >= delta) {
            int t = cooperative_groups_plus_int_call(&before, &value_1);
            value_1 = t;
        }
    }
    return value_1;
}

static __device__ inline int cooperative_groups_exclusive_scan_thread_block_tile_16_thread_block_int_plus_int(int value)
{
    int inclusive_scan_result = cooperative_groups_inclusive_scan_thread_block_tile_16_thread_block_int_plus_int(value);
    int whole = inclusive_scan_result;
    int shfl_up_result = cooperative_groups_thread_block_tile_16_thread_block_shfl_up_int(whole, 1u);
    int before = shfl_up_result;
    unsigned int thread_rank_result = cooperative_groups_thread_block_tile_16_thread_block_thread_rank();
    return thread_rank_result == 0u ? 0 : before;
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

static __device__ inline int cooperative_groups_inclusive_scan_thread_block_tile_32_thread_block_int_greater_int(int value)
{
    int value_1 = value;
    unsigned int delta = 1u;
    for (;; delta *= 2u) {
        unsigned int size_result = cooperative_groups_thread_block_tile_32_thread_block_size();
        if (delta >= size_result) {
            break;
        }
        int shfl_up_result = cooperative_groups_thread_block_tile_32_thread_block_shfl_up_int(value_1, delta);
        int before = shfl_up_result;
        unsigned int thread_rank_result = cooperative_groups_thread_block_tile_32_thread_block_thread_rank();
        if (thread_rank_result >= delta) {
            int t = cooperative_groups_greater_int_call(&before, &value_1);
            value_1 = t;
        }
    }
    return value_1;
}

__global__ void scan(const int *in, int *sums, int *before, int *largest)
{
    __shared__ int first_warp;
    cooperative_groups_this_thread_block();
    cooperative_groups_tiled_partition_32();
    cooperative_groups_tiled_partition_16();
    unsigned int thread_rank_result = cooperative_groups_thread_block_thread_rank();
    int i = thread_rank_result;
    int inclusive_scan_result = cooperative_groups_inclusive_scan_thread_block_tile_32_thread_block_int(in[i]);
    int sum = inclusive_scan_result;
    if (i == 31) {
        first_warp = sum;
    }
    cooperative_groups_thread_block_sync();
    int chosen;
    if (i < 32) {
        chosen = 0;
    } else {
        chosen = first_warp;
    }
    sums[i] = sum + chosen;
    int exclusive_scan_result = cooperative_groups_exclusive_scan_thread_block_tile_16_thread_block_int_plus_int(in[i]);
    before[i] = exclusive_scan_result;
    int inclusive_scan_result_1 = cooperative_groups_inclusive_scan_thread_block_tile_32_thread_block_int_greater_int(in[i]);
    largest[i] = inclusive_scan_result_1;
}
