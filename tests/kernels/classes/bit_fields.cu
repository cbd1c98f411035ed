// launch: cuts<<<1, 4>>>(words: uint[8] = 70005 9 4294967295 3 2147418112 1000 0 0, out: int[32])
// expect: words = 134087043 0 4294902019 1 2147418371 769 134152515 0
// expect: out = 4469 1 0 0 2992 281 591751121 -278 65535 0 15 -1 2992 281 591751121 -278 0 0 15 -1 2992 281 591751121 -278 0 1 0 0 2992 281 591751121 -278
// launch: build<<<2, 4>>>(words: uint[16] = poison, n: 8)
// expect: words = 71681027 0 215043081 143362054 358405135 286724108 501767189 430086162 4099 1024 10249 7174 16399 13324 22549 19474
// launch: odd<<<1, 1>>>(out: int[24])
// expect: out = 8 16 8 8 16 4 48 -299999 3 -59995 15 165 33 893 -128 29103 -523999 18 1081 5 1 4 615 -3
enum Colour { red, green, blue, black };
enum Signed { low = -2, high = 1 };

// 16, 11, 4 bits of one word, then a bool in the next
struct Cut {
    unsigned table : 16;
    unsigned value : 11;
    unsigned leaves : 4;
    bool used;
};

struct Packed {
    int small : 3;
    signed int negative : 5;
    Colour colour : 2;
    Signed sign : 2;
    bool flag : 1;
    unsigned : 3;
    unsigned char byte : 8;
    unsigned rest : 8;
    unsigned long long wide : 40;
    long long half : 24;
};

struct Shared { char a; int b : 20; char c; };
struct Split { unsigned a : 4; unsigned : 0; unsigned b : 4; char c; };
struct Odd { char a[6]; long long b : 17; char c; };
struct WithDefaults { unsigned a : 4 = 9; int b : 6; __device__ WithDefaults() : b(-7) {} };
union Word { unsigned whole; struct { unsigned low : 12; int high : 20; } part; unsigned first : 5; };

__constant__ Cut start = {1000, 77, 3, true};

// The fields are read, promoted as C++ has it, and written by every kind of assignment.
__global__ void cuts(unsigned* words, int* out) {
    int i = threadIdx.x;
    Cut* cut = reinterpret_cast<Cut*>(words) + i;
    out[i * 8] = cut->table;
    out[i * 8 + 1] = cut->value - 2000 < 0;
    out[i * 8 + 2] = cut->leaves;
    cut->value += 5;
    cut->leaves++;
    out[i * 8 + 3] = cut->leaves-- - 1;
    cut->table = cut->value << 6 | 3;
    cut->value /= -3;
    cut->used = cut->leaves > 7;
    Packed p = {-4, -16, black, low, true, 200, 77, 0x123456789aULL, -5};
    p.small -= 1;
    p.wide = (p.wide << 4) + i;
    auto copy = p;
    copy.negative = p.negative >> 1;
    out[i * 8 + 4] = copy.small * 1000 + copy.negative;
    out[i * 8 + 5] = p.colour * 100 + p.sign * 10 + p.flag;
    out[i * 8 + 6] = static_cast<int>(p.wide >> 8) + p.half + (p.byte == 200 ? p.rest : -1);
    out[i * 8 + 7] = -p.rest + ~p.byte;
}

// Memory that nobody wrote: each field is put beside what is there.
__global__ void build(unsigned* words, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    struct Pair { unsigned a : 10; unsigned b : 22; };
    __shared__ Pair pairs[4];
    Pair* to = reinterpret_cast<Pair*>(words) + i;
    pairs[threadIdx.x].a = i * 3;
    pairs[threadIdx.x].b = i * 70001;
    __syncthreads();
    to->b = pairs[threadIdx.x ^ 1].b;
    to->a = pairs[threadIdx.x ^ 1].a;
    volatile Pair* kept = reinterpret_cast<Pair*>(words) + 8 + i;
    kept->a = to->b;
    kept->b = (kept->a = to->a) + 1;
}

// Layouts, with fields that no aligned integer holds.
__global__ void odd(int* out) {
    out[0] = sizeof(Cut);
    out[1] = sizeof(Packed);
    out[2] = sizeof(Shared);
    out[3] = sizeof(Split);
    out[4] = sizeof(Odd);
    out[5] = sizeof(WithDefaults);
    out[6] = sizeof(Word) * 10 + alignof(Odd);
    Shared s = {1, -300000, 2};
    Odd o = {{1, 2, 3, 4, 5, 6}, -60000, 9};
    s.b += 1;
    o.b ^= 5;
    out[7] = s.b;
    out[8] = s.a + s.c;
    out[9] = o.b;
    out[10] = o.c + o.a[5];
    out[11] = reinterpret_cast<unsigned char*>(&o)[8];
    out[12] = reinterpret_cast<unsigned char*>(&s)[1];
    WithDefaults d;
    out[13] = d.a * 100 + d.b;
    Word w;
    w.whole = 0xfff80123u;
    out[14] = w.part.high;
    out[15] = w.part.low * 100 + w.first;
    w.first = 1;
    out[16] = w.whole;
    Split t = {.a = 5, .b = 6, .c = 7};
    out[17] = reinterpret_cast<unsigned char*>(&t)[4] + t.a + t.c;
    out[18] = start.table + start.value + start.leaves + start.used;
    const int& bound = t.a;
    t.a = 1;
    out[19] = bound;
    out[20] = t.a - 2 < 0;
    out[21] = sizeof(start.table + 0u);
    t.c = 0;
    while (t.b--) t.c++;
    out[22] = t.c * 100 + t.b;
    out[23] = Split{3, 4}.b + WithDefaults().b;
}
