// nested_loops.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void primes(int *out)
{
    int n = threadIdx.x;
    int prime = n >= 2;
    for (int a = 2; a < n; a++) {
        if (a * a > n) {
            break;
        }
        for (int b = a; b <= n; b++) {
            if (a * b < n) {
                continue;
            }
            if (a * b == n) {
                prime = 0;
            }
            break;
        }
        if (prime == 0) {
            break;
        }
    }
    out[n] = prime;
}
