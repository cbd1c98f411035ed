// launch: collatz<<<2, 8>>>(steps: unsigned[16])
// expect: steps = 3 1 7 2 5 8 16 3 19 6 14 9 9 17 17 4
__global__ void collatz(unsigned* steps) {
    unsigned i = blockIdx.x * blockDim.x + threadIdx.x;
    unsigned long long n = i + 1;
    unsigned count = 0;
    do {
        n = (n & 1) ? 3 * n + 1 : n / 2;
        ++count;
    } while (n != 1);
    steps[i] = count;
}
