struct Tag {};
struct Left : Tag {};
struct Both : Tag { Left l; int x; };
//     ^ KP2031 'Both' has the empty class 'Tag' twice
__global__ void k(int* p) {
    p[0] = sizeof(Both);
}
