"""What is kept within one session, and how what was heard changes it, for the right person."""
