// peaks S|L: what this machine can do at most with one thread, by the clock that the contestants use: "GB/s,GFLOP/s" of a triad in the second cache (S) or in memory,
// past the caches (L), and of products and sums in registers.
#include "contest.h"

#ifdef __AVX512F__
typedef float vec __attribute__((vector_size(64)));
#else
typedef float vec __attribute__((vector_size(32)));
#endif
static const int Lanes = sizeof(vec) / 4;

static double best(int times, double work, const std::function<void()>& run)
{
    double rate = 0;
    for (int i = 0; i < times; ++i) {
        double t = now_ns();
        run();
        rate = std::max(rate, work / (now_ns() - t));
    }
    return rate;
}

static double flops()
{
    const int Turns = 100000, Sums = 12;
    float sink = 0;
    double rate = best(40, 2.0 * Turns * Sums * Lanes, [&] {
        vec s[Sums], a, b;
        for (int i = 0; i < Lanes; ++i) { a[i] = 0.999f; b[i] = 0.001f; }
        for (int i = 0; i < Sums; ++i) s[i] = a * float(i);
        for (int t = 0; t < Turns; ++t)
            #pragma GCC unroll 12
            for (int i = 0; i < Sums; ++i) {
                s[i] = s[i] * a + b;
                asm volatile("" : "+v"(s[i]));
            }
        for (int i = 0; i < Sums; ++i) sink += s[i][0];
    });
    if (sink == 42) puts("");
    return rate;
}

static double bytes(bool large)
{
    size_t n = large ? 1u << 26 : 1u << 16;
    int again = large ? 1 : 200;
    Problem p;
    Case c{"triad", "", {}, {}, {}, {{n * 4, Init::Zero, true}, {n * 4, Init::Unit, false}, {n * 4, Init::Unit, false}}, 0, 0};
    p.make(c);
    return best(large ? 6 : 40, 12.0 * n * again, [&] {
        vec* a = p.p<vec>(0);
        const vec *x = p.p<vec>(1), *y = p.p<vec>(2);
        for (int r = 0; r < again; ++r) {
            for (size_t i = 0; i < n / Lanes; ++i) {
                vec v = x[i] + 3.0f * y[i];
                if (large) __builtin_nontemporal_store(v, &a[i]); else a[i] = v;
            }
            asm volatile("" ::: "memory");
        }
    });
}

int main(int argc, char** argv)
{
    bool large = argc > 1 && argv[1][0] == 'L';
    printf("%.1f,%.1f\n", bytes(large), flops());
}
