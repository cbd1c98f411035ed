// launch: k<<<8, 1>>>(in: int[8] = 0 1 2 3 0 1 2 3, bins: int[4] = 0)
// expect: finding KP6016 line 4
__global__ void k(const int* in, int* bins) {
    bins[in[blockIdx.x]]++;
}
