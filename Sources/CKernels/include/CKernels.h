// Sums over the rows of a sparse matrix, in the widest instructions the processor has.
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdint.h>

// A sparse matrix by rows. Row r's entries are offsets[r] up to offsets[r + 1]; exactly one of the two kinds of offsets
// is there. A value is `wide`, else `narrow`, else `constant`.
typedef struct {
  const uint32_t *_Nullable offsets32;
  const int64_t *_Nullable offsets64;
  const int32_t *_Nonnull columns;
  const float *_Nullable narrow;
  const double *_Nullable wide;
  double constant;
  // Entries past this one are not there; the kernels look ahead up to it.
  int64_t entries;
} ck_rows;

// How wide the instructions may be.
enum { ck_portable = 0, ck_avx2 = 1, ck_avx512 = 2 };

// The widest instructions that this processor runs.
int ck_widest(void);

// sums[k] = sum over the entries e of row k of value(e) * x[column(e)], for `count` rows.
//
// Row k is list[k], or first + k without a list. Entry e of a row goes to partial sum (e - start) mod 8, in order; the
// eight are added as ((0+4)+(2+6)) + ((1+5)+(3+7)). Products are rounded before they are added: no fused contraction. So
// the bits depend on the row alone, not on `width` nor on how values are stored.
//
// Nothing is checked: rows, offsets and columns must be in range. `look_ahead` asks for prefetches, worth it when x is
// far larger than the processor's cache.
void ck_row_sums(const ck_rows *_Nonnull rows, const int32_t *_Nullable list, int64_t first, int64_t count,
                 const double *_Nonnull x, double *_Nonnull sums, int look_ahead, int width);

#endif
