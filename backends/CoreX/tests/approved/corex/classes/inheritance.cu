// inheritance.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct Base {
    int a;
};

struct Derived {
    Base base_Base;
    int b;
};

static __device__ inline void Base_init(Base *self, int x)
{
    self->a = x;
}

static __device__ inline void Derived_init(Derived *self, int x, int y)
{
    Base_init(&self->base_Base, x);
    self->b = y;
}

static __device__ inline void add(Base *b, int n)
{
    b->a += n;
}

static __device__ inline int Base_get(Base *self)
{
    return self->a;
}

static __device__ inline int Derived_get(Derived *self)
{
    int get_result = Base_get(&self->base_Base);
    return get_result + self->b;
}

static __device__ inline int through(Base *b)
{
    int get_result = Base_get(b);
    return get_result;
}

static __device__ inline int Base_named(Base *self)
{
    return 100;
}

static __device__ inline int Empty_one()
{
    return 1;
}

__global__ void shapes(int *out)
{
    int t = threadIdx.x;
    Derived d;
    Derived_init(&d, t, 10 + t);
    add(&d.base_Base, t * 5);
    d.base_Base.a += t * 5 - t * 5;
    int get_result = Derived_get(&d);
    int through_result = through(&d.base_Base);
    int t_1 = d.base_Base.a;
    int named_result = Base_named(&d.base_Base);
    int one_result = Empty_one();
    out[t] = get_result + through_result - t_1 + named_result + one_result + t * 5 - t * 0 - t * 0;
}
