// launch: compare<<<1, 5>>>(a: float[5] = 1 nan inf -inf 0, b: float[5] = 2 1 inf inf -0, f: int[5], lo: float[5], hi: float[5])
// expect: f = 3 16 36 3 36
// expect: lo = 1 1 inf -inf 0
// expect: hi = 2 1 inf inf 0
__global__ void compare(const float* a, const float* b, int* f, float* lo, float* hi) {
    int i = threadIdx.x;
    int r = 0;
    if (a[i] < b[i]) r |= 1;
    if (a[i] <= b[i] && a[i] != b[i]) r |= 2;
    if (a[i] == b[i]) r |= 4;
    if (a[i] > b[i]) r |= 8;
    if (isnan(a[i])) r |= 16;
    if (!(a[i] != b[i])) r |= 32;
    f[i] = r;
    lo[i] = fminf(a[i], b[i]);
    hi[i] = fmaxf(a[i], b[i]);
}
