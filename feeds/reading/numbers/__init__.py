"""The grammar of numbers and the tables of units: from tokens to exact values."""
