// PDFium's public C ABI as far as this program calls it: own declarations, and a table filled with dlopen, so that
// the program builds and runs where PDFium is not. And limits of the process, whose macros Swift does not see.
#ifndef MINGZHANG_CPDFIUM_H
#define MINGZHANG_CPDFIUM_H

#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

#pragma clang assume_nonnull begin

// Handles; each is PDFium's own and is freed by its closing call.
typedef struct mz_document *mz_document_t;
typedef struct mz_page *mz_page_t;
typedef struct mz_text *mz_text_t;
typedef struct mz_object *mz_object_t;
typedef const struct mz_segment *mz_segment_t;
typedef struct mz_annotation *mz_annotation_t;

// Corners in the page's own space, y upwards. The order of the fields is PDFium's.
struct mz_rect { float left, top, right, bottom; };
struct mz_matrix { float a, b, c, d, e, f; };

enum { mz_error_format = 3, mz_error_password = 4, mz_error_security = 5 };
enum { mz_object_path = 2, mz_object_image = 3, mz_object_form = 5 };
enum { mz_segment_line = 0, mz_segment_bezier = 1, mz_segment_move = 2 };
enum { mz_annotation_note = 1, mz_annotation_square = 5 };
enum { mz_annotation_printed = 1 << 2, mz_appearance_normal = 0, mz_color_line = 0, mz_save_incremental = 1 };

// Where a document is saved to: PDFium hands it block after block.
struct mz_sink {
    int version;
    int (*write)(struct mz_sink *, const void *bytes, unsigned long count);
    int file;
};

struct mz_pdfium {
    void (*initLibrary)(void);
    mz_document_t _Nullable (*loadDocument)(const char *path, const char *_Nullable password);
    unsigned long (*lastError)(void);
    int (*pageCount)(mz_document_t);
    mz_page_t _Nullable (*loadPage)(mz_document_t, int index);
    void (*closePage)(mz_page_t);
    int (*pageBox)(mz_page_t, struct mz_rect *);
    int (*pageRotation)(mz_page_t);

    mz_text_t _Nullable (*loadText)(mz_page_t);
    void (*closeText)(mz_text_t);
    int (*characterCount)(mz_text_t);
    unsigned int (*unicode)(mz_text_t, int index);
    double (*fontSize)(mz_text_t, int index);
    int (*isGenerated)(mz_text_t, int index);
    int (*hasNoUnicode)(mz_text_t, int index);
    int (*characterOrigin)(mz_text_t, int index, double *x, double *y);
    int (*characterBox)(mz_text_t, int index, double *left, double *right, double *bottom, double *top);
    int (*looseBox)(mz_text_t, int index, struct mz_rect *);
    int (*characterMatrix)(mz_text_t, int index, struct mz_matrix *);

    int (*objectCount)(mz_page_t);
    mz_object_t _Nullable (*object)(mz_page_t, int index);
    int (*objectKind)(mz_object_t);
    int (*objectMatrix)(mz_object_t, struct mz_matrix *);
    int (*objectBounds)(mz_object_t, float *left, float *bottom, float *right, float *top);
    int (*formCount)(mz_object_t);
    mz_object_t _Nullable (*formObject)(mz_object_t, unsigned long index);
    int (*strokeColor)(mz_object_t, unsigned *r, unsigned *g, unsigned *b, unsigned *a);
    int (*fillColor)(mz_object_t, unsigned *r, unsigned *g, unsigned *b, unsigned *a);
    int (*drawMode)(mz_object_t, int *fill, int *stroke);
    int (*segmentCount)(mz_object_t);
    mz_segment_t _Nullable (*segment)(mz_object_t, int index);
    int (*segmentPoint)(mz_segment_t, float *x, float *y);
    int (*segmentKind)(mz_segment_t);
    int (*segmentCloses)(mz_segment_t);

    // Texts are UTF-16, little endian, and end in a zero.
    mz_annotation_t _Nullable (*addAnnotation)(mz_page_t, int kind);
    void (*closeAnnotation)(mz_annotation_t);
    int (*setRect)(mz_annotation_t, const struct mz_rect *);
    int (*setColor)(mz_annotation_t, int kind, unsigned r, unsigned g, unsigned b, unsigned a);
    int (*setBorder)(mz_annotation_t, float across, float up, float width);
    int (*setFlags)(mz_annotation_t, int);
    int (*setText)(mz_annotation_t, const char *key, const unsigned short *);
    int (*setAppearance)(mz_annotation_t, int mode, const unsigned short *_Nullable);
    int (*save)(mz_document_t, struct mz_sink *, unsigned long how);
};

// The library at `path`, or NULL where it is none or lacks a function. It stays loaded as long as the process.
static inline struct mz_pdfium *_Nullable mz_pdfium_load(const char *path) {
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!library) return NULL;
    struct mz_pdfium *table = calloc(1, sizeof *table);
    if (!table) return NULL;
    // dlsym gives an object's address; POSIX promises that it may be used as a function's.
#define MZ_TAKE(field, symbol)                                    \
    do {                                                          \
        void *address = dlsym(library, symbol);                   \
        if (!address) { free(table); return NULL; }               \
        *(void **)(void *)&table->field = address;                \
    } while (0)
    MZ_TAKE(initLibrary, "FPDF_InitLibrary");
    MZ_TAKE(loadDocument, "FPDF_LoadDocument");
    MZ_TAKE(lastError, "FPDF_GetLastError");
    MZ_TAKE(pageCount, "FPDF_GetPageCount");
    MZ_TAKE(loadPage, "FPDF_LoadPage");
    MZ_TAKE(closePage, "FPDF_ClosePage");
    MZ_TAKE(pageBox, "FPDF_GetPageBoundingBox");
    MZ_TAKE(pageRotation, "FPDFPage_GetRotation");
    MZ_TAKE(loadText, "FPDFText_LoadPage");
    MZ_TAKE(closeText, "FPDFText_ClosePage");
    MZ_TAKE(characterCount, "FPDFText_CountChars");
    MZ_TAKE(unicode, "FPDFText_GetUnicode");
    MZ_TAKE(fontSize, "FPDFText_GetFontSize");
    MZ_TAKE(isGenerated, "FPDFText_IsGenerated");
    MZ_TAKE(hasNoUnicode, "FPDFText_HasUnicodeMapError");
    MZ_TAKE(characterOrigin, "FPDFText_GetCharOrigin");
    MZ_TAKE(characterBox, "FPDFText_GetCharBox");
    MZ_TAKE(looseBox, "FPDFText_GetLooseCharBox");
    MZ_TAKE(characterMatrix, "FPDFText_GetMatrix");
    MZ_TAKE(objectCount, "FPDFPage_CountObjects");
    MZ_TAKE(object, "FPDFPage_GetObject");
    MZ_TAKE(objectKind, "FPDFPageObj_GetType");
    MZ_TAKE(objectMatrix, "FPDFPageObj_GetMatrix");
    MZ_TAKE(objectBounds, "FPDFPageObj_GetBounds");
    MZ_TAKE(formCount, "FPDFFormObj_CountObjects");
    MZ_TAKE(formObject, "FPDFFormObj_GetObject");
    MZ_TAKE(strokeColor, "FPDFPageObj_GetStrokeColor");
    MZ_TAKE(fillColor, "FPDFPageObj_GetFillColor");
    MZ_TAKE(drawMode, "FPDFPath_GetDrawMode");
    MZ_TAKE(segmentCount, "FPDFPath_CountSegments");
    MZ_TAKE(segment, "FPDFPath_GetPathSegment");
    MZ_TAKE(segmentPoint, "FPDFPathSegment_GetPoint");
    MZ_TAKE(segmentKind, "FPDFPathSegment_GetType");
    MZ_TAKE(segmentCloses, "FPDFPathSegment_GetClose");
    MZ_TAKE(addAnnotation, "FPDFPage_CreateAnnot");
    MZ_TAKE(closeAnnotation, "FPDFPage_CloseAnnot");
    MZ_TAKE(setRect, "FPDFAnnot_SetRect");
    MZ_TAKE(setColor, "FPDFAnnot_SetColor");
    MZ_TAKE(setBorder, "FPDFAnnot_SetBorder");
    MZ_TAKE(setFlags, "FPDFAnnot_SetFlags");
    MZ_TAKE(setText, "FPDFAnnot_SetStringValue");
    MZ_TAKE(setAppearance, "FPDFAnnot_SetAP");
    MZ_TAKE(save, "FPDF_SaveAsCopy");
#undef MZ_TAKE
    return table;
}

static inline int mz_write_all(struct mz_sink *sink, const void *bytes, unsigned long count) {
    const char *rest = bytes;
    while (count > 0) {
        ssize_t written = write(sink->file, rest, count);
        if (written <= 0) return 0;
        rest += written;
        count -= (unsigned long)written;
    }
    return 1;
}

// The document as its own bytes and, behind them, what was added; 0 where it could not be written.
static inline int mz_save(const struct mz_pdfium *pdfium, mz_document_t document, int file) {
    struct mz_sink sink = {1, mz_write_all, file};
    return pdfium->save(document, &sink, mz_save_incremental);
}

// Bounds this process: seconds of CPU and bytes of address space; no core file; it ends with its parent.
static inline int mz_limit_process(unsigned long seconds, unsigned long bytes) {
    struct rlimit cpu = {seconds, seconds + 1}, space = {bytes, bytes}, none = {0, 0};
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    return setrlimit(RLIMIT_CPU, &cpu) == 0 && setrlimit(RLIMIT_AS, &space) == 0 && setrlimit(RLIMIT_CORE, &none) == 0;
}

// A child that is this process over again: 0 in the child. Only for a process with one thread.
static inline int mz_fork(void) { return fork(); }

// The end of a child: 0 where it ended of itself and well, 2 where its time was up, else 1.
static inline int mz_end_of(int child) {
    int status = 0;
    if (waitpid(child, &status, 0) != child) return 1;
    if (WIFSIGNALED(status)) return WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGALRM ? 2 : 1;
    return WEXITSTATUS(status) == 0 ? 0 : 1;
}

// Asks for room for so many bytes in a pipe, so that its ends wait less for each other; it works without as well.
static inline void mz_widen(int pipe, int bytes) {
#ifdef F_SETPIPE_SZ
    (void)fcntl(pipe, F_SETPIPE_SZ, bytes);
#else
    (void)fcntl(pipe, 1031, bytes);
#endif
}

// Memory that was freed is kept for what comes next: a program that runs for a second need not give it back meanwhile.
static inline void mz_keep_memory(void) {
#ifdef __GLIBC__
    mallopt(M_TRIM_THRESHOLD, 512 << 20);
    mallopt(M_TOP_PAD, 16 << 20);
    mallopt(M_MMAP_THRESHOLD, 256 << 20);
#endif
}

#pragma clang assume_nonnull end
#endif
