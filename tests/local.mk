# Tests, by what they protect.
#
# A cmocka program for a file:
#	check_PROGRAMS += tests/unit/test_x
#	TESTS += tests/unit/test_x
#	tests_unit_test_x_SOURCES = tests/unit/test_x.c
#	tests_unit_test_x_LDADD = $(base_libs) $(CMOCKA_LIBS)
# within "if HAVE_CMOCKA".  With the shim: add
#	nodist_EXTRA_tests_unit_test_x_SOURCES = force-cxx-linker.cc
# A TAP script (sh or python3, executable) for the real programs:
#	dist_check_SCRIPTS += tests/cli/x.t
#	TESTS += tests/cli/x.t
# Tests that drive a browser go into BROWSER_TESTS instead: they are left out
# under sanitizers.
# Scripts find things by $top_srcdir and $top_builddir, which are absolute.

TEST_EXTENSIONS = .t
T_LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) \
	$(top_srcdir)/build-aux/tap-driver.sh

# A person's own configuration and index must not be seen by tests.
AM_TESTS_ENVIRONMENT = \
	top_srcdir='$(abs_top_srcdir)'; export top_srcdir; \
	top_builddir='$(abs_top_builddir)'; export top_builddir; \
	PATH="$$top_builddir:$$PATH"; export PATH; \
	XDG_CONFIG_HOME="$$top_builddir/tests/xdg/config"; \
	XDG_DATA_HOME="$$top_builddir/tests/xdg/data"; \
	export XDG_CONFIG_HOME XDG_DATA_HOME; \
	LC_ALL=C.UTF-8; export LC_ALL; TZ=UTC; export TZ; \
	G_DEBUG=fatal-criticals; export G_DEBUG; \
	unset MINUTEBOOK_INDEX;

dist_check_SCRIPTS =
BROWSER_TESTS =
TESTS += $(BROWSER_TESTS)
EXTRA_DIST += tests/tap.sh

# The sources themselves
checks = tests/checks/layers.t tests/checks/symbols.t \
	tests/checks/forbidden.t tests/checks/documented.t \
	tests/checks/shell.t
dist_check_SCRIPTS += $(checks)
TESTS += $(checks)
noinst_HEADERS += tests/unit/test.h

# Each step's own words about small papers: the cases need no line here.
dist_check_SCRIPTS += tests/golden/golden.t
TESTS += tests/golden/golden.t
dist-hook:
	(cd $(srcdir) && find tests/golden -mindepth 2 -type f -print | \
		tar cf - -T -) | (cd $(distdir) && tar xf -)

# base/
if HAVE_CMOCKA
base_tests = tests/unit/test_date tests/unit/test_item \
	tests/unit/test_sitting tests/unit/test_conf tests/unit/test_layout
check_PROGRAMS += $(base_tests)
TESTS += $(base_tests)
tests_unit_test_sitting_SOURCES = tests/unit/test_sitting.c
tests_unit_test_sitting_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_unit_test_date_SOURCES = tests/unit/test_date.c
tests_unit_test_date_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_unit_test_item_SOURCES = tests/unit/test_item.c
tests_unit_test_item_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_unit_test_conf_SOURCES = tests/unit/test_conf.c
tests_unit_test_conf_LDADD = $(base_libs) $(CMOCKA_LIBS)
tests_unit_test_layout_SOURCES = tests/unit/test_layout.c
tests_unit_test_layout_LDADD = $(base_libs) $(CMOCKA_LIBS)
endif

# shim/
noinst_HEADERS += tests/unit/shim.h tests/unit/search.h tests/unit/store.h
if HAVE_CMOCKA
shim_tests = tests/unit/test_fields tests/unit/test_words \
	tests/unit/test_keys \
	tests/unit/test_acronyms \
	tests/unit/test_stem tests/unit/test_record tests/unit/test_state \
	tests/unit/test_store tests/unit/test_segments tests/unit/test_copies \
	tests/unit/test_search tests/unit/test_search_limits \
	tests/unit/test_result tests/unit/test_facets \
	tests/unit/test_match \
	tests/unit/test_papers tests/unit/test_fence
check_PROGRAMS += $(shim_tests)
TESTS += $(shim_tests)
shim_test_libs = $(shim_libs) $(base_libs) $(CMOCKA_LIBS)
tests_unit_test_keys_SOURCES = tests/unit/test_keys.c
tests_unit_test_keys_LDADD = $(shim_test_libs)
tests_unit_test_fields_SOURCES = tests/unit/test_fields.c
tests_unit_test_fields_LDADD = $(shim_test_libs)
tests_unit_test_acronyms_SOURCES = tests/unit/test_acronyms.c
tests_unit_test_acronyms_LDADD = $(shim_test_libs)
tests_unit_test_words_SOURCES = tests/unit/test_words.c
tests_unit_test_words_LDADD = $(shim_test_libs)
tests_unit_test_stem_SOURCES = tests/unit/test_stem.c
tests_unit_test_stem_LDADD = $(shim_test_libs)
tests_unit_test_record_SOURCES = tests/unit/test_record.c
tests_unit_test_record_CFLAGS = $(AM_CFLAGS) $(ZSTD_CFLAGS)
tests_unit_test_record_LDADD = $(shim_test_libs)
tests_unit_test_state_SOURCES = tests/unit/test_state.c
tests_unit_test_state_LDADD = $(shim_test_libs)
tests_unit_test_store_SOURCES = tests/unit/test_store.c
nodist_EXTRA_tests_unit_test_store_SOURCES = force-cxx-linker.cc
tests_unit_test_store_LDADD = $(shim_test_libs)
tests_unit_test_segments_SOURCES = tests/unit/test_segments.c shim/segments.cc
tests_unit_test_segments_CPPFLAGS = $(AM_CPPFLAGS) $(XAPIAN_CFLAGS) \
	-DMB_SEGMENT_MAX_ITEMS=20
tests_unit_test_segments_LDADD = $(shim_test_libs)
tests_unit_test_copies_SOURCES = tests/unit/test_copies.c
nodist_EXTRA_tests_unit_test_copies_SOURCES = force-cxx-linker.cc
tests_unit_test_copies_LDADD = $(shim_test_libs)
tests_unit_test_search_SOURCES = tests/unit/test_search.c
nodist_EXTRA_tests_unit_test_search_SOURCES = force-cxx-linker.cc
tests_unit_test_search_LDADD = $(shim_test_libs)
tests_unit_test_search_limits_SOURCES = tests/unit/test_search_limits.c
nodist_EXTRA_tests_unit_test_search_limits_SOURCES = force-cxx-linker.cc
tests_unit_test_search_limits_LDADD = $(shim_test_libs)
tests_unit_test_result_SOURCES = tests/unit/test_result.c
nodist_EXTRA_tests_unit_test_result_SOURCES = force-cxx-linker.cc
tests_unit_test_result_LDADD = $(shim_test_libs)
tests_unit_test_facets_SOURCES = tests/unit/test_facets.c
nodist_EXTRA_tests_unit_test_facets_SOURCES = force-cxx-linker.cc
tests_unit_test_facets_LDADD = $(shim_test_libs)
tests_unit_test_match_SOURCES = tests/unit/test_match.c
nodist_EXTRA_tests_unit_test_match_SOURCES = force-cxx-linker.cc
tests_unit_test_match_LDADD = $(shim_test_libs)
tests_unit_test_papers_SOURCES = tests/unit/test_papers.c
nodist_EXTRA_tests_unit_test_papers_SOURCES = force-cxx-linker.cc
tests_unit_test_papers_LDADD = $(shim_test_libs)
tests_unit_test_fence_SOURCES = tests/unit/test_fence.cc
tests_unit_test_fence_CPPFLAGS = $(AM_CPPFLAGS) $(XAPIAN_CFLAGS)
tests_unit_test_fence_LDADD = $(shim_test_libs)
endif

# query/
check_PROGRAMS += tests/put-items tests/bench/ask
tests_bench_ask_SOURCES = tests/bench/ask.c
nodist_EXTRA_tests_bench_ask_SOURCES = force-cxx-linker.cc
tests_bench_ask_LDADD = $(query_libs) $(shim_libs) $(base_libs)
tests_put_items_SOURCES = tests/put-items.c
nodist_EXTRA_tests_put_items_SOURCES = force-cxx-linker.cc
tests_put_items_LDADD = $(shim_libs) $(base_libs)
asking = tests/cli/links.t tests/cli/trace.t tests/cli/output.t tests/cli/ids.t \
	tests/cli/completion.t tests/cli/dossier.t tests/cli/mentions.t \
	tests/cli/meetings.t tests/cli/people.t tests/cli/search.t \
	tests/cli/styles.t tests/cli/naming.t tests/cli/heads.t \
	tests/cli/questions.t tests/cli/indexes.t tests/cli/show.t \
	tests/cli/coverage.t tests/cli/front.t tests/cgi/page.t
dist_check_SCRIPTS += $(asking)
TESTS += $(asking)
EXTRA_DIST += tests/cli/items.py tests/cli/linked.py tests/cli/questions.txt
# What commands print: the cases need no line here.
dist-hook: dist-output
dist-output:
	$(MKDIR_P) $(distdir)/tests/cli/output && \
	cp $(srcdir)/tests/cli/output/*.want $(distdir)/tests/cli/output
BROWSER_TESTS += tests/browser/search.t
dist_check_SCRIPTS += $(BROWSER_TESTS)
EXTRA_DIST += tests/browser/search.cjs tests/browser/package.json \
	tests/browser/package-lock.json
if HAVE_CMOCKA
people_tests = tests/unit/test_called tests/unit/test_post \
	tests/unit/test_authority tests/unit/test_people_asked \
	tests/unit/test_table
check_PROGRAMS += $(people_tests)
TESTS += $(people_tests)
tests_unit_test_called_SOURCES = tests/unit/test_called.c
nodist_EXTRA_tests_unit_test_called_SOURCES = force-cxx-linker.cc
tests_unit_test_called_LDADD = $(query_libs) $(shim_libs) $(base_libs) \
	$(CMOCKA_LIBS)
tests_unit_test_post_SOURCES = tests/unit/test_post.c
nodist_EXTRA_tests_unit_test_post_SOURCES = force-cxx-linker.cc
tests_unit_test_post_LDADD = $(query_libs) $(shim_libs) $(base_libs) \
	$(CMOCKA_LIBS)
tests_unit_test_authority_SOURCES = tests/unit/test_authority.c
nodist_EXTRA_tests_unit_test_authority_SOURCES = force-cxx-linker.cc
tests_unit_test_authority_LDADD = $(query_libs) $(shim_libs) $(base_libs) \
	$(CMOCKA_LIBS)
tests_unit_test_people_asked_SOURCES = tests/unit/test_people_asked.c
nodist_EXTRA_tests_unit_test_people_asked_SOURCES = force-cxx-linker.cc
tests_unit_test_people_asked_LDADD = $(query_libs) $(shim_libs) \
	$(base_libs) $(CMOCKA_LIBS)
tests_unit_test_table_SOURCES = tests/unit/test_table.c
nodist_EXTRA_tests_unit_test_table_SOURCES = force-cxx-linker.cc
tests_unit_test_table_LDADD = $(query_libs) $(shim_libs) $(base_libs) \
	$(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/test_status
TESTS += tests/unit/test_status
tests_unit_test_status_SOURCES = tests/unit/test_status.c
nodist_EXTRA_tests_unit_test_status_SOURCES = force-cxx-linker.cc
tests_unit_test_status_LDADD = $(query_libs) $(shim_libs) $(base_libs) \
	$(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/test_ask tests/unit/test_params \
	tests/unit/test_snippet tests/unit/test_sentence
TESTS += tests/unit/test_ask tests/unit/test_params tests/unit/test_snippet \
	tests/unit/test_sentence
tests_unit_test_sentence_SOURCES = tests/unit/test_sentence.c
nodist_EXTRA_tests_unit_test_sentence_SOURCES = force-cxx-linker.cc
tests_unit_test_sentence_LDADD = $(query_libs) $(shim_libs) $(base_libs) \
	$(CMOCKA_LIBS)
tests_unit_test_ask_SOURCES = tests/unit/test_ask.c
nodist_EXTRA_tests_unit_test_ask_SOURCES = force-cxx-linker.cc
tests_unit_test_ask_LDADD = $(query_libs) $(shim_libs) $(base_libs) \
	$(CMOCKA_LIBS)
tests_unit_test_params_SOURCES = tests/unit/test_params.c
nodist_EXTRA_tests_unit_test_params_SOURCES = force-cxx-linker.cc
tests_unit_test_params_LDADD = $(query_libs) $(shim_libs) $(base_libs) \
	$(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/test_gaps tests/unit/test_body_names \
	tests/unit/test_coverage
TESTS += tests/unit/test_gaps tests/unit/test_body_names \
	tests/unit/test_coverage
tests_unit_test_gaps_SOURCES = tests/unit/test_gaps.c
tests_unit_test_gaps_LDADD = $(query_libs) $(base_libs) $(CMOCKA_LIBS)
tests_unit_test_body_names_SOURCES = tests/unit/test_body_names.c
tests_unit_test_body_names_LDADD = $(query_libs) $(base_libs) $(CMOCKA_LIBS)
tests_unit_test_coverage_SOURCES = tests/unit/test_coverage.c
nodist_EXTRA_tests_unit_test_coverage_SOURCES = force-cxx-linker.cc
tests_unit_test_coverage_LDADD = $(query_libs) $(shim_libs) $(base_libs) \
	$(CMOCKA_LIBS)
tests_unit_test_snippet_SOURCES = tests/unit/test_snippet.c
nodist_EXTRA_tests_unit_test_snippet_SOURCES = force-cxx-linker.cc
tests_unit_test_snippet_LDADD = $(query_libs) $(shim_libs) $(base_libs) \
	$(CMOCKA_LIBS)
endif

# indexer/: the program
dist_check_SCRIPTS += tests/cli/index.t tests/cli/index-bad.t \
	tests/cli/index-exempt.t tests/cli/index-withheld.t \
	tests/cli/exempt-traces.t \
	tests/cli/index-archives.t \
	tests/cli/index-readers.t tests/cli/index-same.t \
	tests/cli/officers.t \
	tests/cli/index-items.t tests/cli/layouts.t \
	tests/cli/index-stop.t \
	tests/fault/index.t
TESTS += tests/cli/index.t tests/cli/index-bad.t \
	tests/cli/index-exempt.t tests/cli/index-withheld.t \
	tests/cli/exempt-traces.t \
	tests/cli/index-archives.t \
	tests/cli/index-readers.t tests/cli/index-same.t \
	tests/cli/officers.t \
	tests/cli/index-items.t tests/cli/layouts.t \
	tests/cli/index-stop.t \
	tests/fault/index.t
EXTRA_DIST += tests/cli/papers.py tests/cli/packs.py tests/cli/layouts.py \
	tests/fault/faulty.c tests/bench/index \
	tests/bench/items tests/bench/search tests/bench/trace \
	tests/bench/common.py tests/bench/council.py \
	tests/bench/items_made.py
if HAVE_CMOCKA
check_PROGRAMS += tests/unit/test_folder tests/unit/test_document \
	tests/unit/test_sittings tests/unit/test_unconfirmed
TESTS += tests/unit/test_folder tests/unit/test_document \
	tests/unit/test_sittings tests/unit/test_unconfirmed
tests_unit_test_unconfirmed_SOURCES = tests/unit/test_unconfirmed.c
tests_unit_test_unconfirmed_LDADD = $(indexer_libs) $(base_libs) $(CMOCKA_LIBS)
tests_unit_test_sittings_SOURCES = tests/unit/test_sittings.c
tests_unit_test_sittings_LDADD = $(indexer_libs) $(base_libs) $(CMOCKA_LIBS)
tests_unit_test_folder_SOURCES = tests/unit/test_folder.c
tests_unit_test_folder_LDADD = $(indexer_libs) $(base_libs) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/test_plan
TESTS += tests/unit/test_plan
tests_unit_test_plan_SOURCES = tests/unit/test_plan.c \
	indexer/plan.c indexer/reading.c
nodist_EXTRA_tests_unit_test_plan_SOURCES = force-cxx-linker.cc
tests_unit_test_plan_LDADD = $(indexer_libs) $(shim_libs) $(base_libs) \
	$(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/test_stop
TESTS += tests/unit/test_stop
tests_unit_test_stop_SOURCES = tests/unit/test_stop.c indexer/stop.c
tests_unit_test_stop_LDADD = $(base_libs) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/test_worker tests/unit/test_supervise
TESTS += tests/unit/test_worker tests/unit/test_supervise
tests_unit_test_worker_SOURCES = tests/unit/test_worker.c \
	indexer/worker.c indexer/reading.c indexer/link.c indexer/stop.c
tests_unit_test_worker_LDADD = $(indexer_libs) $(base_libs) $(CMOCKA_LIBS)
tests_unit_test_supervise_SOURCES = tests/unit/test_supervise.c \
	indexer/supervise.c indexer/reading.c indexer/link.c
tests_unit_test_supervise_CPPFLAGS = $(AM_CPPFLAGS) \
	-DMB_SUPERVISE_MAX_SECONDS=4
tests_unit_test_supervise_LDADD = $(indexer_libs) $(base_libs) $(CMOCKA_LIBS)
tests_unit_test_document_SOURCES = tests/unit/test_document.c
tests_unit_test_document_LDADD = $(indexer_libs) $(base_libs) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/test_sandbox
TESTS += tests/unit/test_sandbox
tests_unit_test_sandbox_SOURCES = tests/unit/test_sandbox.c \
	indexer/worker-reader.c indexer/reading.c indexer/link.c
tests_unit_test_sandbox_LDADD = $(indexer_libs) $(base_libs) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/test_convert
TESTS += tests/unit/test_convert
tests_unit_test_convert_SOURCES = tests/unit/test_convert.c indexer/convert.c
tests_unit_test_convert_CPPFLAGS = $(AM_CPPFLAGS) -DMB_CONVERT_MAX_SECONDS=4 \
	-DMB_CONVERT_MAX_BYTES=65536u
tests_unit_test_convert_LDADD = $(indexer_libs) $(base_libs) $(CMOCKA_LIBS)
check_PROGRAMS += tests/fuzz/test_damaged
TESTS += tests/fuzz/test_damaged
tests_fuzz_test_damaged_SOURCES = tests/fuzz/test_damaged.c
tests_fuzz_test_damaged_LDADD = $(indexer_libs) $(base_libs) $(CMOCKA_LIBS)
check_PROGRAMS += tests/fuzz/test_fuzz
TESTS += tests/fuzz/test_fuzz
tests_fuzz_test_fuzz_SOURCES = tests/fuzz/fuzz.c
nodist_EXTRA_tests_fuzz_test_fuzz_SOURCES = force-cxx-linker.cc
tests_fuzz_test_fuzz_LDADD = $(fuzz_libs) $(CMOCKA_LIBS)
endif
# For --enable-fuzz, made when it is asked for.
EXTRA_PROGRAMS = tests/fuzz/fuzz
tests_fuzz_fuzz_SOURCES = tests/fuzz/fuzz.c
nodist_EXTRA_tests_fuzz_fuzz_SOURCES = force-cxx-linker.cc
tests_fuzz_fuzz_CPPFLAGS = $(AM_CPPFLAGS) -DWITH_LIBFUZZER
tests_fuzz_fuzz_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
tests_fuzz_fuzz_LDADD = $(fuzz_libs)
fuzz_libs = $(indexer_libs) $(query_libs) $(shim_libs) $(base_libs)
EXTRA_DIST += tests/fuzz/run
dist_check_SCRIPTS += tests/cli/index-convert.t tests/cli/index-ocr.t \
	tests/fuzz/hostile.t
TESTS += tests/cli/index-convert.t tests/cli/index-ocr.t tests/fuzz/hostile.t
check_PROGRAMS += tests/make-scan
tests_make_scan_SOURCES = tests/make-scan.c
tests_make_scan_CFLAGS = $(AM_CFLAGS) $(POPPLER_CFLAGS)
tests_make_scan_LDADD = $(POPPLER_LIBS) $(GLIB_LIBS)
EXTRA_DIST += tests/fuzz/hostile.py
# A library for LD_PRELOAD, which sanitizers don't go with.
if !SANITIZE
check_DATA = tests/fault/faulty.so
CLEANFILES += tests/fault/faulty.so
endif
tests/fault/faulty.so: $(top_srcdir)/tests/fault/faulty.c
	$(AM_V_CC)$(MKDIR_P) tests/fault && $(CC) -D_GNU_SOURCE -O1 -shared \
		-fPIC -o $@ $(top_srcdir)/tests/fault/faulty.c -ldl

# The sample papers: what is in them is found
dist_check_SCRIPTS += tests/cli/corpus.t
TESTS += tests/cli/corpus.t

# What judges a run over papers, for people
dist_check_SCRIPTS += tests/cli/judge.t
TESTS += tests/cli/judge.t
EXTRA_DIST += tests/compare-runs tests/suspicious tests/draw-officers tests/draw-links tests/links.jsonl \
	tests/officers.jsonl

# indexer/: from a file to lines
noinst_HEADERS += tests/unit/lines.h tests/unit/pdf.h tests/unit/scan.h
if HAVE_CMOCKA
reader_tests = tests/unit/test_paper tests/unit/test_archive \
	tests/unit/test_encoding tests/unit/test_lines \
	tests/unit/test_read_markdown tests/unit/test_read_html \
	tests/unit/test_read_docx tests/unit/test_read_odt \
	tests/unit/test_read_pdf tests/unit/test_pdf_table \
	tests/unit/test_pdf_scan tests/unit/test_ocr
check_PROGRAMS += $(reader_tests)
TESTS += $(reader_tests)
reader_test_libs = $(indexer_libs) $(base_libs) $(CMOCKA_LIBS)
tests_unit_test_archive_SOURCES = tests/unit/test_archive.c
tests_unit_test_archive_CFLAGS = $(AM_CFLAGS) $(LIBZIP_CFLAGS)
tests_unit_test_archive_LDADD = $(reader_test_libs)
tests_unit_test_paper_SOURCES = tests/unit/test_paper.c
tests_unit_test_paper_CFLAGS = $(AM_CFLAGS) $(ZLIB_CFLAGS)
tests_unit_test_paper_LDADD = $(reader_test_libs)
tests_unit_test_lines_SOURCES = tests/unit/test_lines.c
tests_unit_test_lines_LDADD = $(reader_test_libs)
tests_unit_test_read_markdown_SOURCES = tests/unit/test_read_markdown.c
tests_unit_test_read_markdown_LDADD = $(reader_test_libs)
tests_unit_test_read_html_SOURCES = tests/unit/test_read_html.c
tests_unit_test_read_html_LDADD = $(reader_test_libs)
tests_unit_test_read_docx_SOURCES = tests/unit/test_read_docx.c
tests_unit_test_read_docx_CFLAGS = $(AM_CFLAGS) $(LIBZIP_CFLAGS)
tests_unit_test_read_docx_LDADD = $(reader_test_libs)
tests_unit_test_encoding_SOURCES = tests/unit/test_encoding.c
tests_unit_test_encoding_LDADD = $(reader_test_libs)
tests_unit_test_read_odt_SOURCES = tests/unit/test_read_odt.c
tests_unit_test_read_odt_CFLAGS = $(AM_CFLAGS) $(LIBZIP_CFLAGS)
tests_unit_test_read_odt_LDADD = $(reader_test_libs)
tests_unit_test_read_pdf_SOURCES = tests/unit/test_read_pdf.c
tests_unit_test_read_pdf_LDADD = $(reader_test_libs)
tests_unit_test_pdf_table_SOURCES = tests/unit/test_pdf_table.c
tests_unit_test_pdf_table_LDADD = $(reader_test_libs)
tests_unit_test_pdf_scan_SOURCES = tests/unit/test_pdf_scan.c
tests_unit_test_pdf_scan_CFLAGS = $(AM_CFLAGS) $(POPPLER_CFLAGS)
tests_unit_test_pdf_scan_LDADD = $(reader_test_libs)
tests_unit_test_ocr_SOURCES = tests/unit/test_ocr.c
tests_unit_test_ocr_CFLAGS = $(AM_CFLAGS) $(POPPLER_CFLAGS)
tests_unit_test_ocr_LDADD = $(reader_test_libs)
endif

# indexer/: people, resolutions, links, what is exempt
noinst_HEADERS += tests/unit/draft.h tests/unit/link-rows.h \
	tests/unit/link-rows-asked.h \
	tests/unit/link-rows-earlier.h
if HAVE_CMOCKA
item_tests = tests/unit/test_names tests/unit/test_exempt \
	tests/unit/test_resolutions tests/unit/test_probe tests/unit/test_links \
	tests/unit/test_actions \
	tests/unit/test_people
check_PROGRAMS += $(item_tests)
TESTS += $(item_tests)
item_test_libs = $(indexer_libs) $(base_libs) $(CMOCKA_LIBS)
tests_unit_test_names_SOURCES = tests/unit/test_names.c
tests_unit_test_names_LDADD = $(item_test_libs)
tests_unit_test_exempt_SOURCES = tests/unit/test_exempt.c \
	tests/unit/exempt-lookalikes.h tests/unit/exempt-rows.h
tests_unit_test_exempt_LDADD = $(item_test_libs)
tests_unit_test_actions_SOURCES = tests/unit/test_actions.c
tests_unit_test_actions_LDADD = $(item_test_libs)
tests_unit_test_resolutions_SOURCES = tests/unit/test_resolutions.c
tests_unit_test_resolutions_LDADD = $(item_test_libs)
tests_unit_test_probe_SOURCES = tests/unit/test_probe.c
tests_unit_test_probe_LDADD = $(item_test_libs)
tests_unit_test_links_SOURCES = tests/unit/test_links.c
tests_unit_test_links_LDADD = $(item_test_libs)
tests_unit_test_people_SOURCES = tests/unit/test_people.c
tests_unit_test_people_LDADD = $(item_test_libs)
endif

# indexer/: from lines to items
if HAVE_CMOCKA
structure_tests = tests/unit/test_headings tests/unit/test_numbering \
	tests/unit/test_headline tests/unit/test_titles \
	tests/unit/test_title_dates
check_PROGRAMS += $(structure_tests)
TESTS += $(structure_tests)
structure_test_libs = $(indexer_libs) $(base_libs) $(CMOCKA_LIBS)
tests_unit_test_headings_SOURCES = tests/unit/test_headings.c
tests_unit_test_headings_LDADD = $(structure_test_libs)
tests_unit_test_numbering_SOURCES = tests/unit/test_numbering.c
tests_unit_test_numbering_LDADD = $(structure_test_libs)
tests_unit_test_headline_SOURCES = tests/unit/test_headline.c
tests_unit_test_headline_LDADD = $(structure_test_libs)
tests_unit_test_titles_SOURCES = tests/unit/test_titles.c
tests_unit_test_titles_LDADD = $(structure_test_libs)
tests_unit_test_title_dates_SOURCES = tests/unit/test_title_dates.c
tests_unit_test_title_dates_LDADD = $(structure_test_libs)
endif
