"""Texts from one build to the next, each under the digest of everything that it depends on."""
