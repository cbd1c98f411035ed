// launch: copy<<<1, 2>>>(out: int[12])
// expect: out = 1 2 1 5 12 3 1 2 1 5 12 3
// Copies made by a class's own constructor and assignment, counted; a move that takes what the other one had.
struct Handle {
    int value;
    int copies = 0;
    __device__ explicit Handle(int value) : value(value) {}
    __device__ Handle(const Handle &other) : value(other.value), copies(other.copies + 1) {}
    __device__ Handle(Handle &&other) : value(other.value), copies(other.copies) { other.value = -1; }
    __device__ Handle &operator=(const Handle &other)
    {
        value = other.value;
        copies = other.copies + 10;
        return *this;
    }
};
__device__ int taken(Handle h) { return h.copies; }
__device__ int borrowed(const Handle &h) { return h.copies; }
template <class T> __device__ T &&moved(T &x) { return static_cast<T &&>(x); }

__global__ void copy(int *out)
{
    int *o = out + 6 * threadIdx.x;
    Handle first(5), second(first);
    o[0] = second.copies;
    o[1] = taken(second);
    o[2] = borrowed(second);
    Handle third(moved(first));
    o[3] = third.value;
    first = second;
    second = first;
    o[4] = first.copies + (second.value == 5 ? 1 : 0);
    o[5] = third.copies + taken(Handle(3)) + (first.value - 2);
}
