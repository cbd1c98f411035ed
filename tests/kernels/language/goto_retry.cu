// launch: collatz<<<1, 8>>>(steps: int[8])
// expect: steps = 0 1 7 2 5 8 16 3
// launch: probe<<<1, 4>>>(slot: int[4])
// expect: slot = 0 1 2 0
// A goto backwards is a loop; one out of the middle of an inner loop goes on with the outer one.
__global__ void collatz(int *steps)
{
    int n = threadIdx.x + 1, count = 0;
again:
    if (n != 1) {
        n = n % 2 == 0 ? n / 2 : 3 * n + 1;
        count++;
        goto again;
    }
    steps[threadIdx.x] = count;
}

__device__ int taken(int hash, int at) { return (hash >> at) & 1; }

__global__ void probe(int *slot)
{
    int hash = threadIdx.x == 1 ? 1 : threadIdx.x == 2 ? 3 : 8, at = -1;
next:
    at++;
    for (int k = 0; k < 2; ++k) {
        if (taken(hash, at)) goto next;
    }
    slot[threadIdx.x] = at;
}
