"""Why, why not and what if: explanations taken from the trace and the rules, as data, text and graphs."""
