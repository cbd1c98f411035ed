// launch: find<<<1, 8>>>(grid: int[12] = 5 9 2 7 1 8 3 6 4 0 11 10, at: int[16])
// expect: at = 2 1 1 0 0 2 1 2 2 0 0 0 1 3 0 3
// launch: classify<<<1, 6>>>(v: int[6] = -3 0 5 10 100 7, kind: int[6])
// expect: kind = 1 2 13 13 4 13
// A goto forwards leaves loops and a switch at once, over a shared end.
__global__ void find(const int *grid, int *at)
{
    int row, column, wanted = threadIdx.x;
    for (row = 0; row < 3; ++row) {
        for (column = 0; column < 4; ++column) {
            if (grid[4 * row + column] == wanted) goto found;
        }
    }
    row = column = -1;
found:
    at[2 * threadIdx.x] = row;
    at[2 * threadIdx.x + 1] = column;
}

__global__ void classify(const int *v, int *kind)
{
    int x = v[threadIdx.x], k = 0;
    switch (x < 0 ? 0 : x == 0 ? 1 : x < 50 ? 2 : 3) {
    case 0:
        k = 1;
        goto done;
    case 1:
        k = 2;
        goto done;
    case 2:
        k = 3;
        break;
    default:
        k = 4;
        goto done;
    }
    k += 10;
done:
    kind[threadIdx.x] = k;
}
