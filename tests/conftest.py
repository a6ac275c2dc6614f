from __future__ import annotations

import os

from hypothesis import HealthCheck, settings


# The command speaks the language of the computer: on every one it is tried in English.
for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
    os.environ.pop(_name, None)
os.environ["LANG"] = "C.UTF-8"

# The quick tests try a few examples of each property, in CI always the same ones; the thorough run
# tries many, always the same ones. "slow" is for a night.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", PATIENT, max_examples=10, derandomize="CI" in os.environ)
settings.register_profile("thorough", PATIENT, max_examples=60, derandomize=True)
settings.register_profile(
    "slow",
    deadline=None,
    max_examples=3_000,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
