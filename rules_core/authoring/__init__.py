"""From YAML to a compiled pack: read, check the form, join, link, lint. Writing a pack needs this; running one never loads it."""
