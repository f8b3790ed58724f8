/* Which bytes are which characters. */
#include "tests/unit/test.h"

#include <string.h>

#include "indexer/encoding.h"

#define BYTES(text) text, sizeof(text) - 1

static const struct {
	const char *bytes;
	gsize n_bytes;
	enum mb_encoding encoding;
	const char *utf8;
} rows[] = {
	{ BYTES("Si\xc3\xa2n"), MB_ENCODING_UTF8, "Siân" },
	{ BYTES("\xef\xbb\xbfSi\xc3\xa2n"), MB_ENCODING_UTF8, "Siân" },
	{ BYTES("a\0b"), MB_ENCODING_UTF8,
	  "a\xef\xbf\xbd"
	  "b" },
	{ BYTES(""), MB_ENCODING_UTF8, "" },
	/* a tab stays, other controls go */
	{ BYTES("a\x01\tb\x0e"), MB_ENCODING_UTF8, "a\tb" },
	{ BYTES("\xff\xfeH\0i\0\xac\x20"), MB_ENCODING_UTF16, "Hi€" },
	{ BYTES("\xfe\xff\0H\0i\x20\xac"), MB_ENCODING_UTF16, "Hi€" },
	/* a pair of surrogates, half of one, an odd byte at the end */
	{ BYTES("\xff\xfe\x3d\xd8\x00\xdeH\0"), MB_ENCODING_UTF16,
	  "\xf0\x9f\x98\x80H" },
	{ BYTES("\xff\xfe\x3d\xd8H\0\x00"), MB_ENCODING_UTF16,
	  "\xef\xbf\xbdH" },
	/* without a mark, by the NULs */
	{ BYTES("M\0i\0n\0u\0t\0e\0\x19\x20"), MB_ENCODING_UTF16, "Minute’" },
	{ BYTES("\0M\0i\0n\0u\0t\0e\x20\x19"), MB_ENCODING_UTF16, "Minute’" },
	{ BYTES("\xff\xfe\0\0H\0\0\0\xac\x20\0\0"), MB_ENCODING_UTF32, "H€" },
	{ BYTES("\0\0\xfe\xff\0\0\0H\0\x11\0\0"), MB_ENCODING_UTF32,
	  "H\xef\xbf\xbd" },
	{ BYTES("Cllr O\x92Neill \x96 \xa3"
	        "5"),
	  MB_ENCODING_BYTES, "Cllr O’Neill – £5" },
	{ BYTES("\x81\x8d"), MB_ENCODING_BYTES, "\xef\xbf\xbd\xef\xbf\xbd" },
	/* put together from pieces of both */
	{ BYTES("Si\xc3\xa2n caf\xe9"), MB_ENCODING_BYTES, "Siân café" },
	/* what a page says of itself */
	{ BYTES("<meta charset='ISO-8859-14'>T\xf0r"), MB_ENCODING_BYTES,
	  "<meta charset='ISO-8859-14'>Tŵr" },
	{ BYTES("<?xml version='1.0' encoding='ISO-8859-15'?>\xa4"),
	  MB_ENCODING_BYTES, "<?xml version='1.0' encoding='ISO-8859-15'?>€" },
	{ BYTES("<meta charset=iso-8859-1>\x93"), MB_ENCODING_BYTES,
	  "<meta charset=iso-8859-1>“" },
	{ BYTES("<meta charset=utf-8>\x93"), MB_ENCODING_BYTES,
	  "<meta charset=utf-8>“" },
	{ BYTES("<meta charset=no-such>\x93"), MB_ENCODING_BYTES,
	  "<meta charset=no-such>“" },
	{ BYTES("charset=iso-8859-14 \xf0"), MB_ENCODING_BYTES,
	  "charset=iso-8859-14 ð" },
};

static void
knows_encodings(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *utf8 =
		    mb_encoding_to_utf8(rows[i].bytes, rows[i].n_bytes);

		assert_int_equal(mb_encoding_of(rows[i].bytes, rows[i].n_bytes),
		                 rows[i].encoding);
		assert_string_equal(utf8, rows[i].utf8);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(knows_encodings) };

	return cmocka_run_group_tests_name("encoding", tests, NULL, NULL);
}
