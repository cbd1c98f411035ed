// launch: hex<<<1, 8>>>(in: uint[8] = 0 10 255 4096 3735928559 1 16 305419896, out: char[64])
// expect: out[32..40] = 100 101 97 100 98 101 101 102
// expect: out[56..64] = 49 50 51 52 53 54 55 56
// launch: lengths<<<1, 3>>>(out: int[12])
// expect: out = 5 6 8 111 5 6 8 108 5 6 8 111
// A string literal read by index, copied into an array, measured by a function.
__global__ void hex(const unsigned *in, char *out)
{
    const char *digits = "0123456789abcdef";
    for (int k = 0; k < 8; ++k) out[8 * threadIdx.x + k] = digits[(in[threadIdx.x] >> (28 - 4 * k)) & 15];
}

__device__ int length(const char *s)
{
    int n = 0;
    while (s[n] != '\0') n++;
    return n;
}

__global__ void lengths(int *out)
{
    char word[] = "hello";
    char padded[8] = "ab";
    word[4] = threadIdx.x == 1 ? 'l' : 'o';
    int *o = out + 4 * threadIdx.x;
    o[0] = length(word) + padded[5];
    o[1] = sizeof(word) + length("");
    o[2] = length("ab" "cdef") + length(padded);
    o[3] = word[4];
}
