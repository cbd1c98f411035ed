// What every contestant shares: the cases (kernel, size, launch shape, arguments, buffers), the data they
// run on, and the line protocol the driver speaks with them.
//
//   list                 -> one "case KERNEL SIZE" a line, then "end"
//   prep KERNEL SIZE     -> "ok PREP_MS" (compiled, data made, one launch done), or "no REASON"
//   check                -> "sum A B"    (fresh data, one launch, two checksums of the outputs)
//   run MIN_REPS MIN_MS  -> "t MEDIAN_NS MIN_NS COUNT"
//   quit
#pragma once
#include <chrono>
#include <ctime>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <algorithm>
#include <functional>
#include <string>
#include <thread>
#include <vector>
#include <sys/mman.h>
#include <unistd.h>

struct Arg { enum Kind { Buf, I32, F32 } kind; int i; float f; };
inline Arg B(int i) { return {Arg::Buf, i, 0}; }
inline Arg I(int i) { return {Arg::I32, i, 0}; }
inline Arg F(float f) { return {Arg::F32, 0, f}; }

enum class Init { Zero, Unit, Pos, Byte, Col, Ptr, Price, Strike, Years };
struct Buf { size_t bytes; Init init; bool out; int aux = 0; };

struct Case {
    std::string kernel, size;
    unsigned grid[3], block[3];
    std::vector<Arg> args;
    std::vector<Buf> bufs;
    double bytes;  // least memory traffic of one launch (each array once, no write-allocate)
    double flops;
};

inline unsigned cdiv(size_t a, size_t b) { return unsigned((a + b - 1) / b); }

inline int spmv_len(int r) { return 8 + int((r * 2654435761u) >> 28); }  // 8..23 entries a row

inline std::vector<Case> all_cases()
{
    std::vector<Case> v;
    auto f4 = [](size_t n) { return n * 4; };
    for (int L = 0; L < 2; ++L) {
        const char* S = L ? "L" : "S";
        if (!L) v.push_back({"launch", S, {512, 1, 1}, {256, 1, 1}, {I(0), B(0)}, {{f4(512 * 256), Init::Zero, true}}, 0.0, 0.0});
        {
            size_t n = L ? 1u << 26 : 1u << 17;
            v.push_back({"saxpy", S, {cdiv(n, 256), 1, 1}, {256, 1, 1}, {I(n), F(1.25f), B(0), B(1)},
                         {{f4(n), Init::Unit, false}, {f4(n), Init::Unit, true}}, 12.0 * n, 2.0 * n});
            n = L ? 1u << 26 : 1u << 16;
            v.push_back({"triad", S, {cdiv(n, 256), 1, 1}, {256, 1, 1}, {I(n), F(3.0f), B(0), B(1), B(2)},
                         {{f4(n), Init::Zero, true}, {f4(n), Init::Unit, false}, {f4(n), Init::Unit, false}}, 12.0 * n, 2.0 * n});
        }
        {
            size_t w = L ? 8192 : 512;
            v.push_back({"stencil2d", S, {cdiv(w, 32), cdiv(w, 8), 1}, {32, 8, 1}, {I(w), I(w), B(0), B(1)},
                         {{f4(w * w), Init::Unit, false}, {f4(w * w), Init::Zero, true}}, 8.0 * w * w, 6.0 * w * w});
            size_t n = L ? 384 : 64;
            v.push_back({"stencil3d", S, {cdiv(n, 32), cdiv(n, 4), cdiv(n, 2)}, {32, 4, 2}, {I(n), F(0.4f), F(0.1f), B(0), B(1)},
                         {{f4(n * n * n), Init::Unit, false}, {f4(n * n * n), Init::Zero, true}}, 8.0 * n * n * n, 8.0 * n * n * n});
        }
        {
            size_t n = L ? 1024 : 256;
            for (const char* k : {"matmul_naive", "matmul_tiled", "matmul_reg"}) {
                unsigned t = std::string(k) == "matmul_reg" ? 64 : 16;
                v.push_back({k, S, {cdiv(n, t), cdiv(n, t), 1}, {16, 16, 1}, {I(n), B(0), B(1), B(2)},
                             {{f4(n * n), Init::Unit, false}, {f4(n * n), Init::Unit, false}, {f4(n * n), Init::Zero, true}},
                             12.0 * n * n, 2.0 * n * n * n});
            }
        }
        {
            size_t n = L ? 1u << 27 : 1u << 18;
            v.push_back({"reduce_tree", S, {unsigned(n / 512), 1, 1}, {256, 1, 1}, {I(n), B(0), B(1)},
                         {{f4(n), Init::Unit, false}, {f4(n / 512), Init::Zero, true}}, 4.0 * n, 1.0 * n});
            v.push_back({"reduce_warp", S, {64, 1, 1}, {256, 1, 1}, {I(n), B(0), B(1)},
                         {{f4(n), Init::Unit, false}, {f4(64), Init::Zero, true}}, 4.0 * n, 1.0 * n});
        }
        {
            size_t r = L ? 65536 : 64, c = 1024;
            v.push_back({"softmax", S, {unsigned(r), 1, 1}, {256, 1, 1}, {I(c), B(0), B(1)},
                         {{f4(r * c), Init::Unit, false}, {f4(r * c), Init::Zero, true}}, 8.0 * r * c, 5.0 * r * c});
            v.push_back({"layernorm", S, {unsigned(r), 1, 1}, {256, 1, 1}, {I(c), F(1e-5f), B(0), B(1), B(2), B(3)},
                         {{f4(r * c), Init::Unit, false}, {f4(c), Init::Unit, false}, {f4(c), Init::Unit, false}, {f4(r * c), Init::Zero, true}},
                         8.0 * r * c, 8.0 * r * c});
        }
        {
            size_t n = L ? 1u << 28 : 1u << 20;
            v.push_back({"histogram", S, {64, 1, 1}, {256, 1, 1}, {I(n), B(0), B(1)},
                         {{n, Init::Byte, false}, {1024, Init::Zero, true}}, 1.0 * n, 1.0 * n});
        }
        {
            size_t n = L ? 8192 : 1024;
            v.push_back({"nbody", S, {unsigned(n / 256), 1, 1}, {256, 1, 1}, {I(n), F(0.01f), B(0), B(1)},
                         {{16 * n, Init::Pos, false}, {16 * n, Init::Zero, true}}, 32.0 * n, 20.0 * n * n});
        }
        {
            size_t n = L ? 1u << 24 : 1u << 16;
            v.push_back({"blackscholes", S, {cdiv(n, 256), 1, 1}, {256, 1, 1},
                         {I(n), F(0.02f), F(0.30f), B(0), B(1), B(2), B(3), B(4)},
                         {{f4(n), Init::Price, false}, {f4(n), Init::Strike, false}, {f4(n), Init::Years, false},
                          {f4(n), Init::Zero, true}, {f4(n), Init::Zero, true}}, 20.0 * n, 60.0 * n});
        }
        {
            size_t n = L ? 1u << 26 : 1u << 18;
            v.push_back({"scan", S, {unsigned(n / 512), 1, 1}, {256, 1, 1}, {I(n), B(0), B(1)},
                         {{f4(n), Init::Unit, false}, {f4(n), Init::Zero, true}}, 8.0 * n, 1.0 * n});
        }
        {
            int w = L ? 1024 : 128;
            v.push_back({"mandelbrot", S, {cdiv(w, 32), cdiv(w, 8), 1}, {32, 8, 1},
                         {I(w), I(w), I(256), F(-2.0f), F(-1.25f), F(2.5f / w), F(2.5f / w), B(0)},
                         {{f4(size_t(w) * w), Init::Zero, true}}, 4.0 * w * w, 0.0});
        }
        {
            int rows = L ? 1 << 21 : 1 << 14;
            size_t nnz = 0;
            for (int r = 0; r < rows; ++r) nnz += spmv_len(r);
            v.push_back({"spmv", S, {cdiv(rows, 256), 1, 1}, {256, 1, 1}, {I(rows), B(0), B(1), B(2), B(3), B(4)},
                         {{f4(rows + 1), Init::Ptr, false}, {f4(nnz), Init::Col, false, rows}, {f4(nnz), Init::Unit, false},
                          {f4(rows), Init::Unit, false}, {f4(rows), Init::Zero, true}},
                         8.0 * nnz + 12.0 * rows, 2.0 * nnz});
        }
        {
            size_t w = L ? 8192 : 512;
            v.push_back({"transpose", S, {cdiv(w, 32), cdiv(w, 32), 1}, {32, 8, 1}, {I(w), I(w), B(0), B(1)},
                         {{f4(w * w), Init::Unit, false}, {f4(w * w), Init::Zero, true}}, 8.0 * w * w, 0.0});
        }
    }
    return v;
}

inline uint32_t mix(uint32_t h)
{
    h ^= h >> 16; h *= 0x7feb352du; h ^= h >> 15; h *= 0x846ca68bu; h ^= h >> 16;
    return h;
}
inline float unit(uint32_t i) { return float(mix(i) >> 8) * (1.0f / 16777216.0f) - 0.5f; }

inline void fill(void* p, const Buf& b, uint32_t seed)
{
    size_t n = b.bytes / 4;
    float* f = (float*)p;
    int* w = (int*)p;
    auto par = [&](auto fn) {
        std::thread t([&] { for (size_t i = 0; i < n / 2; ++i) fn(i); });
        for (size_t i = n / 2; i < n; ++i) fn(i);
        t.join();
    };
    switch (b.init) {
    case Init::Zero: memset(p, 0, b.bytes); break;
    case Init::Unit: par([&](size_t i) { f[i] = unit(uint32_t(i) + seed * 77777777u); }); break;
    case Init::Pos: par([&](size_t i) { f[i] = (i & 3) == 3 ? 1.0f + unit(i) : 10.0f * unit(i + seed); }); break;
    case Init::Byte: par([&](size_t i) { w[i] = int(mix(uint32_t(i) + seed)); }); break;
    case Init::Col: par([&](size_t i) { w[i] = int(mix(uint32_t(i) + seed) % uint32_t(b.aux)); }); break;
    case Init::Ptr: { int s = 0; for (size_t i = 0; i < n; ++i) { w[i] = s; s += spmv_len(int(i)); } break; }
    case Init::Price: par([&](size_t i) { f[i] = 5.0f + 25.0f * (unit(i * 3) + 0.5f); }); break;
    case Init::Strike: par([&](size_t i) { f[i] = 1.0f + 99.0f * (unit(i * 3 + 1) + 0.5f); }); break;
    case Init::Years: par([&](size_t i) { f[i] = 0.25f + 9.75f * (unit(i * 3 + 2) + 0.5f); }); break;
    }
}

struct Problem {
    Case c;
    std::vector<void*> mem;
    std::vector<size_t> len;
    void make(const Case& cc)
    {
        drop();
        c = cc;
        for (auto& b : c.bufs) {
            size_t n = (b.bytes + 4096 + (2u << 20) - 1) & ~size_t((2u << 20) - 1);
            char* p = (char*)mmap(nullptr, n + (2u << 20), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
            char* a = (char*)((uintptr_t(p) + (2u << 20) - 1) & ~uintptr_t((2u << 20) - 1));
            if (a > p) munmap(p, a - p);
            madvise(a, n, MADV_HUGEPAGE);
            mem.push_back(a);
            len.push_back(n);
        }
        refill();
    }
    void refill() { for (size_t i = 0; i < mem.size(); ++i) fill(mem[i], c.bufs[i], uint32_t(i)); }
    void drop()
    {
        for (size_t i = 0; i < mem.size(); ++i) munmap(mem[i], len[i]);
        mem.clear();
        len.clear();
    }
    template <class T> T* p(int i) const { return (T*)mem[i]; }
    int i(int k) const { return c.args[k].i; }
    float f(int k) const { return c.args[k].f; }
};

// A contestant: prepare compiles and binds, and returns the launch (synchronous), or an empty function.
// After a refill of the data, sync (if any) tells the contestant that the host changed the buffers.
struct Contestant {
    virtual std::function<void()> prepare(Problem& p, std::string& why) = 0;
    virtual void release() {}
    virtual void host_changed() {}
    virtual void before_read() {}
};

// wall clock, or (BENCH_CLOCK=cpu, for one thread on a busy machine) the CPU time of the whole process
inline double now_ns()
{
    static const bool cpu = getenv("BENCH_CLOCK") && !strcmp(getenv("BENCH_CLOCK"), "cpu");
    if (cpu) {
        timespec t;
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
        return double(t.tv_sec) * 1e9 + double(t.tv_nsec);
    }
    return double(std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count());
}

// Two sums over the outputs, by which contestants are compared.
inline void sums(const Problem& p, double& s, double& w)
{
    s = w = 0;
    bool ints = p.c.kernel == "histogram" || p.c.kernel == "mandelbrot";
    for (size_t q = 0; q < p.mem.size(); ++q) if (p.c.bufs[q].out) {
        size_t n = p.c.bufs[q].bytes / 4;
        for (size_t i = 0; i < n; ++i) {
            double x = ints ? double(p.p<int>(q)[i]) : double(p.p<float>(q)[i]);
            s += std::fabs(x);
            w += x * double(1 + (i * 7919) % 1009);
        }
    }
}

inline int contest_main(Contestant& k)
{
    auto cases = all_cases();
    Problem p;
    std::function<void()> go;
    char line[512];
    setvbuf(stdout, nullptr, _IOLBF, 0);
    while (fgets(line, sizeof line, stdin)) {
        char a[64], b[64];
        int reps, ms;
        if (!strncmp(line, "list", 4)) {
            for (auto& c : cases) printf("case %s %s %.0f %.0f\n", c.kernel.c_str(), c.size.c_str(), c.bytes, c.flops);
            printf("end\n");
        } else if (sscanf(line, "prep %63s %63s", a, b) == 2) {
            go = nullptr;
            k.release();
            p.drop();
            const Case* c = nullptr;
            for (auto& x : cases) if (x.kernel == a && x.size == b) c = &x;
            std::string why = "unknown case";
            if (c) {
                p.make(*c);
                why = "not offered";
                double t0 = now_ns();
                go = k.prepare(p, why);
                if (go) { go(); printf("ok %.3f\n", (now_ns() - t0) / 1e6); continue; }
                p.drop();
            }
            printf("no %s\n", why.c_str());
        } else if (!strncmp(line, "check", 5) && go) {
            p.refill();
            k.host_changed();
            go();
            k.before_read();
            double s, w;
            sums(p, s, w);
            printf("sum %.9g %.9g\n", s, w);
        } else if (sscanf(line, "run %d %d", &reps, &ms) == 2 && go) {
            std::vector<double> t;
            double start = now_ns(), last = start;
            int inner = 1;  // short launches are timed in batches of at least 50 us (the CPU clock is a system call)
            while (int(t.size()) < reps || last - start < ms * 1e6) {
                for (int i = 0; i < inner; ++i) go();
                double n = now_ns();
                t.push_back((n - last) / inner);
                if (t.size() == 2) inner = std::max(1, int(50000 / std::max(1.0, t[1])));
                last = n;
            }
            std::sort(t.begin(), t.end());
            printf("t %.0f %.0f %zu\n", t[t.size() / 2], t[0], t.size());
        } else if (!strncmp(line, "quit", 4)) break;
        else printf("no not prepared\n");
    }
    fflush(stdout);
    _exit(0);
}
