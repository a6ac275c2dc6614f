#!/bin/bash -eu
# What OSS-Fuzz runs in its container: https://google.github.io/oss-fuzz/getting-started/new-project-guide/python-lang/
pip3 install ".[calendars,identity]"
for target in fuzzing/*_fuzzer.py; do
    compile_python_fuzzer "$target" --collect-all netzwerkwandel --collect-all icalendar
done
