// wait_for_either.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

__global__ void wait_for_either(int *stop, int *turns)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    const int *latch = i % 4 == 1 && blockIdx.x == 0u ? (int *)0 : stop + i % 4;
    int turn = 0;
    for (;; ) {
        turn++;
        bool both = turn < 5;
        if (both) {
            bool either = latch == (int *)0;
            if (!either) {
                bool both_1 = (*latch) == 0;
                if (both_1) {
                    both_1 = turn < 4;
                }
                either = both_1;
            }
            bool either_1 = either;
            if (!either_1) {
                either_1 = (*latch) > turn + 2;
            }
            both = either_1;
        }
        if (!both) {
            break;
        }
    }
    turns[i] = turn;
}
