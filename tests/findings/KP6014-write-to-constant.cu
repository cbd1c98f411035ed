// launch: k<<<1, 1>>>(p: int[1] = 0)
// expect: finding KP6014 line 6
__constant__ int table[4] = {1, 2, 3, 4};
__global__ void k(int* p) {
    int* t = (int*)table;
    t[1] = 7;
    p[0] = table[1];
}
