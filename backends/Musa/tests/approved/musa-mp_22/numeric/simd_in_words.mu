// simd_in_words.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

static __device__ inline unsigned int kp_vabs2(unsigned int a)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        r |= ((unsigned int)(x < 0 ? -x : x) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vabsdiffs2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        int y = (short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x > y ? x - y : y - x) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vabsdiffu2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x > y ? x - y : y - x) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vadd2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x + y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vaddss2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        int y = (short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x + y < -32768 ? -32768 : x + y > 32767 ? 32767 : x + y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vaddus2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x + y < 0 ? 0 : x + y > 65535 ? 65535 : x + y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vsub2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x - y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vsubss2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        int y = (short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x - y < -32768 ? -32768 : x - y > 32767 ? 32767 : x - y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vsubus2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x - y < 0 ? 0 : x - y > 65535 ? 65535 : x - y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vavgu2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((unsigned int)((x + y + 1) >> 1u) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vhaddu2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((unsigned int)((x + y) >> 1u) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vmaxs2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        int y = (short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x > y ? x : y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vmins2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        int y = (short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x < y ? x : y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vmaxu2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x > y ? x : y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vminu2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x < y ? x : y) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vneg2(unsigned int a)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        r |= ((unsigned int)-x & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vnegss2(unsigned int a)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        r |= ((unsigned int)(-x < -32768 ? -32768 : -x > 32767 ? 32767 : -x) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vsads2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        int y = (short)(b >> (unsigned int)i);
        r += (unsigned int)(x > y ? x - y : y - x);
    }
    return r;
}

static __device__ inline unsigned int kp_vsadu2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r += (unsigned int)(x > y ? x - y : y - x);
    }
    return r;
}

static __device__ inline unsigned int kp_vcmpges2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        int y = (short)(b >> (unsigned int)i);
        r |= ((x >= y ? 65535u : 0u) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vcmpltu2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((x < y ? 65535u : 0u) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vseteq2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((x == y ? 1u : 0u) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vsetne2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (unsigned short)(a >> (unsigned int)i);
        int y = (unsigned short)(b >> (unsigned int)i);
        r |= ((x != y ? 1u : 0u) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vabsss2(unsigned int a)
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
    unsigned int __vabs2_result = kp_vabs2(x);
    (*o) = __vabs2_result;
    unsigned int __vabsdiffs2_result = kp_vabsdiffs2(x, y);
    o[1] = __vabsdiffs2_result;
    unsigned int __vabsdiffu2_result = kp_vabsdiffu2(x, y);
    o[2] = __vabsdiffu2_result;
    unsigned int __vadd2_result = kp_vadd2(x, y);
    o[3] = __vadd2_result;
    unsigned int __vaddss2_result = kp_vaddss2(x, y);
    o[4] = __vaddss2_result;
    unsigned int __vaddus2_result = kp_vaddus2(x, y);
    o[5] = __vaddus2_result;
    unsigned int __vsub2_result = kp_vsub2(x, y);
    o[6] = __vsub2_result;
    unsigned int __vsubss2_result = kp_vsubss2(x, y);
    o[7] = __vsubss2_result;
    unsigned int __vsubus2_result = kp_vsubus2(x, y);
    o[8] = __vsubus2_result;
    unsigned int __vavgu2_result = kp_vavgu2(x, y);
    o[9] = __vavgu2_result;
    unsigned int __vhaddu2_result = kp_vhaddu2(x, y);
    o[10] = __vhaddu2_result;
    unsigned int __vmaxs2_result = kp_vmaxs2(x, y);
    unsigned int __vmins2_result = kp_vmins2(x, y);
    o[11] = __vmaxs2_result ^ __vmins2_result;
    unsigned int __vmaxu2_result = kp_vmaxu2(x, y);
    unsigned int __vminu2_result = kp_vminu2(x, y);
    o[12] = __vmaxu2_result - __vminu2_result;
    unsigned int __vneg2_result = kp_vneg2(x);
    unsigned int __vnegss2_result = kp_vnegss2(y);
    o[13] = __vneg2_result + __vnegss2_result;
    unsigned int __vsads2_result = kp_vsads2(x, y);
    unsigned int __vsadu2_result = kp_vsadu2(x, y);
    o[14] = __vsads2_result + 3u * __vsadu2_result;
    unsigned int __vcmpges2_result = kp_vcmpges2(x, y);
    unsigned int __vcmpltu2_result = kp_vcmpltu2(x, y);
    o[15] = __vcmpges2_result ^ __vcmpltu2_result;
    unsigned int __vseteq2_result = kp_vseteq2(x & 16711681u, y & 255u);
    unsigned int __vsetne2_result = kp_vsetne2(x, y);
    o[16] = __vseteq2_result + 5u * __vsetne2_result;
    unsigned int __vabsss2_result = kp_vabsss2(x);
    o[17] = __vabsss2_result;
}

static __device__ inline unsigned int kp_vabs4(unsigned int a)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        r |= ((unsigned int)(x < 0 ? -x : x) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vabsdiffs4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x > y ? x - y : y - x) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vabsdiffu4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x > y ? x - y : y - x) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vadd4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x + y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vaddss4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x + y < -128 ? -128 : x + y > 127 ? 127 : x + y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vaddus4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x + y < 0 ? 0 : x + y > 255 ? 255 : x + y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vsub4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x - y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vsubss4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x - y < -128 ? -128 : x - y > 127 ? 127 : x - y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vsubus4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x - y < 0 ? 0 : x - y > 255 ? 255 : x - y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vavgu4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((unsigned int)((x + y + 1) >> 1u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vhaddu4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((unsigned int)((x + y) >> 1u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vmaxs4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x > y ? x : y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vmins4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x < y ? x : y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vmaxu4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x > y ? x : y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vminu4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x < y ? x : y) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vneg4(unsigned int a)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        r |= ((unsigned int)-x & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vnegss4(unsigned int a)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        r |= ((unsigned int)(-x < -128 ? -128 : -x > 127 ? 127 : -x) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vsads4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r += (unsigned int)(x > y ? x - y : y - x);
    }
    return r;
}

static __device__ inline unsigned int kp_vsadu4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r += (unsigned int)(x > y ? x - y : y - x);
    }
    return r;
}

static __device__ inline unsigned int kp_vcmpgts4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r |= ((x > y ? 255u : 0u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vcmpleu4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((x <= y ? 255u : 0u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vcmpeq4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((x == y ? 255u : 0u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vcmpne4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((x != y ? 255u : 0u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vsetgts4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r |= ((x > y ? 1u : 0u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vsetgeu4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (unsigned char)(a >> (unsigned int)i);
        int y = (unsigned char)(b >> (unsigned int)i);
        r |= ((x >= y ? 1u : 0u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vsetlts4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r |= ((x < y ? 1u : 0u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vabsss4(unsigned int a)
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
    unsigned int __vabs4_result = kp_vabs4(x);
    (*o) = __vabs4_result;
    unsigned int __vabsdiffs4_result = kp_vabsdiffs4(x, y);
    o[1] = __vabsdiffs4_result;
    unsigned int __vabsdiffu4_result = kp_vabsdiffu4(x, y);
    o[2] = __vabsdiffu4_result;
    unsigned int __vadd4_result = kp_vadd4(x, y);
    o[3] = __vadd4_result;
    unsigned int __vaddss4_result = kp_vaddss4(x, y);
    o[4] = __vaddss4_result;
    unsigned int __vaddus4_result = kp_vaddus4(x, y);
    o[5] = __vaddus4_result;
    unsigned int __vsub4_result = kp_vsub4(x, y);
    o[6] = __vsub4_result;
    unsigned int __vsubss4_result = kp_vsubss4(x, y);
    o[7] = __vsubss4_result;
    unsigned int __vsubus4_result = kp_vsubus4(x, y);
    o[8] = __vsubus4_result;
    unsigned int __vavgu4_result = kp_vavgu4(x, y);
    o[9] = __vavgu4_result;
    unsigned int __vhaddu4_result = kp_vhaddu4(x, y);
    o[10] = __vhaddu4_result;
    unsigned int __vmaxs4_result = kp_vmaxs4(x, y);
    unsigned int __vmins4_result = kp_vmins4(x, y);
    o[11] = __vmaxs4_result ^ __vmins4_result;
    unsigned int __vmaxu4_result = kp_vmaxu4(x, y);
    unsigned int __vminu4_result = kp_vminu4(x, y);
    o[12] = __vmaxu4_result - __vminu4_result;
    unsigned int __vneg4_result = kp_vneg4(x);
    unsigned int __vnegss4_result = kp_vnegss4(y);
    o[13] = __vneg4_result + __vnegss4_result;
    unsigned int __vsads4_result = kp_vsads4(x, y);
    unsigned int __vsadu4_result = kp_vsadu4(x, y);
    o[14] = __vsads4_result + 3u * __vsadu4_result;
    unsigned int __vcmpgts4_result = kp_vcmpgts4(x, y);
    unsigned int __vcmpleu4_result = kp_vcmpleu4(x, y);
    o[15] = __vcmpgts4_result ^ __vcmpleu4_result;
    unsigned int __vcmpeq4_result = kp_vcmpeq4(x & 252645135u, y & 252645135u);
    unsigned int __vcmpne4_result = kp_vcmpne4(x & 50529027u, y & 50529027u);
    o[16] = __vcmpeq4_result + __vcmpne4_result;
    unsigned int __vsetgts4_result = kp_vsetgts4(x, y);
    unsigned int __vsetgeu4_result = kp_vsetgeu4(x, y);
    unsigned int __vsetlts4_result = kp_vsetlts4(x, y);
    o[17] = __vsetgts4_result + 2u * __vsetgeu4_result + 4u * __vsetlts4_result;
    unsigned int __vabsss4_result = kp_vabsss4(x);
    o[18] = __vabsss4_result;
}

static __device__ inline unsigned int kp_vcmplts4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r |= ((x < y ? 255u : 0u) & 255u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vcmpgtu4(unsigned int a, unsigned int b)
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
    unsigned int __vabs2_result = kp_vabs2(2147581951u);
    (*out) = __vabs2_result;
    unsigned int __vabsss2_result = kp_vabsss2(2147516417u);
    out[1] = __vabsss2_result;
    unsigned int __vneg4_result = kp_vneg4(8421504u);
    out[2] = __vneg4_result;
    unsigned int __vnegss4_result = kp_vnegss4(2155905153u);
    out[3] = __vnegss4_result;
    unsigned int __vaddus2_result = kp_vaddus2(65520u, 32u);
    out[4] = __vaddus2_result;
    unsigned int __vaddss4_result = kp_vaddss4(2155905152u, 4294967295u);
    out[5] = __vaddss4_result;
    unsigned int __vcmplts4_result = kp_vcmplts4(2147516160u, 0u);
    unsigned int __vcmpgtu4_result = kp_vcmpgtu4(2147516160u, 2130738944u);
    out[6] = (__vcmplts4_result | __vcmpgtu4_result) | 65280u;
    unsigned int __vcmpltu2_result = kp_vcmpltu2(98303u, 163840u);
    out[7] = __vcmpltu2_result & 16711935u;
    unsigned int __vsadu4_result = kp_vsadu4(16711935u, 0u);
    out[8] = __vsadu4_result;
    unsigned int __vsads2_result = kp_vsads2(32768u, 32769u);
    out[9] = __vsads2_result;
}
