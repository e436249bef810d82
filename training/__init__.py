"""Trains, evaluates and exports the embedding model that ships with Jobbmatch."""
