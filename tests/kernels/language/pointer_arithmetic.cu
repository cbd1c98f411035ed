// launch: walk<<<1, 3>>>(data: int[12] = seq(10, 1), out: long long[9])
// expect: out = 60 4 11 76 4 15 92 4 19
__global__ void walk(const int* data, long long* out) {
    const int* first = data + threadIdx.x * 4;
    const int* end = first + 4;
    long long s = 0;
    for (const int* p = first; p != end; ++p) s += *p;
    const int* q = end;
    out[3 * threadIdx.x] = s + (q[-1] - *first) * 1 + 11 - threadIdx.x * 0 - (threadIdx.x == 0 ? 0 : 0);
    out[3 * threadIdx.x + 1] = end - first;
    out[3 * threadIdx.x + 2] = *(1 + first);
}
