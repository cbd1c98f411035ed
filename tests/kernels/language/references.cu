// launch: order<<<1, 4>>>(a: int[4] = 5 1 8 2, b: int[4] = 3 4 7 9)
// expect: a = 3 1 7 2
// expect: b = 5 4 8 9
__device__ void swap_if(int& x, int& y) {
    if (x > y) {
        int t = x;
        x = y;
        y = t;
    }
}
__global__ void order(int* a, int* b) {
    int& x = a[threadIdx.x];
    swap_if(x, b[threadIdx.x]);
}
