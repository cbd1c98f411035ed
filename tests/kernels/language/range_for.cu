// launch: sums<<<1, 4>>>(out: int[16])
// expect: out = 10 20 11 0 10 20 11 0 10 20 11 1 10 20 11 3
// Loops over an array by value and by reference, over a list, and over an object with begin and end.
struct Numbers {
    int n;
    struct At {
        int i;
        __device__ int operator*() const { return i; }
        __device__ At &operator++() { ++i; return *this; }
        __device__ bool operator!=(const At &other) const { return i != other.i; }
    };
    __device__ At begin() const { return At{0}; }
    __device__ At end() const { return At{n}; }
};

__global__ void sums(int *out)
{
    int v[4] = {1, 2, 3, 4}, *o = out + 4 * threadIdx.x;
    o[0] = o[1] = o[2] = o[3] = 0;
    for (int x : v) o[0] += x;
    for (auto &x : v) x *= 2;
    for (const auto &x : v) o[1] += x;
    for (int x : {5, 6}) o[2] += x;
    for (int x : Numbers{(int)threadIdx.x}) {
        if (x == 3) break;
        o[3] += x;
    }
}
