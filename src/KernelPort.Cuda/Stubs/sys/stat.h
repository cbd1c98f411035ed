#pragma once
struct stat { long st_size; unsigned int st_mode; };
