// closure_across_barrier.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

struct lambda_1 {
    int *step;
};

struct Ref {
    int *at;
};

static __device__ inline int lambda_1_call(lambda_1 *self, int x)
{
    return x * (*self->step);
}

__global__ void closure(int *out)
{
    int t = threadIdx.x;
    int step = 10 + t;
    int base = 0;
    lambda_1 times = lambda_1{&step};
    Ref ref = Ref{&base};
    base = t;
    int t_1 = lambda_1_call(&times, 7);
    out[t] = t_1;
    __syncthreads();
    int t_2 = out[(t + 1) % 4];
    int t_3 = lambda_1_call(&times, 100);
    out[4 + t] = t_2 + t_3 + (*ref.at);
}
