// launch: k<<<1, 1>>>(p: nullptr)
// expect: finding KP6010 line 4
__global__ void k(int* p) {
    p[0] = 1;
}
