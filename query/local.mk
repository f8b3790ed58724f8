# From a question to an answer, in the order data flows.
noinst_LIBRARIES += %reldir%/libquery.a
%canon_reldir%_libquery_a_SOURCES =

query_libs = query/libquery.a
