// launch: wait_for<<<2, 32>>>(flag: int[1], seen: int[64])
// expect: seen[0..2] = 7 7
// expect: sum(seen) = 448
// A block that waits for another one, asleep between two looks.
__global__ void wait_for(int *flag, int *seen)
{
    if (blockIdx.x == 0) {
        if (threadIdx.x == 0) {
            __threadfence();
            atomicExch(flag, 7);
        }
        seen[threadIdx.x] = 7;
    } else {
        if (threadIdx.x == 0) {
            while (atomicAdd(flag, 0) != 7) __nanosleep(32);
        }
        __syncthreads();
        seen[32 + threadIdx.x] = atomicAdd(flag, 0);
    }
}
