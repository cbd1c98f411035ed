// cooperative_grid.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>
#include <hip/hip_cooperative_groups.h>

static __device__ inline void cooperative_groups_this_grid()
{
    return;
}

static __device__ inline void cooperative_groups_grid_group_sync()
{
    cooperative_groups::this_grid().sync();
}

__global__ __launch_bounds__(1024) void ring(int *a, int *b)
{
    __shared__ int mine[8];
    cooperative_groups_this_grid();
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int n = gridDim.x * blockDim.x;
    mine[threadIdx.x] = a[i];
    a[i] += n;
    cooperative_groups_grid_group_sync();
    b[i] = a[(i + n / 2) % n] + mine[threadIdx.x] - (i + n / 2) % n + (i + n / 2) % n - (a[(i + n / 2) % n] - n) + i % 1;
}

static __device__ inline unsigned long long cooperative_groups_grid_group_block_rank()
{
    return (unsigned long long)blockIdx.x + (unsigned long long)gridDim.x * ((unsigned long long)blockIdx.y + (unsigned long long)gridDim.y * (unsigned long long)blockIdx.z);
}

static __device__ inline unsigned int cooperative_groups_thread_block_size()
{
    return blockDim.x * blockDim.y * blockDim.z;
}

static __device__ inline unsigned int cooperative_groups_thread_block_thread_rank()
{
    return threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z);
}

static __device__ inline unsigned long long cooperative_groups_grid_group_thread_rank()
{
    unsigned long long block_rank_result = cooperative_groups_grid_group_block_rank();
    unsigned int size_result = cooperative_groups_thread_block_size();
    unsigned int thread_rank_result = cooperative_groups_thread_block_thread_rank();
    return block_rank_result * (unsigned long long)size_result + (unsigned long long)thread_rank_result;
}

static __device__ inline void cooperative_groups_sync_grid_group()
{
    cooperative_groups_grid_group_sync();
}

__global__ __launch_bounds__(1024) void scan(int *v, int *w, int n)
{
    cooperative_groups_this_grid();
    unsigned long long thread_rank_result = cooperative_groups_grid_group_thread_rank();
    int i = thread_rank_result;
    int chosen;
    for (int d = 1; d < n; d *= 2) {
        if (i < n) {
            if (i >= d) {
                chosen = v[i - d];
            } else {
                chosen = 0;
            }
            w[i] = v[i] + chosen;
        }
        cooperative_groups_sync_grid_group();
        if (i < n) {
            v[i] = w[i];
        }
        cooperative_groups_grid_group_sync();
    }
}
