# From a paper to item documents, in the order data flows.
noinst_LIBRARIES += %reldir%/libindexer.a
%canon_reldir%_libindexer_a_SOURCES = \
	%reldir%/folder.h %reldir%/folder.c \
	%reldir%/archive-list.h %reldir%/archive-list.c \
	%reldir%/unzip.h %reldir%/unzip.c \
	%reldir%/archive.h %reldir%/archive.c \
	%reldir%/paper.h %reldir%/paper.c %reldir%/sniff.h %reldir%/sniff.c \
	%reldir%/clean.h %reldir%/clean.c \
	%reldir%/lines.h %reldir%/lines.c %reldir%/furniture.c \
	%reldir%/page-numbers.h %reldir%/page-numbers.c %reldir%/hyphens.c \
	%reldir%/shaped.h %reldir%/shaped.c %reldir%/ran-together.c \
	%reldir%/ran-items.h %reldir%/ran-items.c \
	%reldir%/web-table.h %reldir%/web-table.c \
	%reldir%/reader.h \
	%reldir%/encoding.h %reldir%/encoding.c \
	%reldir%/spacing.c %reldir%/read-text.c \
	%reldir%/markdown-inline.h %reldir%/markdown-inline.c \
	%reldir%/markdown-table.h %reldir%/markdown-table.c \
	%reldir%/markdown-tabs.h %reldir%/markdown-tabs.c \
	%reldir%/markdown-front.h %reldir%/markdown-front.c \
	%reldir%/read-markdown.c \
	%reldir%/numeral.h %reldir%/numeral.c \
	%reldir%/html-tree.h %reldir%/html-tree.c \
	%reldir%/html-moderngov.h %reldir%/html-moderngov.c \
	%reldir%/html-walk.h %reldir%/html-walk.c \
	%reldir%/html-table.h %reldir%/html-table.c \
	%reldir%/read-html.c \
	%reldir%/pdf-slanted.h %reldir%/pdf-slanted.c \
	%reldir%/pdf-rows.h %reldir%/pdf-rows.c \
	%reldir%/pdf-page.h %reldir%/pdf-page.c \
	%reldir%/pdf-columns.h %reldir%/pdf-columns.c \
	%reldir%/pdf-running.h %reldir%/pdf-running.c \
	%reldir%/pdf-gutters.h %reldir%/pdf-gutters.c \
	%reldir%/pdf-table.h %reldir%/pdf-table.c \
	%reldir%/pdf-cells.h %reldir%/pdf-cells.c \
	%reldir%/pdf-outline.h %reldir%/pdf-outline.c \
	%reldir%/pdf-scan.h %reldir%/pdf-scan.c \
	%reldir%/ocr.h %reldir%/ocr.c \
	%reldir%/read-pdf.c \
	%reldir%/xml.h %reldir%/xml.c \
	%reldir%/list-numbers.h %reldir%/list-numbers.c \
	%reldir%/office.h %reldir%/office.c \
	%reldir%/office-styles.h %reldir%/office-styles.c \
	%reldir%/docx-styles.h %reldir%/docx-styles.c \
	%reldir%/docx-numbering.h %reldir%/docx-numbering.c \
	%reldir%/docx-body.h %reldir%/docx-body.c %reldir%/docx-notes.c \
	%reldir%/read-docx.c \
	%reldir%/odt-styles.h %reldir%/odt-styles.c \
	%reldir%/odt-lists.h %reldir%/odt-lists.c \
	%reldir%/odt-body.h %reldir%/odt-body.c \
	%reldir%/read-odt.c \
	%reldir%/looks.h %reldir%/looks.c \
	%reldir%/phrases.h %reldir%/phrases.c \
	%reldir%/number-parts.h %reldir%/number-parts.c \
	%reldir%/numbers.h %reldir%/numbers.c \
	%reldir%/headings.h %reldir%/headings.c \
	%reldir%/bodies.h %reldir%/bodies.c %reldir%/bodies-take.c \
	%reldir%/nameless.h %reldir%/nameless.c \
	%reldir%/page-name.h %reldir%/page-name.c \
	%reldir%/who-met.h %reldir%/who-met.c \
	%reldir%/scanned-dates.h %reldir%/scanned-dates.c \
	%reldir%/title-dates.h %reldir%/title-dates.c \
	%reldir%/titles.h %reldir%/titles.c \
	%reldir%/council-names.h %reldir%/council-names.c \
	%reldir%/councils.h %reldir%/councils.c \
	%reldir%/questions.h %reldir%/questions.c \
	%reldir%/signs.h %reldir%/signs.c \
	%reldir%/signs-report.c %reldir%/signs-others.c \
	%reldir%/signs-actions.c \
	%reldir%/withheld.h %reldir%/withheld.c \
	%reldir%/listed.h %reldir%/listed.c \
	%reldir%/part-title.h %reldir%/part-title.c \
	%reldir%/slides.h %reldir%/slides.c \
	%reldir%/untitled.h %reldir%/untitled.c \
	%reldir%/second.h %reldir%/second.c \
	%reldir%/part-finder.h %reldir%/parts-withheld.c \
	%reldir%/parts.h %reldir%/parts.c \
	%reldir%/report-head.h %reldir%/report-head.c \
	%reldir%/reports.h %reldir%/reports.c \
	%reldir%/report-meeting.h %reldir%/report-meeting.c \
	%reldir%/meeting-dates.h %reldir%/meeting-dates.c \
	%reldir%/meetings.h %reldir%/meetings.c \
	%reldir%/numbering.h %reldir%/numbering.c \
	%reldir%/run-on.h %reldir%/run-on.c \
	%reldir%/run-on-unmarked.h %reldir%/run-on-unmarked.c \
	%reldir%/headline-clean.h %reldir%/headline-clean.c \
	%reldir%/headline.h %reldir%/headline.c \
	%reldir%/heading-styles.h %reldir%/heading-styles.c \
	%reldir%/unnumbered.h %reldir%/unnumbered.c \
	%reldir%/marked.h %reldir%/marked.c \
	%reldir%/chain.h \
	%reldir%/printed.h %reldir%/printed.c \
	%reldir%/points.h %reldir%/points.c \
	%reldir%/missing.h %reldir%/missing.c \
	%reldir%/doubled.h %reldir%/doubled.c \
	%reldir%/restarted.h %reldir%/restarted.c \
	%reldir%/unlisted.h %reldir%/unlisted.c \
	%reldir%/bare.h %reldir%/bare.c \
	%reldir%/entries.h %reldir%/entries.c \
	%reldir%/closing.h %reldir%/closing.c \
	%reldir%/tracker-head.h %reldir%/tracker-head.c \
	%reldir%/origins.h %reldir%/origins.c \
	%reldir%/tracker-split.h %reldir%/tracker-split.c \
	%reldir%/tracker-list.h %reldir%/tracker-list.c \
	%reldir%/tracker-flat.h %reldir%/tracker-flat.c \
	%reldir%/tracker.h %reldir%/tracker.c \
	%reldir%/report-numbers.h %reldir%/report-numbers.c \
	%reldir%/entry-kind.h %reldir%/entry-kind.c \
	%reldir%/decisions.h %reldir%/decisions.c \
	%reldir%/item-rows.h %reldir%/item-rows.c \
	%reldir%/decision-rows.h %reldir%/decision-rows.c \
	%reldir%/pages.h %reldir%/pages.c \
	%reldir%/items.h %reldir%/items.c \
	%reldir%/told.h %reldir%/told.c \
	%reldir%/marks.h %reldir%/marks.c \
	%reldir%/decided.h %reldir%/decided.c \
	%reldir%/resolutions.h %reldir%/resolutions.c \
	%reldir%/deciding.h %reldir%/deciding.c \
	%reldir%/deciding-block.c %reldir%/deciding-motion.c \
	%reldir%/deciding-prose.c \
	%reldir%/actions.h %reldir%/actions.c \
	%reldir%/tokens.h %reldir%/tokens.c \
	%reldir%/patterns.h %reldir%/labels.h %reldir%/labels.c \
	%reldir%/sentences.h %reldir%/sentences.c \
	%reldir%/names.h %reldir%/forenames.c %reldir%/names.c \
	%reldir%/name-forms.c %reldir%/name-titles.h %reldir%/name-titles.c \
	%reldir%/name-words.h %reldir%/name-words.c \
	%reldir%/roles.h %reldir%/roles.c %reldir%/role-keys.c \
	%reldir%/role-words.h %reldir%/role-words.c \
	%reldir%/posts-alone.h %reldir%/posts-alone.c \
	%reldir%/posts-beside.h %reldir%/posts-beside.c \
	%reldir%/employer.h %reldir%/employer.c \
	%reldir%/credits.h %reldir%/credits.c \
	%reldir%/small-posts.h %reldir%/small-posts.c \
	%reldir%/mentions.h %reldir%/mentions.c \
	%reldir%/attendance-label.h %reldir%/attendance-label.c \
	%reldir%/roll-parts.h %reldir%/roll-parts.c \
	%reldir%/roll-marks.h %reldir%/roll-marks.c \
	%reldir%/meeting-sorts.h %reldir%/meeting-sorts.c \
	%reldir%/rolls.h %reldir%/rolls.c \
	%reldir%/rolls-told.h %reldir%/rolls-told.c \
	%reldir%/told-people.h %reldir%/told-people.c \
	%reldir%/roll-columns.h %reldir%/roll-columns.c \
	%reldir%/roll-entry.h %reldir%/roll-role.c %reldir%/roll-entry.c \
	%reldir%/roll-posts.c \
	%reldir%/attendance-list.h %reldir%/attendance-list.c \
	%reldir%/attendance.h %reldir%/attendance.c \
	%reldir%/who.h %reldir%/who.c \
	%reldir%/short-names.h %reldir%/short-names.c \
	%reldir%/acting.h %reldir%/acting.c \
	%reldir%/people-standing.h %reldir%/people-standing.c \
	%reldir%/people.h %reldir%/people.c \
	%reldir%/probe.h %reldir%/probe.c \
	%reldir%/earlier-words.h %reldir%/earlier-words.c \
	%reldir%/later-words.h %reldir%/later-words.c \
	%reldir%/later-asked.c \
	%reldir%/link-finder.h %reldir%/link-finder.c \
	%reldir%/links-back.c %reldir%/links-numbers.c \
	%reldir%/links-previous.c %reldir%/links-carried.c \
	%reldir%/links-origin.c \
	%reldir%/links-forward.c \
	%reldir%/links.h %reldir%/links.c \
	%reldir%/exempt-phrases.h %reldir%/exempt-phrases.c \
	%reldir%/exempt-signals.h %reldir%/exempt-signals.c \
	%reldir%/exempt-boxes.h %reldir%/exempt-boxes.c \
	%reldir%/exempt-label.h %reldir%/exempt-label.c \
	%reldir%/exempt-words.h %reldir%/exempt-words.c \
	%reldir%/exempt-context.h %reldir%/exempt-context.c \
	%reldir%/exempt-itself.h %reldir%/exempt-itself.c \
	%reldir%/exempt-name.h %reldir%/exempt-name.c \
	%reldir%/private.h %reldir%/private.c \
	%reldir%/exempt.h %reldir%/exempt.c \
	%reldir%/groups.h %reldir%/groups.c \
	%reldir%/front.h %reldir%/front.c \
	%reldir%/unconfirmed.h %reldir%/unconfirmed.c \
	%reldir%/sittings.h %reldir%/sittings.c \
	%reldir%/document.h %reldir%/document.c \
	%reldir%/exported.h %reldir%/exported.c \
	%reldir%/sandbox.h %reldir%/sandbox.c \
	%reldir%/guard.h %reldir%/guard.c \
	%reldir%/convert.h %reldir%/convert.c
%canon_reldir%_libindexer_a_CFLAGS = $(AM_CFLAGS) $(POPPLER_CFLAGS) \
	$(LIBXML_CFLAGS) $(LIBZIP_CFLAGS) $(NETTLE_CFLAGS) $(ZLIB_CFLAGS) \
	$(SECCOMP_CFLAGS) \
	$(TESSERACT_CFLAGS)

indexer_libs = indexer/libindexer.a $(POPPLER_LIBS) $(LIBXML_LIBS) \
	$(LIBZIP_LIBS) $(NETTLE_LIBS) $(ZLIB_LIBS) $(SECCOMP_LIBS)

bin_PROGRAMS += minutebook-index
minutebook_index_SOURCES = \
	%reldir%/stop.h %reldir%/stop.c \
	%reldir%/progress.h %reldir%/progress.c \
	%reldir%/plan.h %reldir%/plan.c \
	%reldir%/worker.h %reldir%/worker.c \
	%reldir%/worker-writer.h %reldir%/worker-writer.c \
	%reldir%/supervise.h %reldir%/supervise.c \
	%reldir%/worker-reader.h %reldir%/worker-reader.c \
	%reldir%/reading.h %reldir%/reading.c \
	%reldir%/link.h %reldir%/link.c \
	%reldir%/generation.h %reldir%/generation.c \
	%reldir%/summary.h %reldir%/summary.c \
	%reldir%/updating.h %reldir%/remember.h %reldir%/remember.c \
	%reldir%/again.h %reldir%/again.c \
	%reldir%/update.h %reldir%/update.c \
	%reldir%/run.h %reldir%/run.c \
	%reldir%/dump.h %reldir%/dump.c \
	%reldir%/minutebook-index.c
# The shim's C++ decides how the program is linked.
nodist_EXTRA_minutebook_index_SOURCES = force-cxx-linker.cc
# Before all that would name the C library.
minutebook_index_LDADD = $(MALLOC_LIBS) $(indexer_libs) $(shim_libs) \
	$(base_libs)

dist_man_MANS += %reldir%/minutebook-index.1
