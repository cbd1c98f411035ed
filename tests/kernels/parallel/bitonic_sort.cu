// launch: sort<<<1, 64>>>(data: int[64] = rand(71, -1000, 1000))
// expect: hash(data) = 8f68e7ef2121bc10 (twin)
// expect: data[0..6] = -964 -912 -900 -874 -846 -818 (twin)
__global__ void sort(int* data) {
    __shared__ int s[64];
    int t = threadIdx.x;
    s[t] = data[t];
    __syncthreads();
    for (int k = 2; k <= 64; k *= 2) {
        for (int j = k / 2; j > 0; j /= 2) {
            int o = t ^ j;
            if (o > t) {
                bool up = (t & k) == 0;
                if ((s[t] > s[o]) == up) {
                    int x = s[t];
                    s[t] = s[o];
                    s[o] = x;
                }
            }
            __syncthreads();
        }
    }
    data[t] = s[t];
}
