"""The testimony archive: see docs/ for the glossary, the workflow and the decisions behind it."""
