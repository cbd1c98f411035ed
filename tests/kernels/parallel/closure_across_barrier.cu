// launch: closure<<<1, 4>>>(out: int[8] = poison)
// expect: out = 70 77 84 91 1077 1185 1293 1373
// What a closure holds by reference, and a pointer in a struct points to, is a thread's own on both sides of a barrier.
struct Ref {
    const int* at;
};
__global__ void closure(int* out) {
    int t = threadIdx.x;
    int step = 10 + t, base = 0;
    auto times = [&](int x) { return x * step; };
    Ref ref = {&base};
    base = t;
    out[t] = times(7);
    __syncthreads();
    out[4 + t] = out[(t + 1) % 4] + times(100) + *ref.at;
}
