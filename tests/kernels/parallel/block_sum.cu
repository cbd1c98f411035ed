// launch: block_sum<256><<<4, 256>>>(in: int[1003] = seq(0, 1), out: int[4], n: 1003)
// expect: out = 32640 98176 163712 207975
template <int BLOCK>
__global__ void block_sum(const int* in, int* out, int n) {
    __shared__ int part[BLOCK];
    int i = blockIdx.x * BLOCK + threadIdx.x;
    part[threadIdx.x] = i < n ? in[i] : 0;
    __syncthreads();
    for (int step = BLOCK / 2; step > 0; step /= 2) {
        if (threadIdx.x < step) part[threadIdx.x] += part[threadIdx.x + step];
        __syncthreads();
    }
    if (threadIdx.x == 0) out[blockIdx.x] = part[0];
}
