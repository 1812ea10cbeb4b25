"""How articles, figures and quotes lie in the tables, and what of them comes out as rows."""
