// launch: k<<<4, 1>>>(next: int[1] = 0, out: int[4] = 0)
// expect: out = 0 1 4 9
__global__ void k(int* next, int* out) {
    int chunk = atomicAdd(next, 1);
    out[chunk] = chunk * chunk;
}
