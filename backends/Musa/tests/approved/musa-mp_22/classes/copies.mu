// copies.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

struct Handle {
    int value;
    int copies;
};

static __device__ inline void Handle_init(Handle *self, int value)
{
    self->value = value;
    self->copies = 0;
}

static __device__ inline void Handle_init_2(Handle *self, Handle *other)
{
    self->value = other->value;
    self->copies = other->copies + 1;
}

static __device__ inline int taken(Handle h)
{
    Handle h_1 = h;
    return h_1.copies;
}

static __device__ inline int borrowed(Handle *h)
{
    return h->copies;
}

static __device__ inline Handle * moved_Handle(Handle *x)
{
    return x;
}

static __device__ inline void Handle_init_3(Handle *self, Handle *other)
{
    self->value = other->value;
    self->copies = other->copies;
    other->value = -1;
}

static __device__ inline Handle * Handle_assign(Handle *self, Handle *other)
{
    self->value = other->value;
    self->copies = other->copies + 10;
    return self;
}

__global__ void copy(int *out)
{
    int *o = out + 6u * threadIdx.x;
    Handle first;
    Handle_init(&first, 5);
    Handle second;
    Handle_init_2(&second, &first);
    (*o) = second.copies;
    Handle made;
    Handle_init_2(&made, &second);
    int taken_result = taken(made);
    o[1] = taken_result;
    int borrowed_result = borrowed(&second);
    o[2] = borrowed_result;
    Handle *moved_result = moved_Handle(&first);
    Handle third;
    Handle_init_3(&third, moved_result);
    o[3] = third.value;
    Handle_assign(&first, &second);
    Handle_assign(&second, &first);
    o[4] = first.copies + (second.value == 5 ? 1 : 0);
    int t = third.copies;
    Handle made_1;
    Handle_init(&made_1, 3);
    int taken_result_1 = taken(made_1);
    o[5] = t + taken_result_1 + (first.value - 2);
}
