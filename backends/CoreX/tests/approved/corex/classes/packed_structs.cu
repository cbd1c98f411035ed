// packed_structs.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct __attribute__((packed)) Record {
    unsigned char kind;
    int value;
    short pair[2];
    float scale;
};

struct __attribute__((packed)) Close {
    signed char tag;
    long long value;
    short last;
};

struct Outer {
    short before;
    Close close;
    Record records[2];
    int after;
};

struct __align__(2) __attribute__((packed)) Half {
    signed char tag;
    unsigned char free_1;
    int value;
    double wide;
};

struct __align__(4) __attribute__((packed)) OneMember {
    signed char a;
    int b;
    unsigned short free_5;
    unsigned char free_7;
    int c;
};

struct __attribute__((packed)) Bits {
    unsigned int bits_0;
    unsigned short bits_4;
    unsigned char bits_6;
    signed char d;
};

__global__ void unpack(unsigned char *bytes, int *out)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    const Record *r = (Record *)bytes + i;
    int *to = out + i * 7;
    (*to) = r->kind;
    to[1] = r->value;
    to[2] = r->pair[i & 1];
    to[3] = __float_as_int(r->scale) & 65535;
    Record copy = (*r);
    copy.value ^= i;
    copy.pair[1] += 2;
    to[4] = copy.value + (int)copy.pair[1];
    Outer o;
    o.before = (short)1;
    o.close.tag = (signed char)2;
    o.close.value = 3000000000LL;
    o.close.last = (short)4;
    o.records[0] = copy;
    o.records[1].kind = (unsigned char)5;
    o.records[1].value = 6;
    o.records[1].pair[0] = (short)7;
    o.records[1].pair[1] = (short)8;
    o.records[1].scale = 0.5f;
    o.after = 9;
    o.close.value += (long long)o.records[1].pair[i & 1];
    to[5] = (int)(o.close.value >> 4u) + o.records[i & 1].value + o.after;
    switch (i) {
    case 0:
        {
            to[6] = 13ULL * 100ULL + 1ULL;
            break;
        }
    case 1:
        {
            to[6] = 14ULL * 100ULL + 2ULL;
            break;
        }
    case 2:
        {
            to[6] = 11ULL * 100ULL + 6ULL;
            break;
        }
    case 3:
        {
            to[6] = 8ULL * 100ULL + 5ULL;
            break;
        }
    case 4:
        {
            to[6] = 12ULL * 100ULL + 4ULL;
            break;
        }
    case 5:
        {
            to[6] = 8ULL * 100ULL + 4ULL;
            break;
        }
    case 6:
        {
            to[6] = 44ULL * 100ULL + 4ULL;
            break;
        }
    default:
        {
            to[6] = 8ULL * 100ULL + 4ULL;
            break;
        }
    }
}

__global__ void repack(unsigned char *bytes, int *out)
{
    __shared__ Half halves[8];
    int i = threadIdx.x;
    halves[i].tag = i;
    halves[i].value = i * 1000003;
    halves[i].wide = (double)i * 0.25;
    __syncthreads();
    Half *to = (Half *)bytes + i;
    (*to) = halves[7 - i];
    to->tag += 1;
    Bits b;
    b.bits_0 = 0u;
    b.bits_4 = (unsigned short)0;
    b.bits_6 = (unsigned char)0;
    unsigned int bits = 1000000u + (unsigned int)i;
    b.bits_0 = (b.bits_0 & 4293918720u) | (bits & 1048575u);
    b.bits_0 = (b.bits_0 & 1048575u) | 1777336320u;
    b.bits_4 = ((unsigned int)b.bits_4 & 65280u) | 24u;
    int bits_1 = -5;
    b.bits_4 = ((unsigned int)b.bits_4 & 255u) | (((unsigned int)bits_1 & 255u) << 8u);
    b.bits_6 = ((unsigned int)b.bits_6 & 240u) | (((unsigned int)bits_1 >> 8u) & 15u);
    b.d = (signed char)120;
    unsigned int bits_2 = (int)((b.bits_0 >> 20u) | (((unsigned int)b.bits_4 & 255u) << 12u)) + (int)(b.bits_0 & 1048575u);
    b.bits_0 = (b.bits_0 & 1048575u) | ((bits_2 & 4095u) << 20u);
    b.bits_4 = ((unsigned int)b.bits_4 & 65280u) | ((bits_2 >> 12u) & 255u);
    int bits_3 = ((int)((((unsigned int)b.bits_4 >> 8u) | (((unsigned int)b.bits_6 & 15u) << 8u)) << 20u) >> 20u) - i;
    b.bits_4 = ((unsigned int)b.bits_4 & 255u) | (((unsigned int)bits_3 & 255u) << 8u);
    b.bits_6 = ((unsigned int)b.bits_6 & 240u) | (((unsigned int)bits_3 >> 8u) & 15u);
    OneMember m;
    m.a = (signed char)97;
    m.b = -7;
    m.c = i;
    m.b *= m.c;
    out[i] = (int)((b.bits_0 >> 20u) | (((unsigned int)b.bits_4 & 255u) << 12u)) + ((int)((((unsigned int)b.bits_4 >> 8u) | (((unsigned int)b.bits_6 & 15u) << 8u)) << 20u) >> 20u) + (int)b.d + m.b + to->value + (int)to->tag * 10 + __double2int_rz(to->wide * 4.0) + (int)bytes[i * 14 + 2];
}
