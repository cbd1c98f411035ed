// range_for.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

struct Numbers {
    int n;
};

struct Numbers_At {
    int i;
};

static __device__ inline Numbers_At Numbers_begin(Numbers *self)
{
    return Numbers_At{0};
}

static __device__ inline Numbers_At Numbers_end(Numbers *self)
{
    return Numbers_At{self->n};
}

static __device__ inline bool Numbers_At_ne(Numbers_At *self, Numbers_At *other)
{
    return self->i != other->i;
}

static __device__ inline int Numbers_At_mul(Numbers_At *self)
{
    return self->i;
}

static __device__ inline Numbers_At * Numbers_At_increment(Numbers_At *self)
{
    self->i++;
    return self;
}

__global__ void sums(int *out)
{
    int v[4];
    v[0] = 1;
    v[1] = 2;
    v[2] = 3;
    v[3] = 4;
    int *o = out + 4u * threadIdx.x;
    o[3] = 0;
    o[2] = o[3];
    o[1] = o[2];
    (*o) = o[1];
    int index = 0;
    for (;; ) {
        int k = index;
        if (k >= 4) {
            break;
        }
        int x = v[k];
        (*o) += x;
        index = k + 1;
    }
    int index_1 = 0;
    for (;; ) {
        int k_1 = index_1;
        if (k_1 >= 4) {
            break;
        }
        v[k_1] *= 2;
        index_1 = k_1 + 1;
    }
    int index_2 = 0;
    for (;; ) {
        int k_2 = index_2;
        if (k_2 >= 4) {
            break;
        }
        o[1] += v[k_2];
        index_2 = k_2 + 1;
    }
    int list[2];
    list[0] = 5;
    list[1] = 6;
    int index_3 = 0;
    for (;; ) {
        int k_3 = index_3;
        if (k_3 >= 2) {
            break;
        }
        int x_1 = list[k_3];
        o[2] += x_1;
        index_3 = k_3 + 1;
    }
    Numbers copy = Numbers{(int)threadIdx.x};
    Numbers_At begin_result = Numbers_begin(&copy);
    Numbers_At range_begin = begin_result;
    Numbers_At end_result = Numbers_end(&copy);
    Numbers_At range_end = end_result;
    for (;; ) {
        bool t = Numbers_At_ne(&range_begin, &range_end);
        if (!t) {
            break;
        }
        int t_1 = Numbers_At_mul(&range_begin);
        int x_2 = t_1;
        if (x_2 == 3) {
            break;
        }
        o[3] += x_2;
        Numbers_At_increment(&range_begin);
    }
}
