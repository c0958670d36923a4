"""The actions of those who edit and publish agendas. It knows no command line and no web server."""
