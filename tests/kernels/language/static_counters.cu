// launch: count<<<2, 32>>>(seen: int[1], table: int[64])
// then: count<<<2, 32>>>(seen, table)
// expect: seen = 128
// expect: table[30..36] = 5 7 2 3 5 7
// A static variable of a function is one for all threads and keeps its value from launch to launch.
__device__ int more()
{
    static int calls;
    return atomicAdd(&calls, 1) + 1;
}

__global__ void count(int *seen, int *table)
{
    static const int primes[4] = {2, 3, 5, 7};
    atomicMax(seen, more());
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    table[i] = primes[i % 4];
}
