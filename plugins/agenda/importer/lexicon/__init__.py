"""Recognise the words of agendas: half-days, times, dates, labels, units and status."""
