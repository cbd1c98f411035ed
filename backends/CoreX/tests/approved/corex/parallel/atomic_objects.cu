// atomic_objects.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct cuda_atomic_int_2 {
    int value;
};

struct cuda_atomic_ref_int_2 {
    int *place;
};

struct cuda_atomic_ref_int_1 {
    int *place;
};

static __device__ inline void cuda_atomic_ref_int_2_init(cuda_atomic_ref_int_2 *self, int *object)
{
    self->place = object;
}

static __device__ inline cuda_atomic_ref_int_2 cuda_atomic_int_2_ref(cuda_atomic_int_2 *self)
{
    cuda_atomic_ref_int_2 made;
    cuda_atomic_ref_int_2_init(&made, &self->value);
    return made;
}

static __device__ inline void cuda_detail_fence_2()
{
    __threadfence_block();
}

static __device__ inline void cuda_detail_before_2(int order)
{
    if (order >= 3) {
        cuda_detail_fence_2();
    }
}

static __device__ inline void cuda_atomic_ref_int_2_store(cuda_atomic_ref_int_2 *self, int v, int order)
{
    cuda_detail_before_2(order);
    *(volatile int *)&(*self->place) = v;
    if (order == 5) {
        cuda_detail_fence_2();
    }
}

static __device__ inline void cuda_atomic_int_2_store(cuda_atomic_int_2 *self, int v, int order)
{
    int v_1 = v;
    int order_1 = order;
    cuda_atomic_ref_int_2 ref_result = cuda_atomic_int_2_ref(self);
    cuda_atomic_ref_int_2 copy = ref_result;
    cuda_atomic_ref_int_2_store(&copy, v_1, order_1);
}

static __device__ inline void cuda_atomic_ref_int_1_init(cuda_atomic_ref_int_1 *self, int *object)
{
    self->place = object;
}

static __device__ inline void cuda_detail_fence_1()
{
    __threadfence();
}

static __device__ inline void cuda_detail_before_1(int order)
{
    if (order >= 3) {
        cuda_detail_fence_1();
    }
}

static __device__ inline void cuda_detail_after_1(int order)
{
    if (order != 0 && order != 3) {
        cuda_detail_fence_1();
    }
}

static __device__ inline int cuda_atomic_ref_int_1_fetch_add(cuda_atomic_ref_int_1 *self, int v, int order)
{
    cuda_detail_before_1(order);
    int old = atomicAdd(self->place, v);
    int old_1 = old;
    cuda_detail_after_1(order);
    return old_1;
}

static __device__ inline int cuda_atomic_ref_int_1_fetch_max(cuda_atomic_ref_int_1 *self, int v, int order)
{
    cuda_detail_before_1(order);
    int old = atomicMax(self->place, v);
    int old_1 = old;
    cuda_detail_after_1(order);
    return old_1;
}

static __device__ inline void cuda_detail_after_2(int order)
{
    if (order != 0 && order != 3) {
        cuda_detail_fence_2();
    }
}

static __device__ inline int cuda_atomic_ref_int_2_fetch_add(cuda_atomic_ref_int_2 *self, int v, int order)
{
    cuda_detail_before_2(order);
    int old = atomicAdd(self->place, v);
    int old_1 = old;
    cuda_detail_after_2(order);
    return old_1;
}

static __device__ inline int cuda_atomic_int_2_fetch_add(cuda_atomic_int_2 *self, int v, int order)
{
    int v_1 = v;
    int order_1 = order;
    cuda_atomic_ref_int_2 ref_result = cuda_atomic_int_2_ref(self);
    cuda_atomic_ref_int_2 copy = ref_result;
    int fetch_add_result = cuda_atomic_ref_int_2_fetch_add(&copy, v_1, order_1);
    return fetch_add_result;
}

static __device__ inline int cuda_atomic_int_2_add_assign(cuda_atomic_int_2 *self, int v)
{
    int fetch_add_result = cuda_atomic_int_2_fetch_add(self, v, 5);
    return fetch_add_result + v;
}

static __device__ inline bool cuda_atomic_ref_int_1_compare_exchange_strong(cuda_atomic_ref_int_1 *self, int *expected, int desired, int order)
{
    cuda_detail_before_1(order);
    int old = atomicCAS(self->place, (*expected), desired);
    int old_1 = old;
    cuda_detail_after_1(order);
    bool same = old_1 == (*expected);
    (*expected) = old_1;
    return same;
}

static __device__ inline int cuda_atomic_ref_int_2_load(cuda_atomic_ref_int_2 *self, int order)
{
    if (order == 5) {
        cuda_detail_fence_2();
    }
    int t = *(volatile int *)&(*self->place);
    int v = t;
    cuda_detail_after_2(order);
    return v;
}

static __device__ inline int cuda_atomic_int_2_load(cuda_atomic_int_2 *self, int order)
{
    int order_1 = order;
    cuda_atomic_ref_int_2 ref_result = cuda_atomic_int_2_ref(self);
    cuda_atomic_ref_int_2 copy = ref_result;
    int load_result = cuda_atomic_ref_int_2_load(&copy, order_1);
    return load_result;
}

__global__ void count(const int *in, int *buckets, int *biggest, int *total, int *firsts)
{
    __shared__ cuda_atomic_int_2 sum;
    if (threadIdx.x == 0u) {
        cuda_atomic_int_2_store(&sum, 0, 0);
    }
    __syncthreads();
    int v = in[blockIdx.x * blockDim.x + threadIdx.x];
    cuda_atomic_ref_int_1 bucket;
    cuda_atomic_ref_int_1_init(&bucket, buckets + v % 4);
    cuda_atomic_ref_int_1_fetch_add(&bucket, 1, 0);
    cuda_atomic_ref_int_1 made;
    cuda_atomic_ref_int_1_init(&made, biggest);
    cuda_atomic_ref_int_1_fetch_max(&made, v, 0);
    cuda_atomic_int_2_add_assign(&sum, v);
    int nobody = -1;
    if (v == 0) {
        cuda_atomic_ref_int_1 made_1;
        cuda_atomic_ref_int_1_init(&made_1, firsts);
        cuda_atomic_ref_int_1_compare_exchange_strong(&made_1, &nobody, v, 0);
    }
    __syncthreads();
    if (threadIdx.x == 0u) {
        int load_result = cuda_atomic_int_2_load(&sum, 0);
        total[blockIdx.x] = load_result;
    }
}
