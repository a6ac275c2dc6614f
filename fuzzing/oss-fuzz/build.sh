#!/bin/bash -eu
# What OSS-Fuzz runs in its container: https://google.github.io/oss-fuzz/getting-started/new-project-guide/python-lang/
pip3 install ".[calendars,identity]"
python3 fuzzing/make_seeds.py "$OUT/read_exports_fuzzer_seed_corpus.zip"
for target in fuzzing/*_fuzzer.py; do
    compile_python_fuzzer "$target" --collect-all netzwerkwandel --collect-all icalendar
done
