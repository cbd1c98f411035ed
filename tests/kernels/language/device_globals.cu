// launch: count<<<3, 32>>>(in: int[96] = seq(0, 1), n: 90)
// then: publish<<<1, 1>>>(in)
// symbol: limit = 40
// expect: symbol below = 40
// expect: symbol above = 50
// expect: in[0..3] = 40 50 2
__constant__ int limit;
__device__ unsigned int below;
__device__ unsigned int above;
__global__ void count(const int* in, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    if (in[i] < limit) atomicAdd(&below, 1u);
    else atomicAdd(&above, 1u);
}
__global__ void publish(int* out) {
    out[0] = (int)below;
    out[1] = (int)above;
}
