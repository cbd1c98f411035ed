// launch: unpack<<<1, 4>>>(out: int[24])
// expect: out = 0 0 13 4 3 7 1 2 14 4 3 8 2 4 15 4 3 9 3 6 16 4 3 10
// Names for the parts of a struct, of an array by reference and of a copy of it.
struct Both {
    int whole;
    float half;
};
__device__ Both split(int i) { return Both{i, 2.0f * i}; }

__global__ void unpack(int *out)
{
    int i = threadIdx.x, *o = out + 6 * i;
    auto [whole, twice] = split(i);
    int pair[2] = {3, 4};
    auto &[first, second] = pair;
    auto [kept, other] = pair;
    first += 10 + i;
    o[0] = whole;
    o[1] = (int)twice;
    o[2] = pair[0];
    o[3] = second;
    o[4] = kept;
    o[5] = other + 3 + whole;
}
