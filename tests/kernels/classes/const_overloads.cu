// launch: access<<<1, 4>>>(out: int[12])
// expect: out = 0 1 10 1 1 20 4 1 30 9 1 40
// A method for const objects beside one for others, and methods that return references to be written through.
struct Row {
    int v[4];
    int reads = 0;
    __device__ int &at(int i) { ++reads; return v[i]; }
    __device__ const int &at(int i) const { return v[i]; }
    __device__ Row &set(int i, int x) { at(i) = x; return *this; }
};
__device__ int look(const Row &r, int i) { return r.at(i); }

__global__ void access(int *out)
{
    Row r{};
    int i = threadIdx.x, *o = out + 3 * i;
    r.set(i, i * i);
    o[0] = look(r, i);
    o[1] = r.reads;
    r.set(0, 5).set(1, 6).at(2) = 7;
    o[2] = 10 * (r.reads - 3 + i);
}
