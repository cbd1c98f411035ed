// launch: returns<<<2, 64>>>(a: int[128] = seq(0, 1), out: int[128] = seq(0, 0), n: 100)
// expect: out = -1 2124 2122 -1 2118 2116 -1 2112 55 -1 2106 2104 -1 50 2098 -1 2094 2092 -1 2088 2086 -1 2082 40 -1 2076 2074 -1 35 2068 -1 2064 2062 -1 2058 2056 -1 2052 25 -1 2046 2044 -1 20 2038 -1 2034 2032 -1 2028 2026 -1 2022 10 -1 2016 2014 -1 5 2008 -1 2004 2002 -1 2254 -1 125 2248 -1 2244 2242 -1 2238 2236 -1 2232 115 -1 2226 2224 -1 110 2218 -1 2214 2212 -1 2208 2206 -1 2202 100 -1 2196 2194 -1 95 2188 -1 2184 14 14 14 14 14 14 14 14 14 14 14 14 14 14 14 14 14 14 14 14 14 14 14 14 14 14 14 14
// Threads return one by one behind the last barrier, from within conditions, and others go on.
__global__ void returns(const int *a, int *out, int n)
{
    __shared__ int s[64];
    s[threadIdx.x] = a[blockIdx.x * 64 + threadIdx.x];
    __syncthreads();
    int i = blockIdx.x * 64 + threadIdx.x;
    int v = s[63 - threadIdx.x];
    if (i < n) {
        if (v % 3 == 0) {
            out[i] = -1;
            return;
        }
        out[i] = v;
        if (v % 5 == 0)
            return;
        out[i] += 1000;
    } else
        out[i] = 7;
    out[i] *= 2;
}
