"""The web application in which clerks edit and publish agendas, on their own machine only."""
