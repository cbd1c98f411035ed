// simd_in_words.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline unsigned int __vabs2(unsigned int a)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        r |= ((unsigned int)(x < 0 ? -x : x) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vabsdiffs2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        int y = (short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x > y ? x - y : y - x) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vabsdiffu2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x > y ? x - y : y - x) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vadd2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x + y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vaddss2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        int y = (short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x + y < -32768 ? -32768 : x + y > 32767 ? 32767 : x + y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vaddus2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x + y < 0 ? 0 : x + y > 65535 ? 65535 : x + y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vsub2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x - y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vsubss2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        int y = (short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x - y < -32768 ? -32768 : x - y > 32767 ? 32767 : x - y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vsubus2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x - y < 0 ? 0 : x - y > 65535 ? 65535 : x - y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vavgu2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((unsigned int)((x + y + 1) >> 1u) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vhaddu2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((unsigned int)((x + y) >> 1u) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vmaxs2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        int y = (short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x > y ? x : y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vmins2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        int y = (short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x < y ? x : y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vmaxu2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x > y ? x : y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vminu2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x < y ? x : y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vneg2(unsigned int a)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        r |= ((unsigned int)-x & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vnegss2(unsigned int a)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        r |= ((unsigned int)(-x < -32768 ? -32768 : -x > 32767 ? 32767 : -x) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vsads2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        int y = (short)(b >> (unsigned int)i);
        r += (unsigned int)(x > y ? x - y : y - x);
    }
    return r;
}

static __device__ inline unsigned int __vsadu2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r += (unsigned int)(x > y ? x - y : y - x);
    }
    return r;
}

static __device__ inline unsigned int __vcmpges2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        int y = (short)(b >> (unsigned int)i);
        r |= ((x >= y ? 65535u : 0u) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vcmpltu2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((x < y ? 65535u : 0u) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vseteq2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((x == y ? 1u : 0u) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vsetne2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((x != y ? 1u : 0u) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vabsss2(unsigned int a)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        r |= ((unsigned int)(x < 0 ? -x < -32768 ? -32768 : -x > 32767 ? 32767 : -x : x) & 65535u) << (unsigned int)i;
    }
    return r;
}

__global__ void halves(const unsigned int *a, const unsigned int *b, unsigned int *out)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    unsigned int x = a[i];
    unsigned int y = b[i];
    unsigned int *o = out + 18 * i;
    unsigned int __vabs2_result = __vabs2(x);
    (*o) = __vabs2_result;
    unsigned int __vabsdiffs2_result = __vabsdiffs2(x, y);
    o[1] = __vabsdiffs2_result;
    unsigned int __vabsdiffu2_result = __vabsdiffu2(x, y);
    o[2] = __vabsdiffu2_result;
    unsigned int __vadd2_result = __vadd2(x, y);
    o[3] = __vadd2_result;
    unsigned int __vaddss2_result = __vaddss2(x, y);
    o[4] = __vaddss2_result;
    unsigned int __vaddus2_result = __vaddus2(x, y);
    o[5] = __vaddus2_result;
    unsigned int __vsub2_result = __vsub2(x, y);
    o[6] = __vsub2_result;
    unsigned int __vsubss2_result = __vsubss2(x, y);
    o[7] = __vsubss2_result;
    unsigned int __vsubus2_result = __vsubus2(x, y);
    o[8] = __vsubus2_result;
    unsigned int __vavgu2_result = __vavgu2(x, y);
    o[9] = __vavgu2_result;
    unsigned int __vhaddu2_result = __vhaddu2(x, y);
    o[10] = __vhaddu2_result;
    unsigned int __vmaxs2_result = __vmaxs2(x, y);
    unsigned int __vmins2_result = __vmins2(x, y);
    o[11] = __vmaxs2_result ^ __vmins2_result;
    unsigned int __vmaxu2_result = __vmaxu2(x, y);
    unsigned int __vminu2_result = __vminu2(x, y);
    o[12] = __vmaxu2_result - __vminu2_result;
    unsigned int __vneg2_result = __vneg2(x);
    unsigned int __vnegss2_result = __vnegss2(y);
    o[13] = __vneg2_result + __vnegss2_result;
    unsigned int __vsads2_result = __vsads2(x, y);
    unsigned int __vsadu2_result = __vsadu2(x, y);
    o[14] = __vsads2_result + 3u * __vsadu2_result;
    unsigned int __vcmpges2_result = __vcmpges2(x, y);
    unsigned int __vcmpltu2_result = __vcmpltu2(x, y);
    o[15] = __vcmpges2_result ^ __vcmpltu2_result;
    unsigned int __vseteq2_result = __vseteq2(x & 16711681u, y & 255u);
    unsigned int __vsetne2_result = __vsetne2(x, y);
    o[16] = __vseteq2_result + 5u * __vsetne2_result;
    unsigned int __vabsss2_result = __vabsss2(x);
    o[17] = __vabsss2_result;
}

static __device__ inline unsigned int __vabs4(unsigned int a)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        r |= ((unsigned int)(x < 0 ? -x : x) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vabsdiffs4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x > y ? x - y : y - x) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vabsdiffu4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x > y ? x - y : y - x) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vadd4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x + y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vaddss4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x + y < -128 ? -128 : x + y > 127 ? 127 : x + y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vaddus4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x + y < 0 ? 0 : x + y > 255 ? 255 : x + y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vsub4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x - y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vsubss4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x - y < -128 ? -128 : x - y > 127 ? 127 : x - y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vsubus4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x - y < 0 ? 0 : x - y > 255 ? 255 : x - y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vavgu4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((unsigned int)((x + y + 1) >> 1u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vhaddu4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((unsigned int)((x + y) >> 1u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vmaxs4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x > y ? x : y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vmins4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x < y ? x : y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vmaxu4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x > y ? x : y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vminu4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x < y ? x : y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vneg4(unsigned int a)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        r |= ((unsigned int)-x & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vnegss4(unsigned int a)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        r |= ((unsigned int)(-x < -128 ? -128 : -x > 127 ? 127 : -x) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vsads4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r += (unsigned int)(x > y ? x - y : y - x);
    }
    return r;
}

static __device__ inline unsigned int __vsadu4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r += (unsigned int)(x > y ? x - y : y - x);
    }
    return r;
}

static __device__ inline unsigned int __vcmpgts4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r |= ((x > y ? 255u : 0u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vcmpleu4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((x <= y ? 255u : 0u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vcmpeq4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((x == y ? 255u : 0u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vcmpne4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((x != y ? 255u : 0u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vsetgts4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r |= ((x > y ? 1u : 0u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vsetgeu4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((x >= y ? 1u : 0u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vsetlts4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r |= ((x < y ? 1u : 0u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vabsss4(unsigned int a)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        r |= ((unsigned int)(x < 0 ? -x < -128 ? -128 : -x > 127 ? 127 : -x : x) & 255u) << (unsigned int)i;
    }
    return r;
}

__global__ void bytes(const unsigned int *a, const unsigned int *b, unsigned int *out)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    unsigned int x = a[i];
    unsigned int y = b[i];
    unsigned int *o = out + 19 * i;
    unsigned int __vabs4_result = __vabs4(x);
    (*o) = __vabs4_result;
    unsigned int __vabsdiffs4_result = __vabsdiffs4(x, y);
    o[1] = __vabsdiffs4_result;
    unsigned int __vabsdiffu4_result = __vabsdiffu4(x, y);
    o[2] = __vabsdiffu4_result;
    unsigned int __vadd4_result = __vadd4(x, y);
    o[3] = __vadd4_result;
    unsigned int __vaddss4_result = __vaddss4(x, y);
    o[4] = __vaddss4_result;
    unsigned int __vaddus4_result = __vaddus4(x, y);
    o[5] = __vaddus4_result;
    unsigned int __vsub4_result = __vsub4(x, y);
    o[6] = __vsub4_result;
    unsigned int __vsubss4_result = __vsubss4(x, y);
    o[7] = __vsubss4_result;
    unsigned int __vsubus4_result = __vsubus4(x, y);
    o[8] = __vsubus4_result;
    unsigned int __vavgu4_result = __vavgu4(x, y);
    o[9] = __vavgu4_result;
    unsigned int __vhaddu4_result = __vhaddu4(x, y);
    o[10] = __vhaddu4_result;
    unsigned int __vmaxs4_result = __vmaxs4(x, y);
    unsigned int __vmins4_result = __vmins4(x, y);
    o[11] = __vmaxs4_result ^ __vmins4_result;
    unsigned int __vmaxu4_result = __vmaxu4(x, y);
    unsigned int __vminu4_result = __vminu4(x, y);
    o[12] = __vmaxu4_result - __vminu4_result;
    unsigned int __vneg4_result = __vneg4(x);
    unsigned int __vnegss4_result = __vnegss4(y);
    o[13] = __vneg4_result + __vnegss4_result;
    unsigned int __vsads4_result = __vsads4(x, y);
    unsigned int __vsadu4_result = __vsadu4(x, y);
    o[14] = __vsads4_result + 3u * __vsadu4_result;
    unsigned int __vcmpgts4_result = __vcmpgts4(x, y);
    unsigned int __vcmpleu4_result = __vcmpleu4(x, y);
    o[15] = __vcmpgts4_result ^ __vcmpleu4_result;
    unsigned int __vcmpeq4_result = __vcmpeq4(x & 252645135u, y & 252645135u);
    unsigned int __vcmpne4_result = __vcmpne4(x & 50529027u, y & 50529027u);
    o[16] = __vcmpeq4_result + __vcmpne4_result;
    unsigned int __vsetgts4_result = __vsetgts4(x, y);
    unsigned int __vsetgeu4_result = __vsetgeu4(x, y);
    unsigned int __vsetlts4_result = __vsetlts4(x, y);
    o[17] = __vsetgts4_result + 2u * __vsetgeu4_result + 4u * __vsetlts4_result;
    unsigned int __vabsss4_result = __vabsss4(x);
    o[18] = __vabsss4_result;
}

static __device__ inline unsigned int __vcmplts4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r |= ((x < y ? 255u : 0u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int __vcmpgtu4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((x > y ? 255u : 0u) & 255u) << (unsigned int)i;
    }
    return r;
}

__global__ void edges(unsigned int *out)
{
    unsigned int __vabs2_result = __vabs2(2147581951u);
    (*out) = __vabs2_result;
    unsigned int __vabsss2_result = __vabsss2(2147516417u);
    out[1] = __vabsss2_result;
    unsigned int __vneg4_result = __vneg4(8421504u);
    out[2] = __vneg4_result;
    unsigned int __vnegss4_result = __vnegss4(2155905153u);
    out[3] = __vnegss4_result;
    unsigned int __vaddus2_result = __vaddus2(65520u, 32u);
    out[4] = __vaddus2_result;
    unsigned int __vaddss4_result = __vaddss4(2155905152u, 4294967295u);
    out[5] = __vaddss4_result;
    unsigned int __vcmplts4_result = __vcmplts4(2147516160u, 0u);
    unsigned int __vcmpgtu4_result = __vcmpgtu4(2147516160u, 2130738944u);
    out[6] = (__vcmplts4_result | __vcmpgtu4_result) | 65280u;
    unsigned int __vcmpltu2_result = __vcmpltu2(98303u, 163840u);
    out[7] = __vcmpltu2_result & 16711935u;
    unsigned int __vsadu4_result = __vsadu4(16711935u, 0u);
    out[8] = __vsadu4_result;
    unsigned int __vsads2_result = __vsads2(32768u, 32769u);
    out[9] = __vsads2_result;
}
