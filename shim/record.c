/* Records: zlib with a preset dictionary.
 *
 *	byte 0     MB_RECORD_VERSION
 *	byte 1 …   a zlib stream: header, checksum of the dictionary, data,
 *	           checksum of the text
 *
 * Most items are a few hundred bytes of text, too few for zlib to learn what
 * council papers sound like: the dictionary tells it beforehand. */
#include "shim/record.h"

#include <string.h>
#include <zlib.h>

#include "base/error.h"

/* Grown at least this much at a time when unpacking. */
#define CHUNK_BYTES (16u * 1024)

/* A record costs more to set zlib up for than to pack, and that grows with its
 * memory.  A window of 16 KiB holds the dictionary and most items; for a fifth
 * of the time the records of the development papers grow by a hundredth. */
#define PACK_LEVEL   5
#define WINDOW_BITS  14
#define MEMORY_LEVEL 7

/* A packer's buffer that grew over this is given back after use. */
#define KEEP_BYTES (1024u * 1024)

/* zlib looks backwards and codes near matches shorter, so the most common
 * matter stands last: rare phrases, common phrases, the JSON of an item.
 * SCHEMA.md says how the phrases were chosen.  Any change is a new
 * MB_RECORD_VERSION. */
static const char dictionary[] =
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
	z_stream deflater;
	z_stream inflater;
	gboolean can_deflate; /* set up at first use: readers never deflate */
	gboolean can_inflate;
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
	if (packer->can_deflate)
		deflateEnd(&packer->deflater);
	if (packer->can_inflate)
		inflateEnd(&packer->inflater);
	g_byte_array_unref(packer->buffer);
	g_free(packer);
}

/* An empty buffer; one that a huge record stretched is not kept. */
static GByteArray *
fresh_buffer(struct mb_packer *packer)
{
	if (packer->buffer->len > KEEP_BYTES) {
		g_byte_array_unref(packer->buffer);
		packer->buffer = g_byte_array_new();
	}
	g_byte_array_set_size(packer->buffer, 0);
	return packer->buffer;
}

static gboolean
fail(GError **error, enum mb_error code, const char *what, const z_stream *z)
{
	g_set_error(error, MB_ERROR, (gint)code, "%s%s%s", what,
	            z != NULL && z->msg != NULL ? ": " : "",
	            z != NULL && z->msg != NULL ? z->msg : "");
	return FALSE;
}

static gboolean
start_deflate(struct mb_packer *packer, GError **error)
{
	z_stream *z = &packer->deflater;
	int status;

	if (packer->can_deflate) {
		status = deflateReset(z);
	} else {
		status = deflateInit2(z, PACK_LEVEL, Z_DEFLATED, WINDOW_BITS,
		                      MEMORY_LEVEL, Z_DEFAULT_STRATEGY);
		packer->can_deflate = status == Z_OK;
	}
	if (status == Z_OK)
		status = deflateSetDictionary(z, (const Bytef *)dictionary,
		                              sizeof dictionary - 1);
	if (status != Z_OK)
		return fail(error, MB_ERROR_INTERNAL, "zlib can't start", z);
	return TRUE;
}

const GByteArray *
mb_packer_pack(struct mb_packer *packer, const char *text, gsize n_bytes,
               GError **error)
{
	z_stream *z = &packer->deflater;
	GByteArray *out = fresh_buffer(packer);
	gsize bound;

	if (n_bytes > MB_RECORD_MAX_BYTES) {
		g_set_error(error, MB_ERROR, MB_ERROR_LIMIT,
		            "a record of %" G_GSIZE_FORMAT
		            " bytes is over the limit of %u",
		            n_bytes, MB_RECORD_MAX_BYTES);
		return NULL;
	}
	if (!start_deflate(packer, error))
		return NULL;
	bound = deflateBound(z, n_bytes);
	g_byte_array_set_size(out, (guint)bound + 1);
	out->data[0] = MB_RECORD_VERSION;
	z->next_in = (z_const Bytef *)text;
	z->avail_in = (uInt)n_bytes;
	z->next_out = out->data + 1;
	z->avail_out = (uInt)bound;
	if (deflate(z, Z_FINISH) != Z_STREAM_END) {
		fail(error, MB_ERROR_INTERNAL, "zlib can't pack a record", z);
		return NULL;
	}
	g_byte_array_set_size(out, (guint)z->total_out + 1);
	return out;
}

static gboolean
start_inflate(struct mb_packer *packer, GError **error)
{
	z_stream *z = &packer->inflater;
	int status;

	if (packer->can_inflate) {
		status = inflateReset(z);
	} else {
		status = inflateInit(z);
		packer->can_inflate = status == Z_OK;
	}
	if (status != Z_OK)
		return fail(error, MB_ERROR_INTERNAL, "zlib can't start", z);
	return TRUE;
}

/* Give zlib room for more text, doubling, never over the limit. */
static gboolean
grow(GByteArray *out, z_stream *z, GError **error)
{
	guint used = out->len - z->avail_out;
	guint size =
	    MIN(MAX(out->len * 2, CHUNK_BYTES), MB_RECORD_MAX_BYTES + 1);

	if (used > MB_RECORD_MAX_BYTES)
		return fail(error, MB_ERROR_CORRUPT,
		            "a record unpacks to more than the limit", NULL);
	g_byte_array_set_size(out, size);
	z->next_out = out->data + used;
	z->avail_out = size - used;
	return TRUE;
}

static gboolean
inflate_all(z_stream *z, GByteArray *out, GError **error)
{
	for (;;) {
		int status;

		if (z->avail_out == 0 && !grow(out, z, error))
			return FALSE;
		status = inflate(z, Z_NO_FLUSH);
		if (status == Z_NEED_DICT)
			status =
			    inflateSetDictionary(z, (const Bytef *)dictionary,
			                         sizeof dictionary - 1);
		if (status == Z_STREAM_END)
			break;
		/* Z_BUF_ERROR with room left: the record is cut off. */
		if (status != Z_OK &&
		    !(status == Z_BUF_ERROR && z->avail_out == 0))
			return fail(error, MB_ERROR_CORRUPT,
			            "a record is damaged", z);
	}
	if (z->avail_in != 0)
		return fail(error, MB_ERROR_CORRUPT,
		            "a record goes on after its end", NULL);
	g_byte_array_set_size(out, out->len - z->avail_out);
	return TRUE;
}

const GByteArray *
mb_packer_unpack(struct mb_packer *packer, const guint8 *record, gsize n_bytes,
                 GError **error)
{
	z_stream *z = &packer->inflater;
	GByteArray *out = fresh_buffer(packer);

	if (n_bytes == 0 || n_bytes > MB_RECORD_MAX_BYTES) {
		fail(error, MB_ERROR_CORRUPT, "a record has no likely size",
		     NULL);
		return NULL;
	}
	if (record[0] != MB_RECORD_VERSION) {
		g_set_error(error, MB_ERROR, MB_ERROR_CORRUPT,
		            "a record is of version %u, not %u", record[0],
		            MB_RECORD_VERSION);
		return NULL;
	}
	if (!start_inflate(packer, error))
		return NULL;
	z->next_in = (z_const Bytef *)(record + 1);
	z->avail_in = (uInt)(n_bytes - 1);
	z->avail_out = 0;
	return inflate_all(z, out, error) ? out : NULL;
}
