__global__ void k(int* p, int n) {
    int a[n];
    //    ^ KP2011 this must be a constant expression
    p[0] = 1;
}
