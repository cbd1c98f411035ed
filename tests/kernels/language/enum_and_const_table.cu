// launch: shade<<<1, 8>>>(out: int[8])
// expect: out = 10 20 30 10 20 30 10 20
enum Kind { Red, Green, Blue, Kinds };
__constant__ int weight[Kinds] = {10, 20, 30};
__global__ void shade(int* out) {
    constexpr int last = Blue;
    Kind k = (Kind)(threadIdx.x % (last + 1));
    out[threadIdx.x] = weight[k];
}
