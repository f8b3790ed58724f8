/* record: what goes in comes out, and damage is seen. */
#include "shim/record.h"

#include <string.h>
#include <zstd.h>

#include "base/error.h"
#include "tests/unit/test.h"

static const char text[] =
    "{\"format\":1,\"id\":\"ashby/cabinet/2020-03-05/minute/13\","
    "\"text\":\"RESOLVED that the report be noted.\"}";

static GByteArray *
pack(struct mb_packer *packer, const char *bytes, gsize n_bytes)
{
	g_autoptr(GError) error = NULL;
	const GByteArray *record =
	    mb_packer_pack(packer, bytes, n_bytes, &error);
	GByteArray *copy = g_byte_array_new();

	assert_null(error);
	assert_non_null(record);
	return g_byte_array_append(copy, record->data, record->len);
}

static void
round_trip(struct mb_packer *packer, const char *bytes, gsize n_bytes)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GByteArray) record = pack(packer, bytes, n_bytes);
	const GByteArray *out =
	    mb_packer_unpack(packer, record->data, record->len, &error);

	assert_null(error);
	assert_non_null(out);
	assert_int_equal(out->len, n_bytes);
	assert_true(n_bytes == 0 || memcmp(out->data, bytes, n_bytes) == 0);
}

static void
test_round_trip(void **state)
{
	g_autoptr(mb_packer) packer = mb_packer_new();
	g_autoptr(GString) big = g_string_new(NULL);
	GRand *rand = g_rand_new_with_seed(1);

	round_trip(packer, "", 0);
	round_trip(packer, text, strlen(text));
	/* Bytes that don't pack, over several growths of the buffer, and then
	 * again something small with the same packer. */
	for (guint i = 0; i < 3000000; i++)
		g_string_append_c(big, (char)g_rand_int_range(rand, 0, 256));
	g_rand_free(rand);
	round_trip(packer, big->str, big->len);
	round_trip(packer, text, strlen(text));
}

/* The dictionary must be worth its while: two thirds off a short item. */
static void
test_dictionary(void **state)
{
	g_autoptr(mb_packer) packer = mb_packer_new();
	g_autoptr(GByteArray) record = pack(packer, text, strlen(text));
	const gsize n_room = ZSTD_compressBound(strlen(text));
	g_autofree guint8 *plain = g_malloc(n_room);
	gsize n_plain = ZSTD_compress(plain, n_room, text, strlen(text), 5);

	assert_false(ZSTD_isError(n_plain));
	assert_true(record->len < n_plain * 2 / 3);
}

static void
corrupt(struct mb_packer *packer, const guint8 *bytes, gsize n_bytes)
{
	g_autoptr(GError) error = NULL;

	assert_null(mb_packer_unpack(packer, bytes, n_bytes, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_CORRUPT));
}

static void
test_damage(void **state)
{
	g_autoptr(mb_packer) packer = mb_packer_new();
	g_autoptr(GByteArray) record = pack(packer, text, strlen(text));
	g_autofree guint8 *longer = g_malloc(record->len + 1);
	guint n_seen = 0;

	/* Cut off anywhere; from a copy, so that reading on is seen. */
	for (guint n = 0; n < record->len; n++) {
		g_autofree guint8 *part = g_memdup2(record->data, n);

		corrupt(packer, part, n);
	}
	/* Any one bit turned round: it is seen, or, where zstd fills up a byte,
	 * means nothing. */
	for (guint i = 0; i < record->len * 8; i++) {
		g_autofree guint8 *bad = g_memdup2(record->data, record->len);
		const GByteArray *out;

		bad[i / 8] ^= (guint8)(1u << (i % 8));
		out = mb_packer_unpack(packer, bad, record->len, NULL);
		if (out == NULL)
			n_seen++;
		else
			assert_memory_equal(out->data, text, strlen(text));
	}
	assert_true(n_seen > record->len * 8 - 8);
	memcpy(longer, record->data, record->len);
	longer[record->len] = 'x';
	corrupt(packer, longer, record->len + 1);
	round_trip(packer, text, strlen(text));
}

/* Some kilobytes that unpack to more than the limit, and say so or not. */
static void
test_bomb(void **state)
{
	g_autoptr(mb_packer) packer = mb_packer_new();
	const gsize n_zeros = (gsize)MB_RECORD_MAX_BYTES + 4096;
	const gsize n_room = ZSTD_compressBound(n_zeros) + 1;
	g_autofree guint8 *zeros = g_malloc0(n_zeros);
	g_autofree guint8 *bomb = g_malloc(n_room);

	bomb[0] = MB_RECORD_VERSION;
	for (int says_so = 0; says_so <= 1; says_so++) {
		ZSTD_CCtx *z = ZSTD_createCCtx();
		gsize n;

		ZSTD_CCtx_setParameter(z, ZSTD_c_contentSizeFlag, says_so);
		n = ZSTD_compress2(z, bomb + 1, n_room - 1, zeros, n_zeros);
		ZSTD_freeCCtx(z);
		assert_false(ZSTD_isError(n));
		assert_true(n < n_zeros / 500);
		corrupt(packer, bomb, n + 1);
	}
}

/* Two frames, of which the first is a record. */
static void
test_two_frames(void **state)
{
	g_autoptr(mb_packer) packer = mb_packer_new();
	g_autoptr(GByteArray) record = pack(packer, text, strlen(text));
	const guint n = record->len;

	/* Growing may move the bytes that are copied. */
	g_byte_array_set_size(record, 2 * n - 1);
	memcpy(record->data + n, record->data + 1, n - 1);
	corrupt(packer, record->data, record->len);
}

static void
test_limit(void **state)
{
	g_autoptr(mb_packer) packer = mb_packer_new();
	g_autoptr(GError) error = NULL;
	const gsize n = (gsize)MB_RECORD_MAX_BYTES;
	g_autofree char *zeros = g_malloc0(n + 1);

	assert_null(mb_packer_pack(packer, zeros, n + 1, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_LIMIT));
	round_trip(packer, zeros, n);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_dictionary),
		cmocka_unit_test(test_damage),
		cmocka_unit_test(test_bomb),
		cmocka_unit_test(test_two_frames),
		cmocka_unit_test(test_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
