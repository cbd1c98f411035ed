// launch: make<<<1, 3>>>(out: int[12])
// expect: out = 1 2 3 4 1 9 3 4 7 8 3 14
// A constructor that begins with another one, a default one that stays beside it, and one inherited by using.
struct Box {
    int width = 1, height = 2;
    int depth = 3;
    __device__ Box() = default;
    __device__ explicit Box(int height) : Box() { this->height = height; }
    __device__ Box(int width, int height) : width(width), height(height) {}
};
struct Counted : Box {
    using Box::Box;
    int count = 4;
};

__global__ void make(int *out)
{
    int *o = out + 4 * threadIdx.x;
    Box plain, tall(9), wide(7, 8);
    Box b = threadIdx.x == 0 ? plain : threadIdx.x == 1 ? tall : wide;
    Counted c(5, 5);
    if (threadIdx.x == 2) c.count += c.width + c.height;
    o[0] = b.width;
    o[1] = b.height;
    o[2] = b.depth;
    o[3] = c.count;
}
