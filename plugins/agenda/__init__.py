"""The public work agenda of a department: YAML agendas in, a permanent static record out."""
