/* body-names: committees that printed names mean.
 * In: names of committees and councils, and words that speak of a meeting.
 * Out: whether they mean the same.  Called by coverage.c, authority.c,
 * committees.c, people-asked.c, counting.c and dossier.c. */
#ifndef MB_QUERY_BODY_NAMES_H
#define MB_QUERY_BODY_NAMES_H

#include <glib.h>

/* The words of @name as they are compared: letters and digits without capitals
 * and accents, "&" as "and", parted by single spaces, "the" left out.  "" for
 * NULL.  Transfer full. */
char *mb_body_fold(const char *name);

/* What forms of one council's name have in common: without the words and scraps
 * that a letter head puts before its place ("CITY & COUNTY Limerick City and
 * County Council"), and with what OCR mistakes for another letter as one
 * ("Lirnerick", "Umerick").  "" when no place is in it: unknown.  Not to be
 * shown.  Transfer full. */
char *mb_council_key(const char *name);

/* Whether all of @words, folded, stand in the folded name. */
gboolean mb_body_has_words(const char *folded, const char *words);

/* Whether two folded names may mean one committee: the words of one stand in
 * the other, or those do that don't stand in the name of every committee. */
gboolean mb_body_alike(const char *folded, const char *other);

/* Whether @words, of the minutes of a meeting, name another committee than the
 * one whose folded names are given: "Minutes of the Audit Committee held on 3
 * May", but not "minutes of the last Council meeting". */
gboolean mb_body_is_other(const char *words, const char *committee,
                          const char *council);

#endif
