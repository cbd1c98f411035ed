#pragma once
typedef unsigned long size_t;
typedef long ptrdiff_t;
typedef long ssize_t;
#define NULL 0
#define offsetof(type, member) ((size_t)&((type *)0)->member)
namespace std { typedef unsigned long size_t; typedef long ptrdiff_t; typedef decltype(nullptr) nullptr_t; }
