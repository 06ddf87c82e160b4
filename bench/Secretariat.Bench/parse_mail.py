"""Python's side of the comparison: reads, parses and decodes every file of a folder, once for each line it hears."""

import email
import email.header
import os
import sys
import time


def text(value):
    """An address or subject as a person reads it."""
    decoded = []
    for part, charset in email.header.decode_header(value):
        if isinstance(part, bytes):
            part = decode(part, charset)
        decoded.append(part)
    return "".join(decoded)


def decode(content, charset):
    try:
        return content.decode(charset or "utf-8", "replace")
    except LookupError:
        return content.decode("windows-1252", "replace")


def read(path):
    """Number of characters of text and bytes of files."""
    with open(path, "rb") as file:
        message = email.message_from_bytes(file.read())  # policy compat32
    for name in ("Subject", "From", "To", "Date", "Message-ID"):
        text(str(message.get(name, "")))
    size = 0
    for part in message.walk():
        content = part.get_payload(decode=True)
        if content is None:
            continue
        if part.get_content_maintype() == "text":
            content = decode(content, part.get_content_charset())
        part.get_filename()
        size += len(content)
    return size


paths = [os.path.join(sys.argv[1], name) for name in sorted(os.listdir(sys.argv[1])) if name.endswith(".eml")]
for _ in sys.stdin:
    begin = time.perf_counter()
    size = sum(read(path) for path in paths)
    print(len(paths), size, time.perf_counter() - begin, flush=True)
