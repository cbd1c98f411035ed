// launch: reverse<<<3, 8, 32>>>(data: int[24] = seq(0, 1))
// expect: data = 7 6 5 4 3 2 1 0 15 14 13 12 11 10 9 8 23 22 21 20 19 18 17 16
__global__ void reverse(int* data) {
    extern __shared__ int tile[];
    int* mine = data + blockIdx.x * blockDim.x;
    tile[threadIdx.x] = mine[threadIdx.x];
    __syncthreads();
    mine[threadIdx.x] = tile[blockDim.x - 1 - threadIdx.x];
}
