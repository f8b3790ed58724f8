# Xapian behind a C header.  From what can be asked, over words and records, to
# writing and reading.
noinst_LIBRARIES += %reldir%/libshim.a
%canon_reldir%_libshim_a_SOURCES = \
	%reldir%/fence.h \
	%reldir%/fields.h %reldir%/fields.c \
	%reldir%/words.h %reldir%/words.c \
	%reldir%/keys.h %reldir%/keys.c \
	%reldir%/stem.h %reldir%/stem.c \
	%reldir%/acronyms.h %reldir%/acronyms.c \
	%reldir%/called.h %reldir%/called.c \
	%reldir%/record.h %reldir%/record.c \
	%reldir%/state.h %reldir%/state.c \
	%reldir%/copies.h %reldir%/copies.c \
	%reldir%/sources.h %reldir%/sources.c \
	%reldir%/xapian.hh %reldir%/xapian.cc \
	%reldir%/item-words.hh %reldir%/item-words.cc \
	%reldir%/terms.hh %reldir%/terms.cc \
	%reldir%/spelling.hh %reldir%/spelling.cc \
	%reldir%/vocabulary.hh %reldir%/vocabulary.cc \
	%reldir%/namings.hh %reldir%/namings.cc \
	%reldir%/store.h %reldir%/store.hh %reldir%/store.cc \
	%reldir%/items.cc %reldir%/merge.cc \
	%reldir%/segments.h %reldir%/segments.cc \
	%reldir%/search.h %reldir%/query.hh \
	%reldir%/leaf.cc %reldir%/leaf-whole.cc %reldir%/query.cc \
	%reldir%/search.cc %reldir%/listing.cc %reldir%/facets.cc \
	%reldir%/match.hh %reldir%/match.cc \
	%reldir%/nearness.hh %reldir%/nearness.cc \
	%reldir%/papers.h %reldir%/papers.cc
%canon_reldir%_libshim_a_CPPFLAGS = $(AM_CPPFLAGS) $(XAPIAN_CFLAGS) $(ZSTD_CFLAGS)

shim_libs = shim/libshim.a $(XAPIAN_LIBS) $(STEMMER_LIBS) $(ZSTD_LIBS)

EXTRA_DIST += %reldir%/SCHEMA.md
