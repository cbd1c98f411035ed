// launch: order<<<1, 4>>>(out: int[4])
// expect: out = 1 2 103 2
template <class T> __device__ int which(const T& a, const T& b) { return 1; }
template <class T, class U> __device__ int which(const T& a, const U& b) { return 2; }
template <class T> __device__ int nested(T* a, T b) { return 103; }
template <class T, class U> __device__ int nested(T* a, U b) { return 104; }
__global__ void order(int* out) {
    short s = 1;
    switch (threadIdx.x) {
        case 0: out[0] = which(s, s); break;
        case 1: out[1] = which(s, 1); break;
        case 2: out[2] = nested(out, 1); break;
        default: out[3] = which(1.0f, s); break;
    }
}
