// launch: count<<<4, 64>>>(in: int[256] = seq(0, 7), buckets: int[4], biggest: int[1] = -1, total: int[4], firsts: int[1] = -1)
// expect: buckets = 64 64 64 64
// expect: biggest = 1785
// expect: total = 14112 42784 71456 100128
// expect: firsts = 0
// Atomic objects of a scope over plain memory, and an atomic object in shared memory.
#include <cuda/atomic>

__global__ void count(const int *in, int *buckets, int *biggest, int *total, int *firsts)
{
    __shared__ cuda::atomic<int, cuda::thread_scope_block> sum;
    if (threadIdx.x == 0) sum.store(0, cuda::memory_order_relaxed);
    __syncthreads();
    int v = in[blockIdx.x * blockDim.x + threadIdx.x];
    cuda::atomic_ref<int, cuda::thread_scope_device> bucket(buckets[v % 4]);
    bucket.fetch_add(1, cuda::memory_order_relaxed);
    cuda::atomic_ref<int, cuda::thread_scope_device>(*biggest).fetch_max(v, cuda::memory_order_relaxed);
    sum += v;
    int nobody = -1;
    if (v == 0) cuda::atomic_ref<int, cuda::thread_scope_device>(*firsts).compare_exchange_strong(nobody, v, cuda::memory_order_relaxed);
    __syncthreads();
    if (threadIdx.x == 0) total[blockIdx.x] = sum.load(cuda::memory_order_relaxed);
}
