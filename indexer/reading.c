#include "indexer/reading.h"

struct mb_job *
mb_job_new(const char *path, const char *known_sha256, guint64 n_bytes)
{
	struct mb_job *job = g_new0(struct mb_job, 1);

	job->path = g_strdup(path);
	job->known_sha256 = g_strdup(known_sha256 ? known_sha256 : "");
	job->n_bytes = n_bytes;
	return job;
}

GVariant *
mb_job_to_variant(const struct mb_job *job)
{
	return g_variant_new("(^ay^ayb)", job->path, job->known_sha256,
	                     job->with_ocr);
}

struct mb_job *
mb_job_from_variant(GVariant *variant)
{
	const char *path, *known_sha256;
	struct mb_job *job;
	gboolean with_ocr;

	g_variant_get(variant, "(^&ay^&ayb)", &path, &known_sha256, &with_ocr);
	job = mb_job_new(path, known_sha256, 0);
	job->with_ocr = with_ocr;
	return job;
}

void
mb_job_free(struct mb_job *job)
{
	if (!job)
		return;
	g_free(job->path);
	g_free(job->known_sha256);
	g_free(job);
}

void
mb_reading_free(struct mb_reading *reading)
{
	if (!reading)
		return;
	g_free(reading->reason);
	g_free(reading->sha256);
	g_free(reading->type);
	for (guint i = 0; i < MB_N_SIDES; i++)
		g_free(reading->shares[i].sittings);
	g_free(reading);
}

struct mb_reading *
mb_reading_new(enum mb_outcome outcome, const char *reason)
{
	struct mb_reading *reading = g_new0(struct mb_reading, 1);

	reading->outcome = outcome;
	reading->reason = g_strdup(reason);
	reading->sha256 = g_strdup("");
	reading->type = g_strdup("");
	for (guint i = 0; i < MB_N_SIDES; i++)
		reading->shares[i].sittings = g_strdup("");
	return reading;
}

guint
mb_reading_n_items(const struct mb_reading *reading)
{
	guint n = 0;
	guint i;

	for (i = 0; i < MB_N_SIDES; i++)
		n += reading->shares[i].n_items;
	return n;
}

gboolean
mb_reading_is_known_to(const struct mb_reading *reading, enum mb_side side)
{
	switch (side) {
	case MB_SIDE_OPEN:
		return !reading->is_exempt;
	case MB_SIDE_EXEMPT:
		return reading->is_exempt ||
		       reading->shares[MB_SIDE_EXEMPT].n_items > 0;
	}
	g_assert_not_reached();
}

GVariant *
mb_reading_to_variant(const struct mb_reading *reading)
{
	g_autofree char *reason =
	    g_utf8_make_valid(reading->reason ? reading->reason : "", -1);
	const struct mb_share *open = &reading->shares[MB_SIDE_OPEN];
	const struct mb_share *exempt = &reading->shares[MB_SIDE_EXEMPT];

	return g_variant_new(MB_READING_TYPE, (guint32)reading->outcome, reason,
	                     reading->sha256, reading->type, reading->is_exempt,
	                     reading->n_pages, reading->n_empty_pages,
	                     open->n_items, open->n_text_bytes, open->sittings,
	                     exempt->n_items, exempt->n_text_bytes,
	                     exempt->sittings);
}

struct mb_reading *
mb_reading_from_variant(GVariant *variant)
{
	struct mb_reading *reading = g_new0(struct mb_reading, 1);
	struct mb_share *open = &reading->shares[MB_SIDE_OPEN];
	struct mb_share *exempt = &reading->shares[MB_SIDE_EXEMPT];
	guint32 outcome;

	g_variant_get(variant, MB_READING_TYPE, &outcome, &reading->reason,
	              &reading->sha256, &reading->type, &reading->is_exempt,
	              &reading->n_pages, &reading->n_empty_pages,
	              &open->n_items, &open->n_text_bytes, &open->sittings,
	              &exempt->n_items, &exempt->n_text_bytes,
	              &exempt->sittings);
	reading->outcome = outcome <= MB_OUTCOME_CONVERT
	                       ? (enum mb_outcome)outcome
	                       : MB_OUTCOME_STOPPED;
	if (!*reading->reason)
		g_clear_pointer(&reading->reason, g_free);
	return reading;
}
