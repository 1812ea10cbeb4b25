"""The intake's tests: real files, real HTTP on loopback, a clock that the test moves."""
