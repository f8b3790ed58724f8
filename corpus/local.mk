# Sample papers of an invented borough.  A paper, or a source of one, that is
# added has to be named here, or it is missing from the tarball.
corpus_papers = \
	%reldir%/papers/cabinet/2021-12-08-decisions.html \
	%reldir%/papers/cabinet/2022-02-09-pack.pdf \
	%reldir%/papers/cabinet/2022-07-13-item-6-report.docx \
	%reldir%/papers/cabinet/2022-07-13-minutes.md \
	%reldir%/papers/cabinet/2022-07-13-pack.pdf \
	%reldir%/papers/cabinet/2023-02-08-minutes.txt \
	%reldir%/papers/cabinet/2023-07-12-meeting.html \
	%reldir%/papers/cabinet/2023-11-08-item-6-report.docx \
	%reldir%/papers/cabinet/2024-07-10-minutes.pdf \
	%reldir%/papers/cabinet/2024-10-09-decisions.pdf \
	%reldir%/papers/cabinet/2025-02-12-minutes.docx \
	%reldir%/papers/cyp-scrutiny/2021-09-13-minutes.txt \
	%reldir%/papers/cyp-scrutiny/2021-11-15-pack.txt \
	%reldir%/papers/cyp-scrutiny/2022-01-24-minutes.md \
	%reldir%/papers/cyp-scrutiny/2022-03-14-minutes.docx \
	%reldir%/papers/cyp-scrutiny/2022-06-13-minutes.html \
	%reldir%/papers/cyp-scrutiny/2022-11-14-pack.pdf \
	%reldir%/papers/cyp-scrutiny/2023-01-23-minutes.docx \
	%reldir%/papers/cyp-scrutiny/2023-03-20-action-tracker.docx \
	%reldir%/papers/cyp-scrutiny/2023-09-11-meeting.html \
	%reldir%/papers/cyp-scrutiny/2024-01-22-minutes.txt.gz \
	%reldir%/papers/cyp-scrutiny/2024-03-11-item-7-report.pdf \
	%reldir%/papers/cyp-scrutiny/2024-11-11-pack.md \
	%reldir%/papers/cyp-scrutiny/2025-03-10-minutes.txt \
	%reldir%/papers/planning/2022.zip \
	%reldir%/papers/planning/2022-12-15-minutes.pdf \
	%reldir%/papers/planning/2023-06-15-minutes.html \
	%reldir%/papers/planning/2023-12-14-minutes.odt \
	%reldir%/papers/planning/2024-05-16-minutes.md \
	%reldir%/papers/planning/2025-01-16-minutes.txt

corpus_sources = \
	%reldir%/sources/docx/cabinet/2022-07-13-item-6-report.html \
	%reldir%/sources/docx/cabinet/2023-11-08-item-6-report.html \
	%reldir%/sources/docx/cabinet/2025-02-12-minutes.fodt \
	%reldir%/sources/docx/cyp-scrutiny/2022-03-14-minutes.fodt \
	%reldir%/sources/docx/cyp-scrutiny/2023-01-23-minutes.html \
	%reldir%/sources/docx/cyp-scrutiny/2023-03-20-action-tracker.html \
	%reldir%/sources/odt/planning/2023-12-14-minutes.html \
	%reldir%/sources/pdf/cabinet/2022-02-09-pack.html \
	%reldir%/sources/pdf/cabinet/2022-07-13-pack.html \
	%reldir%/sources/pdf/cabinet/2024-07-10-minutes.html \
	%reldir%/sources/pdf/cabinet/2024-10-09-decisions.html \
	%reldir%/sources/pdf/cyp-scrutiny/2022-11-14-pack.html \
	%reldir%/sources/pdf/cyp-scrutiny/2024-03-11-item-7-report.html \
	%reldir%/sources/pdf/paper.css \
	%reldir%/sources/pdf/planning/2022-12-15-minutes.html \
	%reldir%/sources/zip/planning/2022/2022-01-20-minutes.txt \
	%reldir%/sources/zip/planning/2022/2022-05-19-agenda.md

EXTRA_DIST += $(corpus_papers) $(corpus_sources) \
	%reldir%/README.md %reldir%/build-papers %reldir%/minutebook.conf \
	%reldir%/examples/closed-actions %reldir%/expected.jsonl %reldir%/searches.jsonl
