// destructors.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

struct Digit {
    int *to;
    int digit;
};

struct Count {
    int *depth;
};

static __device__ inline void Digit_init(Digit *self, int *to, int digit)
{
    self->to = to;
    self->digit = digit;
}

static __device__ inline void Digit_destroy(Digit *self)
{
    (*self->to) = (*self->to) * 10 + self->digit;
}

static __device__ inline int write(int *to, int kind)
{
    Digit second;
    Digit first;
    Digit early;
    Digit early_1;
    Digit earlier;
    for (int i = 0; i < 2; i++) {
        Digit_init(&second, to, 2);
        Digit_init(&first, to, 1);
        if (kind == 0) {
            Digit_init(&early, to, 4);
            Digit_destroy(&early);
            Digit_destroy(&first);
            Digit_destroy(&second);
            return 1;
        }
        if (kind == 2) {
            Digit_init(&early_1, to, 4);
            Digit_init(&earlier, to, 3);
            (*to) = 0;
            Digit_destroy(&earlier);
            Digit_destroy(&early_1);
            Digit_destroy(&first);
            Digit_destroy(&second);
            break;
        }
        if (kind == 3) {
            (*to) = 5;
            Digit_destroy(&first);
            Digit_destroy(&second);
            break;
        }
        (*to) = 1;
        Digit_destroy(&first);
        Digit_destroy(&second);
        break;
    }
    return 0;
}

__global__ __launch_bounds__(1024) void trace(int *out)
{
    int digits = 0;
    write(&digits, (int)threadIdx.x);
    out[threadIdx.x] = digits;
}

static __device__ inline void Count_init(Count *self, int *depth)
{
    self->depth = depth;
    (*depth)++;
}

static __device__ inline void Count_destroy(Count *self)
{
    int *t = self->depth;
    (*t)--;
}

__global__ __launch_bounds__(1024) void guarded(int *sum, int *depth)
{
    int deep = 0;
    Count outer;
    Count inner;
    for (int i = 0; i < 4; i++) {
        Count_init(&outer, &deep);
        if (i == 1) {
            Count_destroy(&outer);
            continue;
        }
        Count_init(&inner, &deep);
        if (deep != 2) {
            deep += 100;
        }
        Count_destroy(&inner);
        Count_destroy(&outer);
    }
    atomicAdd(sum, (int)(threadIdx.x + (unsigned int)deep));
    depth[threadIdx.x] = deep;
}
