// launch: sizes<<<1, 1>>>(out: int[12])
// expect: out = 8 4 16 16 24 8 1 3 12 4 8 2
// What sizeof and alignof say of structs, members, arrays and expressions.
struct Mixed {
    char tag;
    int value;
};
struct __align__(16) Wide {
    float v[3];
};
struct Nested {
    Mixed m;
    double d;
    short s;
};
struct Empty {};
struct Holder {
    float rows[3];
    Empty nothing[1];
};

__global__ void sizes(int *out)
{
    Nested n;
    out[0] = sizeof(Mixed);
    out[1] = alignof(Mixed);
    out[2] = sizeof(Wide);
    out[3] = alignof(Wide);
    out[4] = sizeof n;
    out[5] = (int)((char *)&n.d - (char *)&n);
    out[6] = sizeof(Empty);
    out[7] = sizeof("ab");
    out[8] = sizeof(((Holder *)0)->rows);
    out[9] = sizeof('a' + 1);
    out[10] = sizeof(1 ? 1 : 2.0);
    out[11] = sizeof(n.s);
}
