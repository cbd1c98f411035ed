// launch: chain<<<1, 1>>>(out: int[12])
// expect: out = 13 7 21 5 1 20 2 2 7 5 -2 250
__global__ void chain(int* out) {
    int a = 10;
    a += 3; out[0] = a;
    a -= 6; out[1] = a;
    a *= 3; out[2] = a;
    a /= 4; out[3] = a;
    a %= 2; out[4] = a;
    a = 5; a <<= 2; out[5] = a;
    a >>= 3; out[6] = a;
    a &= 6; out[7] = a;
    a |= 5; out[8] = a;
    a ^= 2; out[9] = a;
    int b = 3;
    a = b++ + --b - b--; // 3 + 3 - 3, then 2
    out[10] = b - 4;
    unsigned char c = 255;
    c -= 5;
    out[11] = c;
}
