"""The only place that knows MkDocs: its events in, our artifacts out."""
