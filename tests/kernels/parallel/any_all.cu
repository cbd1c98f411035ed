// launch: votes<<<1, 64>>>(x: int[64] = seq(0, 1), out: int[8])
// expect(warp=32): out = 1 1 1 0 0 1 0 0
__global__ void votes(const int* x, int* out) {
    int t = threadIdx.x, w = t / 32;
    int a = __any_sync(0xffffffffu, x[t] == 5);
    int b = __all_sync(0xffffffffu, x[t] < 32);
    int c = __any_sync(0xffffffffu, x[t] < 1);
    int d = __all_sync(0xffffffffu, x[t] > 63);
    if (t % 32 == 0) {
        int* o = out + 4 * w;
        o[0] = a;
        o[1] = w ? __popc(b) + 1 : b;
        o[2] = c;
        o[3] = d;
    }
}
