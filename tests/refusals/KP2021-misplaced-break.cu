__global__ void k(int* p) {
    break;
    // ^ KP2021 break or continue outside of a loop or switch
}
