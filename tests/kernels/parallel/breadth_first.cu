// launch: levels<<<1, 32>>>(first: int[13] = 0 2 5 7 9 10 12 14 15 17 18 19 20, edge: int[20] = 1 2 0 3 4 0 5 1 6 1 2 7 3 8 5 6 9 8 10 10, level: int[12] = 0 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1, n: 12, rounds: int[1])
// expect: level = 0 1 1 2 2 2 3 3 4 5 -1 -1
// expect: rounds = 5
// Breadth first over a graph in compressed rows: a round a level, all threads until one round finds nothing new.
__global__ void levels(const int *first, const int *edge, int *level, int n, int *rounds)
{
    int at = 0;
    bool more = true;
    while (more) {
        int mine = -1;
        for (int v = threadIdx.x; v < n; v += blockDim.x) {
            if (level[v] != -1) continue;
            for (int u = 0; u < n; ++u) {
                if (level[u] != at) continue;
                for (int e = first[u]; e < first[u + 1]; ++e) {
                    if (edge[e] == v) mine = v;
                }
            }
        }
        __syncthreads();
        if (mine >= 0) level[mine] = at + 1;
        more = __syncthreads_or(mine >= 0);
        if (more) ++at;
    }
    if (threadIdx.x == 0) *rounds = at;
}
