"""Who is named in a text and what they are; and which names over many texts are one person's."""
