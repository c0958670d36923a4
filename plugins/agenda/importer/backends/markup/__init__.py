"""Read text files as OCR programs write them: plain, Markdown or with HTML tags."""
