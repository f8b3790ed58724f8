# From a question to an answer, in the order data flows.
noinst_LIBRARIES += %reldir%/libquery.a
%canon_reldir%_libquery_a_SOURCES = \
	%reldir%/sentence.h %reldir%/sentence.c \
	%reldir%/mentions.h %reldir%/mentions.c \
	%reldir%/format.h %reldir%/format.c \
	%reldir%/question.h %reldir%/question.c \
	%reldir%/params.h %reldir%/params.c \
	%reldir%/runs.h %reldir%/runs.c \
	%reldir%/tokens.h %reldir%/tokens.c \
	%reldir%/hyphen.h %reldir%/hyphen.c \
	%reldir%/ask.h %reldir%/ask.c %reldir%/ask-build.c %reldir%/ask-text.c \
	%reldir%/succession.h %reldir%/succession.c \
	%reldir%/opening.h %reldir%/opening.c \
	%reldir%/answer.h %reldir%/answer.c \
	%reldir%/outside.h %reldir%/outside.c \
	%reldir%/understood.h %reldir%/understood.c \
	%reldir%/understood-notes.h %reldir%/understood-notes.c \
	%reldir%/plain.h %reldir%/plain.c \
	%reldir%/marker.h %reldir%/marker.c \
	%reldir%/meant.h %reldir%/meant.c \
	%reldir%/snippet.h %reldir%/snippet.c \
	%reldir%/render.h %reldir%/render.c \
	%reldir%/render-text.c %reldir%/render-csv.c \
	%reldir%/html.h %reldir%/html.c \
	%reldir%/render-html.h %reldir%/render-html.c \
	%reldir%/sheet.h %reldir%/sheet.c \
	%reldir%/people-asked.h %reldir%/people-asked.c \
	%reldir%/post.h %reldir%/post.c \
	%reldir%/authority.h %reldir%/authority-parts.h \
	%reldir%/authority.c %reldir%/authority-homes.c %reldir%/authority-join.c \
	%reldir%/authority-sides.c %reldir%/authority-posts.c \
	%reldir%/authority-items.c %reldir%/authority-names.c \
	%reldir%/authority-people.c \
	%reldir%/tie.h %reldir%/tie.c \
	%reldir%/likeness.h %reldir%/likeness.c \
	%reldir%/resolve.h %reldir%/resolve-parts.h %reldir%/resolve.c \
	%reldir%/resolve-memory.c %reldir%/resolve-body.c \
	%reldir%/resolve-cited.c %reldir%/resolve-number.c \
	%reldir%/resolve-request.h %reldir%/resolve-judge.c \
	%reldir%/resolve-ahead.c \
	%reldir%/resolve-beside.c %reldir%/resolve-action.c \
	%reldir%/matter.h %reldir%/matter.c \
	%reldir%/trace.h %reldir%/trace.c \
	%reldir%/trace-dot.c %reldir%/trace-svg.c \
	%reldir%/status.h %reldir%/status.c \
	%reldir%/ledger.h %reldir%/ledger.c %reldir%/ledger-rows.c \
	%reldir%/ledger-text.c \
	%reldir%/calendar.h %reldir%/calendar.c \
	%reldir%/csv.h %reldir%/csv.c \
	%reldir%/committees.h %reldir%/committees.c \
	%reldir%/rows.h %reldir%/rows.c \
	%reldir%/table.h %reldir%/table.c \
	%reldir%/meetings.h %reldir%/meetings.c \
	%reldir%/pack.h %reldir%/pack.c \
	%reldir%/group.h %reldir%/group.c \
	%reldir%/counting.h %reldir%/counting.c \
	%reldir%/body-names.h %reldir%/body-names.c \
	%reldir%/gaps.h %reldir%/gaps.c \
	%reldir%/coverage.h %reldir%/coverage-parts.h \
	%reldir%/coverage-papers.c %reldir%/coverage.c \
	%reldir%/coverage-missing.c %reldir%/coverage-items.c \
	%reldir%/coverage-print.h \
	%reldir%/coverage-rows.c %reldir%/coverage-text.c \
	%reldir%/none.h %reldir%/none.c

nodist_%canon_reldir%_libquery_a_SOURCES = %reldir%/sheet.inc

query_libs = query/libquery.a

bin_PROGRAMS += minutebook
minutebook_SOURCES = \
	%reldir%/output.h %reldir%/output.c \
	%reldir%/command.h %reldir%/command.c \
	%reldir%/asking.h %reldir%/asking.c \
	%reldir%/command-search.c %reldir%/command-show.c \
	%reldir%/command-fields.c %reldir%/command-mentions.c \
	%reldir%/command-meetings.c %reldir%/command-dossier.c \
	%reldir%/dossier.h %reldir%/dossier.c \
	%reldir%/dossier-line.c %reldir%/dossier-receipt.c \
	%reldir%/command-trace.c %reldir%/command-refs.c \
	%reldir%/command-actions.c \
	%reldir%/command-people.c \
	%reldir%/command-committees.c \
	%reldir%/command-coverage.c \
	%reldir%/minutebook.c
# The shim's C++ decides how the program is linked.
nodist_EXTRA_minutebook_SOURCES = force-cxx-linker.cc
minutebook_LDADD = $(query_libs) $(shim_libs) $(base_libs)

cgi_PROGRAMS += minutebook.cgi
minutebook_cgi_SOURCES = \
	%reldir%/page.h %reldir%/page-parts.h %reldir%/page.c \
	%reldir%/page-form.c %reldir%/page-results.c %reldir%/page-item.c \
	%reldir%/page-matter.c \
	%reldir%/minutebook-cgi.c
nodist_minutebook_cgi_SOURCES = %reldir%/style.inc
nodist_EXTRA_minutebook_cgi_SOURCES = force-cxx-linker.cc
minutebook_cgi_LDADD = $(query_libs) $(shim_libs) $(base_libs)

# The style sheets as C strings.
styles = %reldir%/style.inc %reldir%/sheet.inc
BUILT_SOURCES += $(styles)
CLEANFILES += $(styles)
EXTRA_DIST += %reldir%/style.css %reldir%/sheet.css
SUFFIXES = .css .inc
.css.inc:
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
	$(SED) -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/.*/"&\\n"/' \
		$< > $@.tmp && mv $@.tmp $@
%reldir%/page.$(OBJEXT): %reldir%/style.inc
%reldir%/sheet.$(OBJEXT): %reldir%/sheet.inc

dist_man_MANS += %reldir%/minutebook.1 %reldir%/minutebook-jsonl.5 %reldir%/minutebook-query.7 \
	%reldir%/minutebook.cgi.8

# Where bash-completion(7) looks for it, by the name of the program.
completionsdir = $(datadir)/bash-completion/completions
dist_completions_DATA = %reldir%/completion/minutebook
