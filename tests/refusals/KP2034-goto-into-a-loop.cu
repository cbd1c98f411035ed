__global__ void k(int* p) {
    if (p[0] > 0) goto inside;
    //            ^ KP2034 the goto to 'inside' jumps into a block, a loop or a case from outside of it, which has no structured form
    for (int i = 0; i < 4; ++i) {
        p[1] = i;
    inside:
        p[2] = i;
    }
}
