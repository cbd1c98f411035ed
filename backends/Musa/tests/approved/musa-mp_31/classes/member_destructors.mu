// member_destructors.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

struct Mark {
    int *to;
    int digit;
};

struct Base {
    Mark last;
};

struct Whole {
    Base base_Base;
    Mark second;
    int *to;
    int own;
};

static __device__ inline void Mark_init(Mark *self, int *to, int digit)
{
    self->to = to;
    self->digit = digit;
}

static __device__ inline void Base_init(Base *self, int *to, int first)
{
    Mark_init(&self->last, to, first);
}

static __device__ inline void Whole_init(Whole *self, int *to, int first)
{
    Base_init(&self->base_Base, to, first);
    Mark_init(&self->second, to, first + 1);
    self->to = to;
    self->own = first + 2;
}

static __device__ inline void Whole_destroy(Whole *self)
{
    (*self->to) = (*self->to) * 10 + self->own;
}

static __device__ inline void Mark_destroy(Mark *self)
{
    (*self->to) = (*self->to) * 10 + self->digit;
}

__global__ void order(int *out)
{
    int digits = 0;
    Whole outer;
    Whole_init(&outer, &digits, 1);
    if (threadIdx.x == 1u) {
        Whole inner;
        Whole_init(&inner, &digits, 4);
        Whole_destroy(&inner);
        Mark_destroy(&inner.second);
        Mark_destroy(&inner.base_Base.last);
    }
    Whole_destroy(&outer);
    Mark_destroy(&outer.second);
    Mark_destroy(&outer.base_Base.last);
    out[threadIdx.x] = digits;
}
