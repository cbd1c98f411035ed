// launch: packed<<<1, 4>>>(a: unsigned[4] = 1 2147483649 287454020 4294967295, b: unsigned[4] = 2 3 1432778632 16909060, out: int[12])
// expect: out = 8 0 2 14 -536870912 3 -1422672832 35931752 2822 16909060 1342177279 -10
__global__ void packed(const unsigned* a, const unsigned* b, int* out) {
    int i = threadIdx.x;
    out[3 * i] = 0;
    out[3 * i + 1] = 0;
    out[3 * i + 2] = __dp4a((int)a[i], (int)b[i], 0);
    unsigned l = __funnelshift_l(a[i], b[i], i == 3 ? 0 : i + 1 + (i == 0));
    unsigned r = __funnelshift_r(a[i], b[i], i + 1);
    out[3 * i] = (int)l;
    out[3 * i + 1] = (int)r;
}
