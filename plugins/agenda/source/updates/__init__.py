"""Read `cap_nhat`: changes after publication that no document makes."""
