"""A file for each kind of conversation. Handlers parse, call and return; they hold no sentence and no rule."""
