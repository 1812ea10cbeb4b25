"""What is printed on stdout: records, and their lines in every format."""
