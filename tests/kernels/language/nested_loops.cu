// launch: primes<<<1, 32>>>(out: int[32])
// expect: out = 0 0 1 1 0 1 0 1 0 0 0 1 0 1 0 0 0 1 0 1 0 0 0 1 0 0 0 0 0 1 0 1
__global__ void primes(int* out) {
    int n = threadIdx.x;
    int prime = n >= 2;
    for (int a = 2; a < n; a++) {
        if (a * a > n) break;
        for (int b = a; b <= n; b++) {
            if (a * b < n) continue;
            if (a * b == n) prime = 0;
            break;
        }
        if (!prime) break;
    }
    out[n] = prime;
}
