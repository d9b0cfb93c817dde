"""The child process in which speech is made, run as ``python -m tidings.speech.worker``.

Nobody imports it: an engine that crashes or hangs takes this process along, and no other.
"""
