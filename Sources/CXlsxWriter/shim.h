#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

// A file that lives in memory only: libxlsxwriter 1.1.4 writes to a path and to nothing else, and this one has the path
// /proc/self/fd/N. glibc declares memfd_create only under _GNU_SOURCE, which Swift's own Glibc module is built without.
static inline int mingzhang_memory_file(void) { return (int)syscall(SYS_memfd_create, "workbook", 1U); }
