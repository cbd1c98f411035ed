/* Kernels of CUDA for several machines in one library: what is present is picked when the program runs, this CPU as the last resort.
   The header of each pack has a function a kernel, kp_pack_NAME(&launch, arguments...), that returns when all blocks have run. */
#ifndef KERNELPORT_PACK_H
#define KERNELPORT_PACK_H
#include <stddef.h>
#include <stdint.h>

#include "kernelport_cpu.h" /* kp_launch, the results, kp_error_string */

#ifdef __cplusplus
extern "C" {
#endif

enum {
    KP_NO_DEVICE = 16,   /* no member of the pack finds its machine, or none has the name that is wanted */
    KP_BAD_POINTER = 17, /* a pointer that kp_pack_alloc did not give, or into the middle of memory where the machine takes beginnings only */
    KP_DEVICE_ERROR = 18 /* the machine's runtime refused; kp_pack_error has its words */
};

/* Picks a member: the one named ("cpu", "opencl", ...), or if null or empty the environment's KP_DEVICE, or else the first whose machine is here.
   Everything else opens by itself in that way; a second open is refused unless it means the same member. */
int kp_pack_open(const char *wanted);

/* The member's name and its device's, once it is open: "opencl: pthread-AMD EPYC". */
const char *kp_pack_device(void);

/* What the last failure was, in words. */
const char *kp_pack_error(void);

/* Memory that kernels may be given. Sizes are in bytes. */
void *kp_pack_alloc(size_t size);
void kp_pack_free(void *memory);
int kp_pack_upload(void *device, const void *host, size_t size);
int kp_pack_download(void *host, const void *device, size_t size);

#ifdef __cplusplus
}
#endif
#endif
