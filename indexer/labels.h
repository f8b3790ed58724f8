/* labels: what numbers the resolutions of an item, "(1)", "ii)", "A.".
 * In: a line.  Out: struct mb_label.  Called by deciding-block.c,
 * deciding-prose.c. */
#ifndef MB_INDEXER_LABELS_H
#define MB_INDEXER_LABELS_H

#include <glib.h>

enum mb_label_style {
	MB_LABEL_NONE,
	MB_LABEL_NUMBER,  /* 1. (1) 2a. */
	MB_LABEL_ROMAN,   /* (i) ii) */
	MB_LABEL_SMALL,   /* (a) b. */
	MB_LABEL_CAPITAL, /* A) */
	MB_LABEL_DOTTED   /* 44.1, behind the number of the minute */
};

struct mb_label {
	enum mb_label_style style;
	guint value;
	gboolean bare; /* "44.1.2 The quay": any paragraph may be so numbered */
	gboolean open; /* a bracket stands before it */
	char stop; /* what stands behind it: ')', ']', '.'; 0 for a dotted */
	char text[12];
	gsize end; /* bytes of the line that it takes */
};

/* Read the label that begins @line; FALSE when none does, @label is then
 * unlike any that mb_label_follows() takes. */
gboolean mb_label_read(const char *line, struct mb_label *label);

/* The label of the first point where it stands behind no more than words that
 * lead up to the points: "that the Committee (a) notes", ": 1. That".
 *   returns what is behind the label, in @text; NULL when none stands so */
const char *mb_label_led(const char *text, struct mb_label *label);

/* The label inside @text that goes on behind @before, where a point ends: "the
 * tolls be kept; and (2) the quay be swept"; not "as in (1) and (2)".
 *   returns where @next begins, in @text; NULL when none does */
const char *mb_label_inside(const char *text, const struct mb_label *before,
                            struct mb_label *next);

/* TRUE when @label comes behind @before in one list.  Its style becomes that of
 * the list: "(i)" is a letter behind "(h)", "(v)" a numeral behind "(iv)". */
gboolean mb_label_follows(const struct mb_label *before,
                          struct mb_label *label);

#endif
