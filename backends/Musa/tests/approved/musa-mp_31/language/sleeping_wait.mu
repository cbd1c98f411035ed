// sleeping_wait.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

__global__ void wait_for(int *flag, int *seen)
{
    if (blockIdx.x == 0u) {
        if (threadIdx.x == 0u) {
            __threadfence();
            atomicExch(flag, 7);
        }
        seen[threadIdx.x] = 7;
    } else {
        if (threadIdx.x == 0u) {
            while (true) {
                int old = atomicAdd(flag, 0);
                if (old == 7) {
                    break;
                }
                (void)(32u);
            }
        }
        __syncthreads();
        int old_1 = atomicAdd(flag, 0);
        seen[32u + threadIdx.x] = old_1;
    }
}
