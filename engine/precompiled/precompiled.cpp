// Carries the precompiled header for the other targets.
