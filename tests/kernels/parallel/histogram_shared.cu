// launch: histogram<<<4, 64>>>(in: unsigned char[1003] = rand(21, 0, 16), bins: unsigned[16], n: 1003)
// expect: sum(bins) = 1003
// expect: bins = 70 66 63 72 63 61 67 56 64 48 68 63 56 58 57 71 (twin)
__global__ void histogram(const unsigned char* in, unsigned* bins, int n) {
    __shared__ unsigned local[16];
    if (threadIdx.x < 16) local[threadIdx.x] = 0;
    __syncthreads();
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x) atomicAdd(&local[in[i]], 1u);
    __syncthreads();
    if (threadIdx.x < 16) atomicAdd(&bins[threadIdx.x], local[threadIdx.x]);
}
