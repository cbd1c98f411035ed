// random_numbers.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

struct __kernelport_random {
    unsigned long long seed;
    unsigned long long counter;
};

static __device__ inline unsigned long long kp_kernelport_random_next(__kernelport_random *self)
{
    unsigned long long t = self->seed;
    self->counter++;
    unsigned long long z = t + self->counter * 11400714819323198485ULL;
    z = (z ^ (z >> 30u)) * 13787848793156543929ULL;
    z = (z ^ (z >> 27u)) * 10723151780598845931ULL;
    return z ^ (z >> 31u);
}

static __device__ inline void curand_init(unsigned long long seed, unsigned long long sequence, unsigned long long offset, __kernelport_random *state)
{
    __kernelport_random mix;
    mix.seed = seed ^ 6364136223846793005ULL;
    mix.counter = sequence;
    unsigned long long next_result = kp_kernelport_random_next(&mix);
    state->seed = next_result;
    state->counter = offset;
}

static __device__ inline unsigned int curand(__kernelport_random *state)
{
    unsigned long long next_result = kp_kernelport_random_next(state);
    return (unsigned int)(next_result >> 32u);
}

static __device__ inline float curand_uniform(__kernelport_random *state)
{
    unsigned long long next_result = kp_kernelport_random_next(state);
    return (float)(((double)(next_result >> 40u) + 1.0) / 16777216.0);
}

static __device__ inline double kp_kernelport_random_uniform(__kernelport_random *self)
{
    unsigned long long next_result = kp_kernelport_random_next(self);
    return ((double)(next_result >> 11u) + 1.0) / 9007199254740992.0;
}

static __device__ inline double kp_kernelport_random_normal(__kernelport_random *self)
{
    double uniform_result = kp_kernelport_random_uniform(self);
    double u = uniform_result;
    double uniform_result_1 = kp_kernelport_random_uniform(self);
    double v = uniform_result_1;
    return sqrt(-2.0 * log(u)) * cos(6.283185307179586 * v);
}

static __device__ inline float curand_normal(__kernelport_random *state)
{
    double normal_result = kp_kernelport_random_normal(state);
    return (float)normal_result;
}

static __device__ inline float2 curand_normal2(__kernelport_random *state)
{
    float curand_normal_result = curand_normal(state);
    float x = curand_normal_result;
    float curand_normal_result_1 = curand_normal(state);
    float y = curand_normal_result_1;
    return make_float2(x, y);
}

__global__ __launch_bounds__(1024) void draw(unsigned long long seed, unsigned int *bits, int *inside)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    __kernelport_random state;
    curand_init(seed, (unsigned long long)i, 0ULL, &state);
    __kernelport_random again;
    curand_init(seed, (unsigned long long)i, 1ULL, &again);
    unsigned int curand_result = curand(&state);
    bits[i] = curand_result;
    unsigned int curand_result_1 = curand(&state);
    unsigned int curand_result_2 = curand(&again);
    bool same = curand_result_1 == curand_result_2;
    float sum = 0.0f;
    float low = 1.0f;
    float high = 0.0f;
    for (int n = 0; n < 32; n++) {
        float curand_uniform_result = curand_uniform(&state);
        float u = curand_uniform_result;
        low = fminf(low, u);
        high = fmaxf(high, u);
        float2 curand_normal2_result = curand_normal2(&state);
        float2 z = curand_normal2_result;
        sum += z.x + z.y;
    }
    bool both = same;
    if (both) {
        both = low > 0.0f;
    }
    bool both_1 = both;
    if (both_1) {
        both_1 = high <= 1.0f;
    }
    bool both_2 = both_1;
    if (both_2) {
        both_2 = high - low > 0.5f;
    }
    bool both_3 = both_2;
    if (both_3) {
        both_3 = fabsf(sum) < 40.0f;
    }
    inside[i] = both_3;
}
