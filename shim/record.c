/* Records: zstd with a preset dictionary.
 *
 *	byte 0     MB_RECORD_VERSION
 *	byte 1 …   a zstd frame: header with the length of the text, data,
 *	           checksum of the text
 *
 * Most items are a few hundred bytes of text, too few to learn from what
 * council papers sound like: the dictionary tells it beforehand. */
#include "shim/record.h"

#include <zstd.h>

#include "base/error.h"

/* A level less packs by a hundredth worse; each level more takes half as long
 * again. */
#define PACK_LEVEL 4

/* A packer's buffer that grew over this is given back after use. */
#define KEEP_BYTES (1024u * 1024)

/* References to near matches are coded shorter, so the most common matter
 * stands last: rare phrases, common phrases, the JSON of an item.  SCHEMA.md
 * says how the phrases were chosen.  Any change is a new MB_RECORD_VERSION. */
static const char dictionary[] =
    /* zstd's tables: how often which byte, length and distance comes, counted
     * by ZDICT_finalizeDictionary() at this level in the items of corpus/ with
     * what follows as their dictionary. */
    "\x37\xa4\x30\xec\x19\xea\x7e\x56\x3c\x10\xb0\xda\xa6\x0d\x30\x0c"
    "\x92\x0e\x83\x08\x3f\x0c\xd2\xe3\x86\x20\xc8\x35\xfe\x34\x36\x24"
    "\xb1\x8d\xa4\xd0\x66\xe9\x6f\x4b\xbb\x39\x5f\xe9\x19\x8c\x82\x10"
    "\x31\xfa\x55\x5b\xa2\xde\xdc\x09\x7c\xfc\xb6\x4d\x84\xb6\x70\xbd"
    "\x43\x10\x00\xe0\x3c\xc3\x00\x00\x00\x06\x05\x09\x89\x26\xf4\x32"
    "\xe9\x02\x00\x04\x80\x8a\x0f\xd0\x49\x88\xc7\x84\xd2\xa0\x20\x22"
    "\x86\x01\x15\x85\x31\x0c\x03\x61\x0c\x02\x00\x62\x88\x81\x04\x19"
    "\xe3\x0c\x65\x33\x00\x00\x00\xd4\x4e\xec\xd4\xc1\x4c\xca\xc2\x18"
    "\x42\x06\x08\x10\x04\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00"
    "\x04\x00\x00\x00\x08\x00\x00\x00\x20\x46"
    /* The phrases. */
    " Freedom of Information Act 1985 Localism Act 2011 Equality Impact "
    "Assessment safeguarding children and young people adult social care "
    "planning permission be granted subject to the conditions contravention "
    "tenants landlord housing revenue account capital programme "
    "medium term financial strategy revenue budget monitoring quarter "
    "performance indicators risk register internal audit external auditor "
    "statement of accounts treasury management procurement contract "
    "tender exempt information as defined in paragraph 3 of Part 1 of "
    "Schedule 12A of the Local Government Act 1972 the press and public be "
    "excluded from the meeting during consideration of the following item "
    "of business on the grounds that it involves the likely disclosure of "
    "the public interest in maintaining the exemption outweighs the public "
    "interest in disclosing the information Not for publication "
    "disclosable pecuniary interest declarations of interest were made by "
    "members There were no declarations of interest. declared a personal "
    "interest in agenda item and left the room during the discussion "
    "Apologies for absence were received from on behalf of substitute "
    "highways and transport road safety traffic regulation order parking "
    "schools education skills economic growth regeneration climate change "
    "environment public health wellbeing board community safety police "
    "NHS clinical commissioning group voluntary sector partnership "
    "foster carers looked after children children in care Ofsted "
    "inspection improvement plan action plan progress update "
    "Chief Executive Director of Finance Monitoring Officer Head of "
    "Service Assistant Director Corporate Director of Children's Services "
    "Democratic Services Officer Cabinet Member for Portfolio Holder "
    "In response to a question from members, officers explained that "
    "Members asked whether it was confirmed that the report set out the "
    "Committee considered a report of the which provided an update on "
    "The Chair thanked officers for the report and invited questions. "
    "Members noted that it would be brought to a future meeting of the "
    "Overview and Scrutiny Committee Planning Committee Audit and "
    "Governance Committee Licensing Sub-Committee Parish Council County "
    "Council Borough Council Town Council City Council "
    "It was proposed by Councillor and seconded by Cllr and on being put to "
    "the vote the motion was carried unanimously RESOLVED: That the minutes "
    "of the meeting held on January February March April June July August "
    "September October November December 2019 2020 2021 2022 2023 2024 2025 "
    "be approved as a correct record and signed by the Chair. RESOLVED that "
    "the report be noted. RESOLVED – that the Committee agreed to recommend "
    "that Cabinet approve the recommendations The meeting ended at The "
    "meeting closed at pm. Date of next meeting "
    "at the next meeting of the in accordance with the in relation to "
    "the as set out in the with regard to the in consultation with the "
    "the development of the the implementation of the the provision of "
    "the approval of the the completion of the the construction of the "
    "allocation of the delivery of the importance of the possibility "
    "of the installation of the number of the amount of the issue of "
    "the end of details of the review of the part of the members of "
    "the public members of the consideration of copy of Notice of "
    "Motion Department of Development Plan Development Fund Active "
    "Travel Economic Development Transport and Planning and Executive "
    "Director the Chief Executive the Director of the Executive the "
    "Department the Planning the National the Community the local "
    "authority local authorities the proposal the proposed the current "
    "the existing the previous the relevant the draft the public the "
    "process the information planning application public transport "
    "public consultation response to is currently are currently "
    "currently being had been received from have been has been had "
    "been would be could be should be will be to be carried out be "
    "considered be completed be submitted be provided be included in "
    "the to consider to ensure that the to provide to support to "
    "include to discuss to address to develop to deliver in order to "
    "continue to required to subject to the submitted to the "
    "circulated to all referred to the available to prior to the "
    "together with associated with a number of a significant a "
    "presentation on an update on the a representative during the "
    "throughout the through the within the including the regarding the "
    "relating to between the before the under the across the over the "
    "into the there was a there were no there are which was which "
    "would that it was It was noted that the It was proposed by It was "
    "agreed that the it was agreed to was agreed that agreed to "
    "outlined the acknowledged the highlighted the supported the "
    "thanked the informed the requested that suggested that indicated "
    "that reported that advised that the confirmed that the stated "
    "that the noted that the expressed concern On the proposal of "
    "seconded by Councillor Proposed by seconded by Local Government "
    "Local Authority the Council will the Council has the Council's "
    "the Committee the report the meeting the minutes of the held on "
    "the the following: as follows: from the with the and that the by "
    "the for the on the and the that the to the in the of the "
    "{\"format\":1,\"id\":\"council/committee/2020-/agenda/\",\"paper\":"
    "\"/.pdf\",\"seq\":1,\"kind\":\"question\",\"kind\":\"decision\","
    "\"kind\":\"action\",\"kind\":\"appendix\",\"kind\":\"report\","
    "\"kind\":\"agenda\",\"kind\":\"minute\",\"number\":null,"
    "\"number_inferred\":true,\"title\":null,\"date\":null,\"committee\":"
    "null,\"council\":null,\"page\":null,\"officers\":[{\"name\":null,"
    "\"role\":\"Director of \",\"how\":\"role\"},{\"name\":\"\",\"role\":"
    "null,\"how\":\"name\"},{\"name\":\"\",\"role\":\"\",\"how\":"
    "\"both\"}],\"members\":[\"\",\"\"],\"people_other\":[{\"name\":\"\","
    "\"role\":\"\",\"how\":\"name\"}],\"authors\":[\"\"],\"resolutions\":"
    "[{\"label\":\"(1)\",\"text\":\"that \"},{\"label\":\"\",\"text\":"
    "\"RESOLVED\"}],\"refs\":[{\"dir\":\"forward\",\"date\":null,"
    "\"number\":null,\"what\":\"report to a future meeting\"},{\"dir\":"
    "\"back\",\"date\":\"2020-\",\"number\":null,\"what\":"
    "\"minutes approved\"}],\"actions\":[{\"owner\":\"\",\"due\":null,"
    "\"status\":null}],\"papers\":[{\"path\":\"/\",\"page\":null,"
    "\"label\":null}],\"exempt\":true,\"private\":true,\"exempt_words\":"
    "\"\",\"text\":\"\",\"number\":\"\",\"number_inferred\":false,"
    "\"title\":\"\",\"date\":\"2020-\",\"committee\":\"\",\"council\":"
    "\" Council\",\"page\":1,\"officers\":[],\"members\":[]"
    ",\"people_other\":[],\"authors\":[],\"resolutions\":[],\"refs\":[]"
    ",\"actions\":[],\"papers\":[{\"path\":\"/\",\"page\":1,\"label\":"
    "null}],\"exempt\":false,\"private\":false,\"exempt_words\":null,"
    "\"text\":\"";

struct mb_packer {
	ZSTD_CCtx *packing;   /* made at first use: readers never pack */
	ZSTD_DCtx *unpacking; /* likewise */
	GByteArray *buffer;
};

struct mb_packer *
mb_packer_new(void)
{
	struct mb_packer *packer = g_new0(struct mb_packer, 1);

	packer->buffer = g_byte_array_new();
	return packer;
}

void
mb_packer_free(struct mb_packer *packer)
{
	if (packer == NULL)
		return;
	ZSTD_freeCCtx(packer->packing);
	ZSTD_freeDCtx(packer->unpacking);
	g_byte_array_unref(packer->buffer);
	g_free(packer);
}

/* The buffer with room for @n_bytes; one that a huge record stretched is not
 * kept. */
static GByteArray *
buffer_for(struct mb_packer *packer, gsize n_bytes)
{
	if (packer->buffer->len > KEEP_BYTES) {
		g_byte_array_unref(packer->buffer);
		packer->buffer = g_byte_array_new();
	}
	g_byte_array_set_size(packer->buffer, (guint)n_bytes);
	return packer->buffer;
}

static const GByteArray *
fail(GError **error, enum mb_error code, const char *what)
{
	g_set_error_literal(error, MB_ERROR, (gint)code, what);
	return NULL;
}

static gboolean
start_packing(struct mb_packer *packer)
{
	ZSTD_CCtx *z = packer->packing;

	if (z != NULL)
		return TRUE;
	z = packer->packing = ZSTD_createCCtx();
	return z != NULL &&
	       !ZSTD_isError(ZSTD_CCtx_setParameter(z, ZSTD_c_compressionLevel,
	                                            PACK_LEVEL)) &&
	       !ZSTD_isError(
		   ZSTD_CCtx_setParameter(z, ZSTD_c_checksumFlag, 1)) &&
	       /* The version says which dictionary it is. */
	       !ZSTD_isError(ZSTD_CCtx_setParameter(z, ZSTD_c_dictIDFlag, 0)) &&
	       !ZSTD_isError(ZSTD_CCtx_loadDictionary(z, dictionary,
	                                              sizeof dictionary - 1));
}

const GByteArray *
mb_packer_pack(struct mb_packer *packer, const char *text, gsize n_bytes,
               GError **error)
{
	GByteArray *out;
	gsize n;

	if (n_bytes > MB_RECORD_MAX_BYTES) {
		g_set_error(error, MB_ERROR, MB_ERROR_LIMIT,
		            "a record of %" G_GSIZE_FORMAT
		            " bytes is over the limit of %u",
		            n_bytes, MB_RECORD_MAX_BYTES);
		return NULL;
	}
	if (!start_packing(packer))
		return fail(error, MB_ERROR_INTERNAL, "zstd can't start");
	out = buffer_for(packer, ZSTD_compressBound(n_bytes) + 1);
	out->data[0] = MB_RECORD_VERSION;
	n = ZSTD_compress2(packer->packing, out->data + 1, out->len - 1, text,
	                   n_bytes);
	if (ZSTD_isError(n))
		return fail(error, MB_ERROR_INTERNAL,
		            "zstd can't pack a record");
	g_byte_array_set_size(out, (guint)n + 1);
	return out;
}

static gboolean
start_unpacking(struct mb_packer *packer)
{
	ZSTD_DCtx *z = packer->unpacking;

	if (z != NULL)
		return TRUE;
	z = packer->unpacking = ZSTD_createDCtx();
	return z != NULL && !ZSTD_isError(ZSTD_DCtx_loadDictionary(
				z, dictionary, sizeof dictionary - 1));
}

/* The frame is all there is, and says how long its text is: so nothing is
 * allocated for what claims too much. */
static const GByteArray *
unpack_frame(struct mb_packer *packer, const guint8 *frame, gsize n_bytes,
             GError **error)
{
	unsigned long long length = ZSTD_getFrameContentSize(frame, n_bytes);
	GByteArray *out;

	/* What is no length is huge. */
	if (length > MB_RECORD_MAX_BYTES ||
	    ZSTD_findFrameCompressedSize(frame, n_bytes) != n_bytes)
		return fail(error, MB_ERROR_CORRUPT, "a record is damaged");
	out = buffer_for(packer, (gsize)length);
	if (ZSTD_decompressDCtx(packer->unpacking, out->data, out->len, frame,
	                        n_bytes) != length)
		return fail(error, MB_ERROR_CORRUPT, "a record is damaged");
	return out;
}

const GByteArray *
mb_packer_unpack(struct mb_packer *packer, const guint8 *record, gsize n_bytes,
                 GError **error)
{
	if (n_bytes == 0 || n_bytes > MB_RECORD_MAX_BYTES)
		return fail(error, MB_ERROR_CORRUPT,
		            "a record has no likely size");
	if (record[0] != MB_RECORD_VERSION) {
		g_set_error(error, MB_ERROR, MB_ERROR_CORRUPT,
		            "a record is of version %u, not %u", record[0],
		            MB_RECORD_VERSION);
		return NULL;
	}
	if (!start_unpacking(packer))
		return fail(error, MB_ERROR_INTERNAL, "zstd can't start");
	return unpack_frame(packer, record + 1, n_bytes - 1, error);
}
