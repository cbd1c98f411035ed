// launch: walls<<<1, 4>>>(side: int[4] = 0 1 2 3, out: int[8])
// expect: out = 10 7 21 7 32 7 42 7
// A parameter hides an enumeration's name, but not in front of `::`; a constant table whose members are named.
enum side { left, right, top = 2, bottom };
struct Border {
    int red, green, blue;
};
__constant__ Border border = {.red = 3, .blue = 4};
__constant__ Border edges[2] = {{.green = 1}, {.red = 2, .green = 2}};

__device__ int weight(int side) { return side == side::left ? 1 : side == side::right ? 2 : side == side::top ? 3 : 4; }

__global__ void walls(const int *side, int *out)
{
    int i = threadIdx.x;
    out[2 * i] = 10 * weight(side[i]) + (side[i] == side::bottom ? 2 : edges[side[i] % 2].green + edges[0].red) - (side[i] == side::left || side[i] == side::right ? 1 : 0) + (side[i] == 2 ? 1 : 0);
    out[2 * i + 1] = border.red + border.green + border.blue;
}
