/* headings: lines that may be the heading of an item, with the evidence.
 * In: struct mb_lines, struct mb_looks.  Out: struct mb_heading, for
 * numbering.c to choose from.
 *
 * What a number may look like is a table (numbers.c) in which every row quotes
 * a line that it is for. */
#ifndef MB_INDEXER_HEADINGS_H
#define MB_INDEXER_HEADINGS_H

#include <glib.h>

#include "indexer/looks.h"

#define MB_HEADING_NUMBER_MAX 24

/* A number has at most so many numbers in it: "03.23.01". */
#define MB_HEADING_PARTS 4

/* No line. */
#define MB_NO_LINE G_MAXUINT

/* Marks between a number and its title. */
enum mb_mark { MB_MARK_NONE, MB_MARK_STOP, MB_MARK_COLON, MB_MARK_BRACKET };

struct mb_heading {
	guint line;     /* where the number stands */
	guint title;    /* where the title begins; MB_NO_LINE: the number was
	                 * parted from its title by text extraction */
	gsize title_at; /* bytes into that line */
	char number[MB_HEADING_NUMBER_MAX]; /* as printed, without marks */
	guint value;  /* what counts upwards: 3 of "03.23.03" */
	guint series; /* the shape: numbers of one shape follow each other */
	guint prefix; /* hash of the other parts: "03.23" of "03.23.03" */
	guint parts[MB_HEADING_PARTS]; /* its numbers, as they are printed */
	guint n_parts;
	guint counter; /* which of them is @value */
	guint letters; /* hash of its letters */
	enum mb_mark mark;
	gboolean marked;   /* bold, or a heading by markup */
	gboolean own_line; /* the number stands alone on its line */
	gboolean padded;   /* with a nought before it, "06" */
	gboolean initial;  /* the number may be a letter of a name */
	gboolean listed;   /* an entry of a list by markup */
	gboolean misread;  /* a scanner made letters of its digits */
	float x;           /* of the number; 0 unknown */
	float score;       /* how much it looks like the heading of an item */
};

/* The numbered lines of [first, end) that may be headings, in order: at most
 * one a line.
 *   minutes  text follows a heading of minutes: numbers on neighbouring lines
 *            are lists; those of an agenda are its items
 *   nested   also numbers like "24.1", which elsewhere are the points of item
 *            24; none when there are such points of several items
 *   returns  (transfer full) of struct mb_heading */
GArray *mb_headings_find(const struct mb_lines *lines,
                         const struct mb_looks *looks, guint first, guint end,
                         gboolean minutes, gboolean nested);

#endif
