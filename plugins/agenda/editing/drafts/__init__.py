"""Turn the draft of an import into a file of the folder `agendas`."""
