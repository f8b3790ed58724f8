# The few things that the indexer and the query side both speak of.
noinst_LIBRARIES += %reldir%/libbase.a
%canon_reldir%_libbase_a_SOURCES = \
	%reldir%/error.h %reldir%/error.c \
	%reldir%/date.h %reldir%/date.c \
	%reldir%/date-words.h %reldir%/date-words.c %reldir%/date-find.c \
	%reldir%/item.h %reldir%/item.c %reldir%/item-to-json.c \
	%reldir%/item-from-json.c \
	%reldir%/sitting.h %reldir%/sitting.c %reldir%/sitting-json.c \
	%reldir%/conf.h %reldir%/conf-parts.h %reldir%/conf.c \
	%reldir%/conf-published.c %reldir%/conf-committees.c \
	%reldir%/layout.h %reldir%/layout.c

base_libs = base/libbase.a $(JANSSON_LIBS) $(GLIB_LIBS)

dist_man_MANS += %reldir%/minutebook.conf.5 %reldir%/minutebook-item.5
