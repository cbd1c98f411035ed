// launch: sort<<<2, 64>>>(keys: uint[128] = rand(31, 0, 4294967296), sorted: uint[128], steps: int[2])
// expect: steps = 0 0
// A block sorts by one bit after the other: zeros keep their order in front, ones behind. The block counts what is out of order.
__global__ void sort(const unsigned *keys, unsigned *sorted, int *steps)
{
    __shared__ unsigned key[64];
    __shared__ int zeros[64];
    int i = threadIdx.x;
    key[i] = keys[blockIdx.x * 64 + i];
    for (int bit = 0; bit < 32; ++bit) {
        __syncthreads();
        unsigned k = key[i];
        int zero = ((k >> bit) & 1u) == 0u;
        zeros[i] = zero;
        __syncthreads();
        for (int step = 1; step < 64; step *= 2) {
            int before = i >= step ? zeros[i - step] : 0;
            __syncthreads();
            zeros[i] += before;
            __syncthreads();
        }
        int to = zero ? zeros[i] - 1 : zeros[63] + i - zeros[i];
        __syncthreads();
        key[to] = k;
    }
    __syncthreads();
    sorted[blockIdx.x * 64 + i] = key[i];
    int wrong = __syncthreads_count(i > 0 && key[i - 1] > key[i]);
    if (i == 0) steps[blockIdx.x] = wrong;
}
