// launch: halves<<<2, 64>>>(a: uint[128] = rand(11, 0, 4294967296), b: uint[128] = rand(12, 0, 4294967296), out: uint[2304])
// expect: hash(out) = 9d8874bc0497c4b7 (twin)
// launch: bytes<<<2, 64>>>(a: uint[128] = rand(13, 0, 4294967296), b: uint[128] = rand(14, 0, 4294967296), out: uint[2432])
// expect: hash(out) = 819d37f8c77737e8 (twin)
// launch: edges<<<1, 1>>>(out: uint[10])
// expect: out = 2147450879 2147450879 8421504 2139062143 65535 2155905152 4278255360 16711935 510 1
// CUDA's functions on two halfwords and on four bytes of a word.
__global__ void halves(const unsigned *a, const unsigned *b, unsigned *out)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    unsigned x = a[i], y = b[i], *o = out + 18 * i;
    o[0] = __vabs2(x);
    o[1] = __vabsdiffs2(x, y);
    o[2] = __vabsdiffu2(x, y);
    o[3] = __vadd2(x, y);
    o[4] = __vaddss2(x, y);
    o[5] = __vaddus2(x, y);
    o[6] = __vsub2(x, y);
    o[7] = __vsubss2(x, y);
    o[8] = __vsubus2(x, y);
    o[9] = __vavgu2(x, y);
    o[10] = __vhaddu2(x, y);
    o[11] = __vmaxs2(x, y) ^ __vmins2(x, y);
    o[12] = __vmaxu2(x, y) - __vminu2(x, y);
    o[13] = __vneg2(x) + __vnegss2(y);
    o[14] = __vsads2(x, y) + 3 * __vsadu2(x, y);
    o[15] = __vcmpges2(x, y) ^ __vcmpltu2(x, y);
    o[16] = __vseteq2(x & 0x00ff0001u, y & 0x000000ffu) + 5 * __vsetne2(x, y);
    o[17] = __vabsss2(x);
}

__global__ void bytes(const unsigned *a, const unsigned *b, unsigned *out)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    unsigned x = a[i], y = b[i], *o = out + 19 * i;
    o[0] = __vabs4(x);
    o[1] = __vabsdiffs4(x, y);
    o[2] = __vabsdiffu4(x, y);
    o[3] = __vadd4(x, y);
    o[4] = __vaddss4(x, y);
    o[5] = __vaddus4(x, y);
    o[6] = __vsub4(x, y);
    o[7] = __vsubss4(x, y);
    o[8] = __vsubus4(x, y);
    o[9] = __vavgu4(x, y);
    o[10] = __vhaddu4(x, y);
    o[11] = __vmaxs4(x, y) ^ __vmins4(x, y);
    o[12] = __vmaxu4(x, y) - __vminu4(x, y);
    o[13] = __vneg4(x) + __vnegss4(y);
    o[14] = __vsads4(x, y) + 3 * __vsadu4(x, y);
    o[15] = __vcmpgts4(x, y) ^ __vcmpleu4(x, y);
    o[16] = __vcmpeq4(x & 0x0f0f0f0fu, y & 0x0f0f0f0fu) + __vcmpne4(x & 0x03030303u, y & 0x03030303u);
    o[17] = __vsetgts4(x, y) + 2 * __vsetgeu4(x, y) + 4 * __vsetlts4(x, y);
    o[18] = __vabsss4(x);
}

// The most negative number has no opposite: it stays, or saturates.
__global__ void edges(unsigned *out)
{
    out[0] = __vabs2(0x80017fffu);
    out[1] = __vabsss2(0x80008001u);
    out[2] = __vneg4(0x00808080u);
    out[3] = __vnegss4(0x80808081u);
    out[4] = __vaddus2(0x0000fff0u, 0x00000020u);
    out[5] = __vaddss4(0x80808080u, 0xffffffffu);
    out[6] = __vcmplts4(0x80007f00u, 0x00000000u) | __vcmpgtu4(0x80007f00u, 0x7f007f00u) | 0x0000ff00u;
    out[7] = __vcmpltu2(0x00017fffu, 0x00028000u) & 0x00ff00ffu;
    out[8] = __vsadu4(0x00ff00ffu, 0x00000000u);
    out[9] = __vsads2(0x00008000u, 0x00008001u);
}
