// launch: halves<<<2, 64>>>(in: float[128] = seq(1, 1), out: float[4])
// expect: out = 528 1552 2576 3600
// A barrier of libcu++'s kind: arrive, do something else, wait; then a phase in one call; and a copy that the barrier waits for.
#include <cuda/barrier>
#include <cuda/pipeline>

__global__ void halves(const float *in, float *out) {
    __shared__ cuda::barrier<cuda::thread_scope_block> ready;
    __shared__ float values[64];
    int i = threadIdx.x;
    if (i == 0) init(&ready, blockDim.x);
    __syncthreads();
    cuda::memcpy_async(&values[i], &in[blockIdx.x * 64 + i], sizeof(float), ready);
    auto token = ready.arrive();
    int half = i / 32;
    ready.wait(std::move(token));
    for (int step = 16; step > 0; step /= 2) {
        if (i % 32 < step) values[half * 32 + i % 32] += values[half * 32 + i % 32 + step];
        ready.arrive_and_wait();
    }
    if (i % 32 == 0) out[blockIdx.x * 2 + half] = values[i];
}
