// launch: all<<<2, 32>>>(v: int[8] = 0 0 1000 -1000 -1 0 0 7, u: unsigned[3] = 0 5 9)
// expect: v = 64 -2016 0 63 0 63 0 42
// expect: u = 4 1 0
__global__ void all(int* v, unsigned* u) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    atomicAdd(&v[0], 1);
    atomicSub(&v[1], i);
    atomicMin(&v[2], i);
    atomicMax(&v[3], i);
    atomicAnd(&v[4], i);
    atomicOr(&v[5], i);
    atomicXor(&v[6], i);
    if (i == 41) atomicExch(&v[7], i + 1);
    atomicInc(&u[0], 9u);
    atomicDec(&u[1], 9u);
    atomicCAS(&u[2], 9u, 0u);
}
