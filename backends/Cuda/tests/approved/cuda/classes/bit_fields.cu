// bit_fields.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

struct Cut {
    unsigned int bits_0;
    bool used;
};

struct Packed {
    unsigned int bits_0;
    unsigned char bits_4;
    unsigned char bits_5;
    unsigned char bits_6;
    unsigned char bits_7;
    unsigned long long bits_8;
};

struct Pair {
    unsigned int bits_0;
};

struct __align__(4) Shared {
    signed char a;
    unsigned char bits_1;
    unsigned short bits_2;
    signed char c;
};

struct Split {
    unsigned int bits_0;
    unsigned char bits_4;
    signed char c;
};

struct __align__(8) Odd {
    signed char a[6];
    unsigned char bits_6;
    unsigned char bits_7;
    unsigned short bits_8;
    unsigned char bits_10;
    signed char c;
};

struct WithDefaults {
    unsigned int bits_0;
};

struct Word_anonymous_1 {
    unsigned int bits_0;
};

union Word {
    unsigned int whole;
    Word_anonymous_1 part;
    unsigned int bits_0;
};

__constant__ Cut start = {407700456u, true};

__global__ void cuts(unsigned int *words, int *out)
{
    int i = threadIdx.x;
    Cut *cut = (Cut *)words + i;
    out[i * 8] = cut->bits_0 & 65535u;
    out[i * 8 + 1] = (int)((cut->bits_0 >> 16u) & 2047u) - 2000 < 0;
    out[i * 8 + 2] = (cut->bits_0 >> 27u) & 15u;
    unsigned int bits = (int)((cut->bits_0 >> 16u) & 2047u) + 5;
    cut->bits_0 = (cut->bits_0 & 4160815103u) | ((bits & 2047u) << 16u);
    unsigned int bits_1 = ((cut->bits_0 >> 27u) & 15u) + 1u;
    cut->bits_0 = (cut->bits_0 & 2281701375u) | ((bits_1 & 15u) << 27u);
    unsigned int unit = cut->bits_0;
    unsigned int bits_2 = ((unit >> 27u) & 15u) - 1u;
    cut->bits_0 = (cut->bits_0 & 2281701375u) | ((bits_2 & 15u) << 27u);
    out[i * 8 + 3] = ((unit >> 27u) & 15u) - 1u;
    unsigned int bits_3 = ((int)((cut->bits_0 >> 16u) & 2047u) << 6u) | 3;
    cut->bits_0 = (cut->bits_0 & 4294901760u) | (bits_3 & 65535u);
    unsigned int bits_4 = (int)((cut->bits_0 >> 16u) & 2047u) / -3;
    cut->bits_0 = (cut->bits_0 & 4160815103u) | ((bits_4 & 2047u) << 16u);
    cut->used = (int)((cut->bits_0 >> 27u) & 15u) > 7;
    Packed p;
    p.bits_0 = 0u;
    p.bits_8 = 0ULL;
    int bits_5 = -4;
    p.bits_0 = (p.bits_0 & 4294967288u) | ((unsigned int)bits_5 & 7u);
    int bits_6 = -16;
    p.bits_0 = (p.bits_0 & 4294967047u) | (((unsigned int)bits_6 & 31u) << 3u);
    p.bits_0 = (p.bits_0 & 4294966527u) | 768u;
    p.bits_0 = (p.bits_0 & 4294964223u) | 2048u;
    p.bits_0 = (p.bits_0 & 4294963199u) | 4096u;
    p.bits_0 = (p.bits_0 & 4278255615u) | 13107200u;
    p.bits_0 = (p.bits_0 & 16777215u) | 1291845632u;
    p.bits_8 = (p.bits_8 & 18446742974197923840ULL) | 78187493530ULL;
    long long bits_7 = -5;
    p.bits_8 = (p.bits_8 & 1099511627775ULL) | (((unsigned long long)bits_7 & 16777215ULL) << 40u);
    int bits_8 = ((int)((p.bits_0 & 7u) << 29u) >> 29u) - 1;
    p.bits_0 = (p.bits_0 & 4294967288u) | ((unsigned int)bits_8 & 7u);
    unsigned long long bits_9 = ((p.bits_8 & 1099511627775ULL) << 4u) + (unsigned long long)i;
    p.bits_8 = (p.bits_8 & 18446742974197923840ULL) | (bits_9 & 1099511627775ULL);
    Packed copy = p;
    int bits_10 = ((int)(((p.bits_0 >> 3u) & 31u) << 27u) >> 27u) >> 1u;
    copy.bits_0 = (copy.bits_0 & 4294967047u) | (((unsigned int)bits_10 & 31u) << 3u);
    out[i * 8 + 4] = ((int)((copy.bits_0 & 7u) << 29u) >> 29u) * 1000 + ((int)(((copy.bits_0 >> 3u) & 31u) << 27u) >> 27u);
    out[i * 8 + 5] = (int)((p.bits_0 >> 8u) & 3u) * 100 + ((int)(((p.bits_0 >> 10u) & 3u) << 30u) >> 30u) * 10 + (int)(((p.bits_0 >> 12u) & 1u) != 0u);
    int chosen;
    if ((int)(unsigned char)((p.bits_0 >> 16u) & 255u) == 200) {
        chosen = p.bits_0 >> 24u;
    } else {
        chosen = -1;
    }
    out[i * 8 + 6] = (int)((p.bits_8 & 1099511627775ULL) >> 8u) + (int)((long long)((p.bits_8 >> 40u) << 40u) >> 40u) + chosen;
    out[i * 8 + 7] = -(int)(p.bits_0 >> 24u) + ~(int)(unsigned char)((p.bits_0 >> 16u) & 255u);
}

__global__ void build(unsigned int *words, int n)
{
    __shared__ Pair pairs[4];
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    Pair *to = (Pair *)words + i;
    unsigned int bits = i * 3;
    pairs[threadIdx.x].bits_0 = (pairs[threadIdx.x].bits_0 & 4294966272u) | (bits & 1023u);
    unsigned int bits_1 = i * 70001;
    pairs[threadIdx.x].bits_0 = (pairs[threadIdx.x].bits_0 & 1023u) | ((bits_1 & 4194303u) << 10u);
    __syncthreads();
    unsigned int bits_2 = pairs[threadIdx.x ^ 1u].bits_0 >> 10u;
    to->bits_0 = (to->bits_0 & 1023u) | ((bits_2 & 4194303u) << 10u);
    unsigned int bits_3 = pairs[threadIdx.x ^ 1u].bits_0 & 1023u;
    to->bits_0 = (to->bits_0 & 4294966272u) | (bits_3 & 1023u);
    Pair *kept = (Pair *)words + 8 + i;
    unsigned int bits_4 = to->bits_0 >> 10u;
    unsigned int unit = *(volatile unsigned int *)&kept->bits_0;
    *(volatile unsigned int *)&kept->bits_0 = (unit & 4294966272u) | (bits_4 & 1023u);
    unsigned int bits_5 = to->bits_0 & 1023u;
    unsigned int unit_1 = *(volatile unsigned int *)&kept->bits_0;
    *(volatile unsigned int *)&kept->bits_0 = (unit_1 & 4294966272u) | (bits_5 & 1023u);
    unsigned int unit_2 = *(volatile unsigned int *)&kept->bits_0;
    unsigned int bits_6 = (int)(unit_2 & 1023u) + 1;
    unsigned int unit_3 = *(volatile unsigned int *)&kept->bits_0;
    *(volatile unsigned int *)&kept->bits_0 = (unit_3 & 1023u) | ((bits_6 & 4194303u) << 10u);
}

static __device__ inline void WithDefaults_init(WithDefaults *self)
{
    self->bits_0 = 0u;
    self->bits_0 = (self->bits_0 & 4294967280u) | 9u;
    int bits = -7;
    self->bits_0 = (self->bits_0 & 4294966287u) | (((unsigned int)bits & 63u) << 4u);
}

__global__ void odd(int *out)
{
    (*out) = 8;
    out[1] = 16;
    out[2] = 8;
    out[3] = 8;
    out[4] = 16;
    out[5] = 4;
    out[6] = 4ULL * 10ULL + 8ULL;
    Shared s;
    s.bits_1 = (unsigned char)0;
    s.bits_2 = (unsigned short)0;
    s.a = (signed char)1;
    int bits = -300000;
    s.bits_1 = (unsigned int)bits;
    s.bits_2 = ((unsigned int)s.bits_2 & 61440u) | (((unsigned int)bits >> 8u) & 4095u);
    s.c = (signed char)2;
    Odd o;
    o.bits_8 = (unsigned short)0;
    o.bits_10 = (unsigned char)0;
    o.a[0] = (signed char)1;
    o.a[1] = (signed char)2;
    o.a[2] = (signed char)3;
    o.a[3] = (signed char)4;
    o.a[4] = (signed char)5;
    o.a[5] = (signed char)6;
    long long bits_1 = -60000;
    o.bits_8 = (unsigned long long)bits_1;
    o.bits_10 = ((unsigned long long)o.bits_10 & 254ULL) | (((unsigned long long)bits_1 >> 16u) & 1ULL);
    o.c = (signed char)9;
    int bits_2 = ((int)(((unsigned int)s.bits_1 | (((unsigned int)s.bits_2 & 4095u) << 8u)) << 12u) >> 12u) + 1;
    s.bits_1 = (unsigned int)bits_2;
    s.bits_2 = ((unsigned int)s.bits_2 & 61440u) | (((unsigned int)bits_2 >> 8u) & 4095u);
    long long bits_3 = (int)((long long)(((unsigned long long)o.bits_8 | (((unsigned long long)o.bits_10 & 1ULL) << 16u)) << 47u) >> 47u) ^ 5;
    o.bits_8 = (unsigned long long)bits_3;
    o.bits_10 = ((unsigned long long)o.bits_10 & 254ULL) | (((unsigned long long)bits_3 >> 16u) & 1ULL);
    out[7] = (int)(((unsigned int)s.bits_1 | (((unsigned int)s.bits_2 & 4095u) << 8u)) << 12u) >> 12u;
    out[8] = (int)s.a + (int)s.c;
    out[9] = (long long)(((unsigned long long)o.bits_8 | (((unsigned long long)o.bits_10 & 1ULL) << 16u)) << 47u) >> 47u;
    out[10] = (int)o.c + (int)o.a[5];
    out[11] = ((unsigned char *)&o)[8];
    out[12] = ((unsigned char *)&s)[1];
    WithDefaults d;
    WithDefaults_init(&d);
    out[13] = (int)(d.bits_0 & 15u) * 100 + ((int)(((d.bits_0 >> 4u) & 63u) << 26u) >> 26u);
    Word w;
    w.whole = 4294443299u;
    out[14] = (int)((w.part.bits_0 >> 12u) << 12u) >> 12u;
    out[15] = (int)(w.part.bits_0 & 4095u) * 100 + (int)(w.bits_0 & 31u);
    w.bits_0 = (w.bits_0 & 4294967264u) | 1u;
    out[16] = w.whole;
    Split t;
    t.bits_0 = 0u;
    t.bits_4 = (unsigned char)0;
    t.bits_0 = (t.bits_0 & 4294967280u) | 5u;
    t.bits_4 = ((unsigned int)t.bits_4 & 240u) | 6u;
    t.c = (signed char)7;
    out[17] = (int)((unsigned char *)&t)[4] + (int)(t.bits_0 & 15u) + (int)t.c;
    out[18] = (int)(start.bits_0 & 65535u) + (int)((start.bits_0 >> 16u) & 2047u) + (int)((start.bits_0 >> 27u) & 15u) + (int)start.used;
    int bound = t.bits_0 & 15u;
    t.bits_0 = (t.bits_0 & 4294967280u) | 1u;
    out[19] = bound;
    out[20] = (int)(t.bits_0 & 15u) - 2 < 0;
    out[21] = 4;
    t.c = (signed char)0;
    while (true) {
        unsigned char unit = t.bits_4;
        unsigned int bits_4 = ((unsigned int)unit & 15u) - 1u;
        t.bits_4 = ((unsigned int)t.bits_4 & 240u) | (bits_4 & 15u);
        if (((unsigned int)unit & 15u) == 0u) {
            break;
        }
        t.c += 1;
    }
    out[22] = (int)t.c * 100 + (int)((unsigned int)t.bits_4 & 15u);
    Split made;
    made.bits_0 = 0u;
    made.bits_4 = (unsigned char)0;
    made.bits_0 = (made.bits_0 & 4294967280u) | 3u;
    made.bits_4 = ((unsigned int)made.bits_4 & 240u) | 4u;
    made.c = (signed char)0;
    WithDefaults made_1;
    WithDefaults_init(&made_1);
    out[23] = (int)((unsigned int)made.bits_4 & 15u) + ((int)(((made_1.bits_0 >> 4u) & 63u) << 26u) >> 26u);
}
