"""One small module a verb: `options` names its arguments, `run` does it, EXAMPLES shows it."""
