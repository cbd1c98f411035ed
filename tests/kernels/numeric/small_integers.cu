// launch: narrow<<<1, 4>>>(a: char[4] = 100 -100 127 -128, b: char[4] = 100 -100 1 -1, s: char[4], m: short[4], us: unsigned short[4], h: unsigned char[4])
// expect: s = -56 56 -128 127
// expect: m = 10000 10000 127 128
// expect: us = 200 65336 128 65407
// expect: h = 50 206 63 192
__global__ void narrow(const char* a, const char* b, char* s, short* m, unsigned short* us, unsigned char* h) {
    int i = threadIdx.x;
    s[i] = a[i] + b[i];
    m[i] = a[i] * b[i];
    us[i] = a[i] + b[i];
    h[i] = a[i] >> 1;
}
