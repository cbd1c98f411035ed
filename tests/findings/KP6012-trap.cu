// launch: checked<<<1, 8>>>(values: int[8] = 3 1 4 1 -5 9 2 6, out: int[8])
// expect: finding KP6012 line 6
__global__ void checked(const int* values, int* out) {
    int i = threadIdx.x;
    if (values[i] < 0) {
        __trap();
    }
    out[i] = values[i];
}
