// launch: draw<<<2, 32>>>(seed: 42, bits: unsigned int[64], inside: int[64])
// expect: sum(inside) = 64
// A sequence a thread, begun anywhere, and the same again from its start; uniform numbers lie in (0, 1], of normal ones the mean is small.
#include <curand_kernel.h>

__global__ void draw(unsigned long long seed, unsigned int *bits, int *inside) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    curandState state, again;
    curand_init(seed, i, 0, &state);
    curand_init(seed, i, 1, &again);
    bits[i] = curand(&state);
    bool same = curand(&state) == curand(&again);
    float sum = 0, low = 1, high = 0;
    for (int n = 0; n < 32; ++n) {
        float u = curand_uniform(&state);
        low = fminf(low, u);
        high = fmaxf(high, u);
        float2 z = curand_normal2(&state);
        sum += z.x + z.y;
    }
    inside[i] = same && low > 0 && high <= 1 && high - low > 0.5f && fabsf(sum) < 40;
}
