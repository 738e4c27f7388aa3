"""Reads page images with RapidOCR and prints one JSON line an image: its words with their boxes, and the CPU seconds.

    python rapidocr_words.py IMAGE...

The last line tells the most memory that the process held (MiB).
"""
import json
import logging
import resource
import sys
import time

from rapidocr import RapidOCR

logging.disable(logging.CRITICAL)
engine = RapidOCR()
for path in sys.argv[1:]:
    start = time.process_time()
    found = engine(path)
    seconds = time.process_time() - start
    boxes = [] if found.boxes is None else found.boxes
    texts = [] if found.txts is None else found.txts
    words = [
        {"text": text, "corners": [[float(x), float(y)] for x, y in box]} for text, box in zip(texts, boxes)
    ]
    print(json.dumps({"path": path, "cpuSeconds": seconds, "words": words}, ensure_ascii=False), flush=True)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"peakMiB": peak}))
