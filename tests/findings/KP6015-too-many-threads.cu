// launch: k<<<1, 128>>>(p: int[128] = 0)
// expect: finding KP6015
__global__ void __launch_bounds__(64) k(int* p) {
    p[threadIdx.x] = 1;
}
