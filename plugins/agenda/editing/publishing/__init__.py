"""Publish the site: show what the public will see change, then push and deploy it."""
