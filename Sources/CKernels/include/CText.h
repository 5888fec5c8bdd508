// A quick look at text: what is in it that a simple parser must know of.
#ifndef CTEXT_H
#define CTEXT_H

#include <stdint.h>

enum {
  ck_has_control = 1,  // a control character but tab, line feed and carriage return
  ck_has_high = 2,     // a byte from 128 on: text that is not ASCII
};

// What occurs in the bytes, as flags; `lines` gets the number of line feeds.
int ck_scan_text(const uint8_t *_Nonnull bytes, int64_t count, int64_t *_Nonnull lines);

#endif
