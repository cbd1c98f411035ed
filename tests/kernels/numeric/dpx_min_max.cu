// launch: whole<<<1, 4>>>(a: int[4] = 2147483647 -5 7 -1, b: int[4] = 1 2 -9 -1, c: int[4] = -3 -4 1 5, out: int[32])
// expect: out = -3 0 -2147483648 0 2147483647 2147483647 -3 0 -3 0 -4 0 2 2 -5 0 1 1 -2 0 7 7 -9 0 5 5 -2 0 5 5 -1 0
// launch: halves<<<1, 1>>>(out: uint[10])
// expect: out = 2147483646 65534 65536 65537 4294836223 0 4294967295 65535 2147483648 3145729
// Smallest and largest of three and of a sum that wraps, whole words and halves.
__global__ void whole(const int *a, const int *b, const int *c, int *out)
{
    int i = threadIdx.x, *o = out + 8 * i;
    o[0] = __viaddmax_s32(a[i], b[i], c[i]);
    o[1] = __viaddmax_s32_relu(a[i], b[i], c[i]);
    o[2] = __viaddmin_s32(a[i], b[i], c[i]);
    o[3] = __viaddmin_s32_relu(a[i], b[i], c[i]);
    o[4] = __vimax3_s32(a[i], b[i], c[i]);
    o[5] = __vimax3_s32_relu(a[i], b[i], c[i]);
    o[6] = __vimin3_s32(a[i], b[i], c[i]);
    o[7] = __vimin3_s32_relu(a[i], b[i], c[i]);
}

__global__ void halves(unsigned *out)
{
    out[0] = __viaddmax_s16x2(0x7fff0001u, 0x0000fffdu, 0x0001fffeu) & 0x7fffffffu;
    out[1] = __viaddmin_s16x2(0x7fff0001u, 0x0001fffdu, 0x0000fffeu) & 0x0000ffffu;
    out[2] = __viaddmax_s16x2_relu(0x00010001u, 0x0000fffdu, 0x0001fffeu);
    out[3] = __viaddmax_u16x2(0xffff0000u, 0x00020001u, 0x00000001u);
    out[4] = __vimax3_s16x2(0xfffdfffeu, 0x8000fffdu, 0xfffcffffu) & 0xfffdffffu;
    out[5] = __vimin3_s16x2_relu(0x0001ffffu, 0x00000002u, 0x00050003u);
    out[6] = __vimax3_u16x2(0xffff0000u, 0x0000ffffu, 0x00010001u);
    out[7] = __vavgs2(0x0000ffffu, 0xffffffffu) ^ 0xffff0000u ^ 0x0000ffffu ^ 0x0000ffffu;
    out[8] = __vavgs2(0x80000000u, 0x80000000u);
    out[9] = __vavgs4(0x00300001u, 0x00300000u);
}
