// launch: wait_a_while<<<2, 32>>>(out: int[64])
// expect: out[0..4] = 1 1 1 1
__global__ void wait_a_while(int* out) {
    long long before = clock64();
    long long start = clock64();
    while (clock64() - start < 64) {
    }
    out[blockIdx.x * blockDim.x + threadIdx.x] = start >= before && clock64() - before >= 64;
}
