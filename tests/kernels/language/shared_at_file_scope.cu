// launch: mirror<<<2, 4, 32>>>(in: int[8] = seq(10, 1), out: int[8], sums: float[2])
// expect: out = 13 12 11 10 17 16 15 14
// expect: sums = 46 62
// All extern arrays begin at one place, whoever names them.
extern __shared__ int words[];
__device__ int mirrored(int i) { return words[blockDim.x - 1 - i]; }
__device__ float sum_of(int n) {
    extern __shared__ int words[];
    float* after = (float*)(words + n);
    after[threadIdx.x] = (float)words[threadIdx.x];
    __syncthreads();
    float sum = 0;
    for (int i = 0; i < n; i++) sum += after[i];
    return sum;
}
__global__ void mirror(const int* in, int* out, float* sums) {
    int at = blockIdx.x * blockDim.x + threadIdx.x;
    words[threadIdx.x] = in[at];
    __syncthreads();
    out[at] = mirrored(threadIdx.x);
    float sum = sum_of(blockDim.x);
    if (threadIdx.x == 0) sums[blockIdx.x] = sum;
}
