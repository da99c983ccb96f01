"""The `tongxin` command, as a shell sees it and from inside."""
