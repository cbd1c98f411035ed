#pragma once
#include "curand.h"
#include "math.h"
// Random numbers in kernels. The generator is ours, SplitMix64 of a counter, so that any sequence can begin anywhere: the vendors' generators of one name give
// different sequences anyway. All of cuRAND's generators are this one.
#define __KP_RANDOM inline __device__
struct __kernelport_random {
    unsigned long long seed, counter;
    __device__ unsigned long long next() {
        unsigned long long z = seed + ++counter * 0x9E3779B97F4A7C15ull;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return z ^ (z >> 31);
    }
    __device__ double uniform() { return ((double)(next() >> 11) + 1.0) / 9007199254740992.0; }
    __device__ double normal() {
        double u = uniform(), v = uniform();
        return sqrt(-2.0 * log(u)) * cos(6.283185307179586 * v);
    }
};
typedef struct __kernelport_random curandStateXORWOW;
typedef struct __kernelport_random curandStatePhilox4_32_10;
typedef struct __kernelport_random curandStateMRG32k3a;
typedef curandStateXORWOW curandStateXORWOW_t;
typedef curandStateXORWOW curandState_t;
typedef curandStateXORWOW curandState;
typedef curandStatePhilox4_32_10 curandStatePhilox4_32_10_t;
typedef curandStateMRG32k3a curandStateMRG32k3a_t;
struct curandStateMtgp32;
struct curandStateSobol32;
struct curandStateSobol64;
typedef struct curandStateSobol32 curandStateSobol32_t;
typedef struct curandStateSobol64 curandStateSobol64_t;
typedef struct curandStateMtgp32 curandStateMtgp32_t;

__KP_RANDOM void curand_init(unsigned long long seed, unsigned long long sequence, unsigned long long offset, __kernelport_random *state) {
    __kernelport_note("random numbers come from KernelPort's generator, of the same distributions as cuRAND's but another sequence");
    __kernelport_random mix = {seed ^ 0x5851F42D4C957F2Dull, sequence};
    state->seed = mix.next();
    state->counter = offset;
}
__KP_RANDOM void skipahead(unsigned long long n, __kernelport_random *state) { state->counter += n; }
__KP_RANDOM unsigned int curand(__kernelport_random *state) { return (unsigned int)(state->next() >> 32); }
// In (0, 1].
__KP_RANDOM float curand_uniform(__kernelport_random *state) { return (float)(((double)(state->next() >> 40) + 1.0) / 16777216.0); }
__KP_RANDOM double curand_uniform_double(__kernelport_random *state) { return state->uniform(); }
__KP_RANDOM float curand_normal(__kernelport_random *state) { return (float)state->normal(); }
__KP_RANDOM double curand_normal_double(__kernelport_random *state) { return state->normal(); }
__KP_RANDOM float curand_log_normal(__kernelport_random *state, float mean, float deviation) { return expf(mean + deviation * (float)state->normal()); }
__KP_RANDOM uint4 curand4(__kernelport_random *state) {
    unsigned int x = curand(state), y = curand(state), z = curand(state), w = curand(state);
    return make_uint4(x, y, z, w);
}
__KP_RANDOM float4 curand_uniform4(__kernelport_random *state) {
    float x = curand_uniform(state), y = curand_uniform(state), z = curand_uniform(state), w = curand_uniform(state);
    return make_float4(x, y, z, w);
}
__KP_RANDOM double2 curand_uniform2_double(__kernelport_random *state) {
    double x = state->uniform(), y = state->uniform();
    return make_double2(x, y);
}
__KP_RANDOM float2 curand_normal2(__kernelport_random *state) {
    float x = curand_normal(state), y = curand_normal(state);
    return make_float2(x, y);
}
__KP_RANDOM double2 curand_normal2_double(__kernelport_random *state) {
    double x = state->normal(), y = state->normal();
    return make_double2(x, y);
}
__KP_RANDOM float4 curand_normal4(__kernelport_random *state) {
    float x = curand_normal(state), y = curand_normal(state), z = curand_normal(state), w = curand_normal(state);
    return make_float4(x, y, z, w);
}
__KP_RANDOM unsigned int curand_poisson(__kernelport_random *state, double lambda) {
    double limit = exp(-lambda), p = state->uniform();
    unsigned int k = 0;
    for (; p > limit; k++) p *= state->uniform();
    return k;
}
