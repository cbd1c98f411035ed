// launch: wrap<<<1, 6>>>(x: int[6] = 2147483647 -2147483648 2147483647 -2147483648 65536 -7, y: int[6] = 1 -1 2147483647 -2147483648 65536 3,
//   sum: int[6], difference: int[6], product: int[6], narrow: short[6], bytes: unsigned char[6], negated: int[6])
// expect: sum = -2147483648 2147483647 -2 0 131072 -4
// expect: difference = 2147483646 -2147483647 0 0 0 -10
// expect: product = 2147483647 -2147483648 1 0 0 -21
// expect: narrow = -1 0 -1 0 0 -7
// expect: bytes = 255 0 255 0 0 249
// expect: negated = -2147483647 -2147483648 -2147483647 -2147483648 -65536 7
__global__ void wrap(const int* x, const int* y, int* sum, int* difference, int* product, short* narrow, unsigned char* bytes, int* negated) {
    int i = threadIdx.x;
    sum[i] = x[i] + y[i];
    difference[i] = x[i] - y[i];
    product[i] = x[i] * y[i];
    narrow[i] = (short)x[i];
    bytes[i] = (unsigned char)x[i];
    negated[i] = -x[i];
}
