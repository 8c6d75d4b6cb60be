// Carries the precompiled header for the tests.
