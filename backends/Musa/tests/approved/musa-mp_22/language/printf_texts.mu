// printf_texts.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__constant__ signed char text[7] = {(signed char)104, (signed char)101, (signed char)108, (signed char)112, (signed char)101, (signed char)114, (signed char)0};

static __device__ inline int helper(int i)
{
    int i_1 = i;
    printf("helper(%d)\n", i_1);
    int length = 0;
    for (signed char *p = text; (*p) != (signed char)0; p += 1) {
        length++;
    }
    return length - 1;
}

__global__ void tell(int *out)
{
    int i = threadIdx.x;
    bool chosen = (i & 1) != 0;
    int printed = i >> 1u;
    int chosen_1;
    if (i == 0) {
        chosen_1 = 0;
    } else {
        int chosen_2;
        if (i == 1) {
            chosen_2 = 1;
        } else {
            chosen_2 = i > 2 ? 2 : 3;
        }
        chosen_1 = chosen_2;
    }
    int chosen_3 = chosen_1;
    if (chosen) {
        if (chosen_3 == 0) {
            printf("!%d\tnone\n", printed);
        } else if (chosen_3 == 1) {
            printf("!%d\tone\n", printed);
        } else if (chosen_3 == 2) {
            printf("!%d\t50%%\n", printed);
        } else {
            printf("!%d\tfew\n", printed);
        }
    } else if (chosen_3 == 0) {
        printf("%d\tnone\n", printed);
    } else if (chosen_3 == 1) {
        printf("%d\tone\n", printed);
    } else if (chosen_3 == 2) {
        printf("%d\t50%%\n", printed);
    } else {
        printf("%d\tfew\n", printed);
    }
    bool chosen_4 = i < 2;
    int i_1 = i;
    if (chosen_4) {
        printf("here in tell: low %d\n", i_1);
    } else {
        printf("here in tell: high %d\n", i_1);
    }
    int helper_result = helper(i);
    out[threadIdx.x] = helper_result;
}
