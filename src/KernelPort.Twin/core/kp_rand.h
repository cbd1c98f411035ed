// Random numbers in kernels and from the host. The generators are ours: another sequence than the vendor's of the same name, of
// the same distributions. Before: KP_RAND(name), KP_RAND_ENUM(name), KP_RAND_CALL (the name alone).
#pragma once
#include <math.h>

namespace kp {
namespace random {
struct state {
    uint64_t seed, counter;
    // SplitMix64 of a counter: any sequence can begin anywhere.
    uint64_t next() {
        uint64_t z = seed + ++counter * 0x9E3779B97F4A7C15ull;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return z ^ (z >> 31);
    }
    double uniform() { return (static_cast<double>(next() >> 11) + 1.0) / 9007199254740992.0; } // (0, 1]
    double normal() {
        double u = uniform(), v = uniform();
        return sqrt(-2.0 * log(u)) * cos(6.283185307179586 * v);
    }
};
} // namespace random
} // namespace kp

typedef kp::random::state KP_RAND(State);
typedef kp::random::state KP_RAND(State_t);
typedef kp::random::state KP_RAND(StateXORWOW_t);
typedef kp::random::state KP_RAND(StateXORWOW);
typedef kp::random::state KP_RAND(StatePhilox4_32_10_t);
typedef kp::random::state KP_RAND(StatePhilox4_32_10);
typedef kp::random::state KP_RAND(StateMRG32k3a_t);
inline void KP_RAND(_init)(unsigned long long seed, unsigned long long sequence, unsigned long long offset, kp::random::state* s) {
    kp::random::state mix = {seed ^ 0x5851F42D4C957F2Dull, sequence};
    *s = kp::random::state{mix.next(), offset};
}
inline unsigned int KP_RAND_CALL(kp::random::state* s) { return static_cast<unsigned int>(s->next() >> 32); }
// Float: the largest below or at one, never zero.
inline float KP_RAND(_uniform)(kp::random::state* s) { return static_cast<float>((static_cast<double>(s->next() >> 40) + 1.0) / 16777216.0); }
inline double KP_RAND(_uniform_double)(kp::random::state* s) { return s->uniform(); }
inline float KP_RAND(_normal)(kp::random::state* s) { return static_cast<float>(s->normal()); }
inline double KP_RAND(_normal_double)(kp::random::state* s) { return s->normal(); }
inline float KP_RAND(_log_normal)(kp::random::state* s, float mean, float deviation) { return expf(mean + deviation * static_cast<float>(s->normal())); }
inline kp::vec::float2 KP_RAND(_normal2)(kp::random::state* s) { return kp::vec::float2{KP_RAND(_normal)(s), KP_RAND(_normal)(s)}; }
inline kp::vec::float4 KP_RAND(_uniform4)(kp::random::state* s) { return kp::vec::float4{KP_RAND(_uniform)(s), KP_RAND(_uniform)(s), KP_RAND(_uniform)(s), KP_RAND(_uniform)(s)}; }
inline kp::vec::float4 KP_RAND(_normal4)(kp::random::state* s) { return kp::vec::float4{KP_RAND(_normal)(s), KP_RAND(_normal)(s), KP_RAND(_normal)(s), KP_RAND(_normal)(s)}; }
inline unsigned int KP_RAND(_poisson)(kp::random::state* s, double lambda) {
    double limit = exp(-lambda), p = s->uniform();
    unsigned int k = 0;
    for (; p > limit; k++) p *= s->uniform();
    return k;
}

enum KP_RAND(Status_t) { KP_RAND_ENUM(STATUS_SUCCESS) = 0, KP_RAND_ENUM(STATUS_NOT_INITIALIZED) = 101, KP_RAND_ENUM(STATUS_TYPE_ERROR) = 103, KP_RAND_ENUM(STATUS_OUT_OF_RANGE) = 104 };
enum KP_RAND(RngType_t) { KP_RAND_ENUM(RNG_PSEUDO_DEFAULT) = 100, KP_RAND_ENUM(RNG_PSEUDO_XORWOW) = 101, KP_RAND_ENUM(RNG_PSEUDO_MRG32K3A) = 121, KP_RAND_ENUM(RNG_PSEUDO_MTGP32) = 141,
                          KP_RAND_ENUM(RNG_PSEUDO_MT19937) = 142, KP_RAND_ENUM(RNG_PSEUDO_PHILOX4_32_10) = 161 };
typedef kp::random::state* KP_RAND(Generator_t);
inline KP_RAND(Status_t) KP_RAND(CreateGenerator)(KP_RAND(Generator_t)* g, KP_RAND(RngType_t)) {
    *g = new kp::random::state{0, 0};
    return KP_RAND_ENUM(STATUS_SUCCESS);
}
inline KP_RAND(Status_t) KP_RAND(CreateGeneratorHost)(KP_RAND(Generator_t)* g, KP_RAND(RngType_t) t) { return KP_RAND(CreateGenerator)(g, t); }
inline KP_RAND(Status_t) KP_RAND(DestroyGenerator)(KP_RAND(Generator_t) g) {
    delete g;
    return KP_RAND_ENUM(STATUS_SUCCESS);
}
inline KP_RAND(Status_t) KP_RAND(SetPseudoRandomGeneratorSeed)(KP_RAND(Generator_t) g, unsigned long long seed) {
    *g = kp::random::state{seed, 0};
    return KP_RAND_ENUM(STATUS_SUCCESS);
}
inline KP_RAND(Status_t) KP_RAND(SetGeneratorOffset)(KP_RAND(Generator_t) g, unsigned long long offset) {
    g->counter = offset;
    return KP_RAND_ENUM(STATUS_SUCCESS);
}
inline KP_RAND(Status_t) KP_RAND(SetStream)(KP_RAND(Generator_t), KP_API(Stream_t)) { return KP_RAND_ENUM(STATUS_SUCCESS); }
#define KP_GENERATE(name, T, expression)                                                                   \
    inline KP_RAND(Status_t) KP_RAND(name)(KP_RAND(Generator_t) g, T* p, size_t n) {                       \
        for (size_t i = 0; i < n; i++) p[i] = static_cast<T>(expression);                                  \
        return KP_RAND_ENUM(STATUS_SUCCESS);                                                               \
    }
KP_GENERATE(Generate, unsigned int, g->next() >> 32)
KP_GENERATE(GenerateUniform, float, KP_RAND(_uniform)(g))
KP_GENERATE(GenerateUniformDouble, double, g->uniform())
#undef KP_GENERATE
#define KP_GENERATE(name, T)                                                                               \
    inline KP_RAND(Status_t) KP_RAND(name)(KP_RAND(Generator_t) g, T* p, size_t n, T mean, T deviation) {  \
        for (size_t i = 0; i < n; i++) p[i] = mean + deviation * static_cast<T>(g->normal());              \
        return KP_RAND_ENUM(STATUS_SUCCESS);                                                               \
    }
KP_GENERATE(GenerateNormal, float)
KP_GENERATE(GenerateNormalDouble, double)
#undef KP_GENERATE
