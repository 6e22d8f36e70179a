"""One module a page; each asks what stands now (`Reading`) and answers with frozen cards."""
