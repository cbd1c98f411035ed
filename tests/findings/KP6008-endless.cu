// launch: k<<<1, 64>>>(p: int[1] = 0)
// expect: finding KP6008
__global__ void k(int* p) {
    while (p[0] == 0) {
    }
}
