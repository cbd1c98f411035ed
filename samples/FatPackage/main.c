/* One library for several machines: what is here is picked when the program runs. */
#include <stdio.h>
#include "kernels_pack.h"

enum { N = 1024, BLOCK = 128 };

static int check(int result)
{
    if (result != KP_OK)
        printf("failed: %d %s\n", result, kp_pack_error());
    return result;
}

int main(void)
{
    static float x[N], y[N], sums[N / BLOCK];
    for (int i = 0; i < N; i++)
        x[i] = (float)i;
    if (check(kp_pack_open(NULL)))
        return 1;
    float *dx = kp_pack_alloc(sizeof x), *dy = kp_pack_alloc(sizeof y), *ds = kp_pack_alloc(sizeof sums);
    kp_launch launch = {N / BLOCK, 1, 1, BLOCK, 1, 1, 0};
    if (!dx || !dy || !ds || check(kp_pack_upload(dx, x, sizeof x)) || check(kp_pack_upload(dy, y, sizeof y))
        || check(kp_pack_saxpy(&launch, N, 2.0f, dx, dy)) || check(kp_pack_block_sums(&launch, dy, ds)) || check(kp_pack_download(sums, ds, sizeof sums)))
        return 1;
    fprintf(stderr, "%s\n", kp_pack_device());
    for (int i = 0; i < N / BLOCK; i++)
        printf("%g ", sums[i]);
    printf("\n");
    kp_pack_free(dx);
    kp_pack_free(dy);
    kp_pack_free(ds);
    return 0;
}
