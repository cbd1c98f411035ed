// launch: table<<<1, 4>>>(out: int[4])
// expect: out = 13 25 37 49
struct Config {
    static constexpr int kRows = 4;
    static const int kColumns = kRows * 3;
    enum Mode { Plain = 1, Fancy };
    using value_type = int;
    struct Cell { value_type v; __device__ value_type doubled() const { return v * 2; } };
    static __device__ int scale(int x) { return x * kColumns; }
};
__global__ void table(int* out) {
    __shared__ Config::value_type cells[Config::kRows];
    int t = threadIdx.x;
    Config::Cell c;
    c.v = t + 1;
    cells[t] = c.doubled() / Config::Fancy;
    __syncthreads();
    out[t] = Config::scale(cells[t]) + Config::Plain;
}
