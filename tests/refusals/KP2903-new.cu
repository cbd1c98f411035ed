__global__ void k(int* p) {
    int* q = new int[4];
    //       ^ KP2903 'new' in device code
    q[0] = 1;
    p[0] = q[0];
    delete[] q;
    // ^ KP2903 'delete' in device code
    int* m = (int*)malloc(16);
    //             ^ KP2903 'malloc' in device code
}
