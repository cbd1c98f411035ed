// launch: classify<<<1, 8>>>(in: int[8] = 0 1 2 3 4 5 6 -1, out: int[8])
// expect: out = 111 11 1 30 5 5 100 100
__global__ void classify(const int* in, int* out) {
    int v = 0;
    switch (in[threadIdx.x]) {
        case 0: v += 100;
        case 1: v += 10;
        case 2: v += 1; break;
        case 3: { int w = 3; v = w * 10; break; }
        case 4:
        case 5: v = 5; break;
        default: v = 100;
    }
    out[threadIdx.x] = v;
}
