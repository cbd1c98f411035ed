// block_collectives.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

struct cub_BlockReduce_int_64_2_1_1_0_TempStorage {
    int values[64];
};

struct cub_BlockScan_int_64_0_1_1_0_TempStorage {
    int values[64];
};

union anonymous_1 {
    cub_BlockReduce_int_64_2_1_1_0_TempStorage reduce;
    cub_BlockScan_int_64_0_1_1_0_TempStorage scan;
};

struct cub_WarpReduce_int_32_0_TempStorage {
    signed char unused;
};

struct cub_BlockReduce_int_64_2_1_1_0 {
    cub_BlockReduce_int_64_2_1_1_0_TempStorage *storage;
};

struct cub_BlockScan_int_64_0_1_1_0 {
    cub_BlockScan_int_64_0_1_1_0_TempStorage *storage;
};

static __device__ inline void cub_BlockReduce_int_64_2_1_1_0_init(cub_BlockReduce_int_64_2_1_1_0 *self, cub_BlockReduce_int_64_2_1_1_0_TempStorage *s)
{
    self->storage = s;
}

static __device__ inline int cub_detail_thread()
{
    return (int)(threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z));
}

static __device__ inline int cub_Sum_call_int(int *a, int *b)
{
    return (*a) + (*b);
}

static __device__ inline int cub_BlockReduce_int_64_2_1_1_0_Reduce_Sum(cub_BlockReduce_int_64_2_1_1_0 *self, int value, int valid)
{
    int thread_result = cub_detail_thread();
    int t = thread_result;
    self->storage->values[t] = value;
    for (int span = 1; span < 64 * 1 * 1; span *= 2) {
        __syncthreads();
        if (t % (2 * span) == 0) {
            if (t + span < valid) {
                int t_1 = cub_Sum_call_int(&self->storage->values[t], &self->storage->values[t + span]);
                self->storage->values[t] = t_1;
            }
        }
    }
    return self->storage->values[t];
}

static __device__ inline int cub_BlockReduce_int_64_2_1_1_0_Sum(cub_BlockReduce_int_64_2_1_1_0 *self, int value)
{
    int value_1 = value;
    int Reduce_result = cub_BlockReduce_int_64_2_1_1_0_Reduce_Sum(self, value_1, 64 * 1 * 1);
    return Reduce_result;
}

static __device__ inline void cub_BlockScan_int_64_0_1_1_0_init(cub_BlockScan_int_64_0_1_1_0 *self, cub_BlockScan_int_64_0_1_1_0_TempStorage *s)
{
    self->storage = s;
}

static __device__ inline void cub_BlockScan_int_64_0_1_1_0_InclusiveScan_Sum(cub_BlockScan_int_64_0_1_1_0 *self, int input, int *output)
{
    int thread_result = cub_detail_thread();
    int t = thread_result;
    self->storage->values[t] = input;
    __syncthreads();
    for (int delta = 1; delta < 64 * 1 * 1; delta *= 2) {
        int value = self->storage->values[t];
        if (t >= delta) {
            int t_1 = cub_Sum_call_int(&self->storage->values[t - delta], &value);
            value = t_1;
        }
        __syncthreads();
        self->storage->values[t] = value;
        __syncthreads();
    }
    (*output) = self->storage->values[t];
}

static __device__ inline void cub_BlockScan_int_64_0_1_1_0_ExclusiveSum(cub_BlockScan_int_64_0_1_1_0 *self, int input, int *output)
{
    int whole;
    cub_BlockScan_int_64_0_1_1_0_InclusiveScan_Sum(self, input, &whole);
    int thread_result = cub_detail_thread();
    int chosen;
    if (thread_result == 0) {
        chosen = 0;
    } else {
        cub_BlockScan_int_64_0_1_1_0_TempStorage *t = self->storage;
        int thread_result_1 = cub_detail_thread();
        chosen = t->values[thread_result_1 - 1];
    }
    (*output) = chosen;
}

static __device__ inline int cub_Max_call_int(int *a, int *b)
{
    int chosen;
    if ((*a) < (*b)) {
        chosen = (*b);
    } else {
        chosen = (*a);
    }
    return chosen;
}

static __device__ inline int cub_WarpReduce_int_32_0_Reduce_Max(int value, int valid)
{
    int value_1 = value;
    int thread_result = cub_detail_thread();
    int lane = thread_result % 32;
    for (int delta = 1; delta < 32; delta *= 2) {
        int t = __shfl_down_sync(0xffffffffu, value_1, (unsigned int)delta, 32);
        int other = t;
        if (lane + delta < valid) {
            int t_1 = cub_Max_call_int(&value_1, &other);
            value_1 = t_1;
        }
    }
    return value_1;
}

__global__ void collect(const int *in, int *sums, int *before, int *largest)
{
    __shared__ anonymous_1 space;
    int at = blockIdx.x * 64u + threadIdx.x;
    cub_BlockReduce_int_64_2_1_1_0 made;
    cub_BlockReduce_int_64_2_1_1_0_init(&made, &space.reduce);
    int Sum_result = cub_BlockReduce_int_64_2_1_1_0_Sum(&made, in[at]);
    int sum = Sum_result;
    if (threadIdx.x == 0u) {
        sums[blockIdx.x] = sum;
    }
    __syncthreads();
    cub_BlockScan_int_64_0_1_1_0 made_1;
    cub_BlockScan_int_64_0_1_1_0_init(&made_1, &space.scan);
    int prefix;
    cub_BlockScan_int_64_0_1_1_0_ExclusiveSum(&made_1, in[at], &prefix);
    before[at] = prefix;
    int warp = threadIdx.x / 32u;
    int Reduce_result = cub_WarpReduce_int_32_0_Reduce_Max(in[at], 32);
    int top = Reduce_result;
    if (threadIdx.x % 32u == 0u) {
        largest[blockIdx.x * 2u + (unsigned int)warp] = top;
    }
}
