// local_types.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct Entry {
    int kind;
    int value;
};

static __device__ inline int Entry_total(Entry *self)
{
    int chosen;
    if (self->kind == 2) {
        chosen = 200 + self->value;
    } else {
        int chosen_1;
        if (self->kind == 3) {
            chosen_1 = 100 + self->value;
        } else {
            chosen_1 = self->value;
        }
        chosen = chosen_1;
    }
    return chosen;
}

__global__ void count(int *out)
{
    unsigned int i = threadIdx.x;
    Entry e;
    e.kind = i % 2u == 1u ? 0 : i % 4u == 0u ? 3 : 2;
    e.value = i;
    int total_result = Entry_total(&e);
    out[i] = total_result;
}
