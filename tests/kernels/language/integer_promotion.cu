// launch: promote<<<1, 1>>>(out: int[10] = poison)
// expect: out = -1 255 1 0 -56 200 1 -128 65535 1
__global__ void promote(int* out) {
    signed char a = -1;
    unsigned char b = 255;
    out[0] = a;
    out[1] = b;
    out[2] = (a < 0u) ? 0 : 1;            // -1 becomes the largest unsigned
    out[3] = ((unsigned char)(b + 1)) ;   // wraps when stored
    signed char c = (signed char)200;
    unsigned char d = 200;
    out[4] = c;
    out[5] = d;
    unsigned short s = 65535;
    out[6] = (s + 1) == 65536;            // computed in int
    out[7] = (signed char)(127 + 1);
    out[8] = (unsigned short)(-1);
    out[9] = sizeof('a') == 1 && sizeof(a + b) == 4;
}
