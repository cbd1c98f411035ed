// launch: paths<<<1, (6,6)>>>(distance: int[36] = 0 7 9 1000 1000 14 7 0 10 15 1000 1000 9 10 0 11 1000 2 1000 15 11 0 6 1000 1000 1000 1000 6 0 9 14 1000 2 1000 9 0)
// expect: distance[0..6] = 0 7 9 20 20 11
// expect: distance[24..30] = 20 21 11 6 0 9
// Shortest paths between all vertices: a round a vertex in between, the distances in shared memory.
__global__ void paths(int *distance)
{
    __shared__ int d[6][6];
    int row = threadIdx.y, column = threadIdx.x;
    d[row][column] = distance[6 * row + column];
    __syncthreads();
    for (int k = 0; k < 6; ++k) {
        int through = d[row][k] + d[k][column], straight = d[row][column];
        __syncthreads();
        d[row][column] = min(straight, through);
        __syncthreads();
    }
    distance[6 * row + column] = d[row][column];
}
