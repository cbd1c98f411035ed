// goto_retry.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void collatz(int *steps)
{
    int *steps_1 = steps;
    int n = threadIdx.x + 1u;
    int count = 0;
    int chosen;
    while (true) {
        if (n != 1) {
            if (n % 2 == 0) {
                chosen = n / 2;
            } else {
                chosen = 3 * n + 1;
            }
            n = chosen;
            count++;
            continue;
        }
        break;
    }
    steps_1[threadIdx.x] = count;
}

static __device__ inline int taken(int hash, int at)
{
    return (hash >> (unsigned int)at) & 1;
}

__global__ void probe(int *slot)
{
    int *slot_1 = slot;
    int hash = threadIdx.x == 1u ? 1 : threadIdx.x == 2u ? 3 : 8;
    int at = -1;
    bool again = false;
    while (true) {
        at++;
        for (int k = 0; k < 2; k++) {
            int taken_result = taken(hash, at);
            if (taken_result != 0) {
                again = true;
                break;
            }
        }
        if (again) {
            again = false;
            continue;
        }
        break;
    }
    slot_1[threadIdx.x] = at;
}
