// Which launches a target takes, and how a grid runs.
#include "kp_launch.h"

namespace kp {

#ifdef KP_PROGRAM
static const bool checks_canaries_each_time = false;
#else
static const bool checks_canaries_each_time = true;
#endif

bool has_one_kernel;
const char* last_refusal;
bool refusal_is_fatal;

const char* refuse_configuration(const config& c) {
    unsigned long long threads = 1ull * c.block.x * c.block.y * c.block.z;
    unsigned long long blocks = 1ull * c.grid.x * c.grid.y * c.grid.z;
    if (threads == 0 || blocks == 0) return "a grid or block size of zero";
    if (threads > KP_MAX_THREADS) return "too many threads in a block";
    if (c.block.x > KP_MAX_BLOCK_X || c.block.y > KP_MAX_BLOCK_Y || c.block.z > KP_MAX_BLOCK_Z) return "a block size beyond the limit of its axis";
    if (c.grid.x > KP_MAX_GRID_X || c.grid.y > KP_MAX_GRID_YZ || c.grid.z > KP_MAX_GRID_YZ) return "a grid size beyond the limit of its axis";
    if (KP_MAX_GRID_TOTAL && blocks > KP_MAX_GRID_TOTAL) return "too many blocks in the grid";
    if (c.bounds && threads > static_cast<unsigned long long>(c.bounds)) return "more threads than __launch_bounds__ allows";
    if (!c.bounds && threads > KP_UNBOUNDED_THREADS) return "so many threads need __launch_bounds__ on the kernel";
    if (c.shared > KP_MAX_SHARED) return "too much shared memory";
    if (has_one_kernel) {
        dynamic_base();
        if (c.shared + shared.tls_bytes > KP_MAX_SHARED) return "too much shared memory";
    }
    return nullptr;
}

void run_grid(const config& c, void (*body)(void*), void* data) {
    install_handlers();
    enter_grid(c, body, data);
    if (c.cooperative) run_together();
    else run_blocks(c, body, data);
    g.in_kernel = false;
    if (checks_canaries_each_time) check_all_canaries();
}

bool accept(const config& c) {
    last_refusal = refuse_configuration(c);
    if (last_refusal && refusal_is_fatal) {
        fail(13, "launch refused: %s (grid %ux%ux%u, block %ux%ux%u, %zu bytes shared)", last_refusal, c.grid.x, c.grid.y, c.grid.z, c.block.x,
             c.block.y, c.block.z, c.shared);
    }
    return !last_refusal;
}

} // namespace kp
