// launch: convert<<<1, 4>>>(in: int[4] = 16777217 -16777217 2147483647 -5, out: uint[48])
// expect: out = 1266679808 1266679809 1266679808 1266679808 1266679809 1266679808 1535115264 1535115265 1535115264 1535115264 1535115265 1535115264 3414163456 3414163456 3414163457 1333723135 1333723136 1333723135 3682598912 3682598912 3682598913 1602158591 1602158592 1602158591 1325400063 1325400064 1325400063 1325400063 1325400064 1325400063 1593835519 1593835520 1593835519 1593835519 1593835520 1593835519 3231711232 3231711232 3231711232 1333788671 1333788672 1333788671 3500146687 3500146687 3500146688 1602224127 1602224128 1602224127
// The expected bits come from exact rational arithmetic.
__global__ void convert(const int* in, unsigned int* out) {
    unsigned int* p = out + 12 * threadIdx.x;
    int i = in[threadIdx.x];
    long long wide = i * 4294967281LL;
    p[0] = __float_as_uint(__int2float_rz(i));
    p[1] = __float_as_uint(__int2float_ru(i));
    p[2] = __float_as_uint(__int2float_rd(i));
    p[3] = __float_as_uint(__uint2float_rz((unsigned int)i));
    p[4] = __float_as_uint(__uint2float_ru((unsigned int)i));
    p[5] = __float_as_uint(__uint2float_rd((unsigned int)i));
    p[6] = __float_as_uint(__ll2float_rz(wide));
    p[7] = __float_as_uint(__ll2float_ru(wide));
    p[8] = __float_as_uint(__ll2float_rd(wide));
    p[9] = __float_as_uint(__ull2float_rz((unsigned long long)wide));
    p[10] = __float_as_uint(__ull2float_ru((unsigned long long)wide));
    p[11] = __float_as_uint(__ull2float_rd((unsigned long long)wide));
}
