/* record: what goes in comes out, and damage is seen. */
#include "shim/record.h"

#include <string.h>
#include <zlib.h>

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
	uLongf n_plain = compressBound(sizeof text);
	g_autofree guint8 *plain = g_malloc(n_plain);

	assert_int_equal(
	    compress(plain, &n_plain, (const Bytef *)text, strlen(text)), Z_OK);
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
	/* Any one bit turned round: it is seen, or, where zlib fills up a byte,
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

/* Some kilobytes that unpack to more than the limit. */
static void
test_bomb(void **state)
{
	g_autoptr(mb_packer) packer = mb_packer_new();
	g_autoptr(GByteArray) bomb = g_byte_array_new();
	const gsize n_zeros = (gsize)MB_RECORD_MAX_BYTES + 4096;
	g_autofree Bytef *zeros = g_malloc0(n_zeros);
	uLongf n_packed = compressBound(n_zeros);

	g_byte_array_set_size(bomb, (guint)n_packed + 1);
	bomb->data[0] = MB_RECORD_VERSION;
	assert_int_equal(compress(bomb->data + 1, &n_packed, zeros, n_zeros),
	                 Z_OK);
	assert_true(n_packed < n_zeros / 500);
	corrupt(packer, bomb->data, n_packed + 1);
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
		cmocka_unit_test(test_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
