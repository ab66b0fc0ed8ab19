"""The parts of `benchmarks.campaign`: each breaks something on purpose and says what has to be true afterwards."""

from benchmarks.trials import damage, fuzzing, killing, rights, serving
from benchmarks.trials.ground import Part

_ALL = (
    Part("kills", "`kill -9` of a command that writes", killing.killed_command, short=3),
    Part("server", "`kill -9` of a server while four people decide", serving.killed_server),
    Part("workers", "`kill -9` of an ingest's worker processes", killing.killed_workers),
    Part("log", "write-ahead log cut or damaged at a random byte", damage.damaged_log),
    Part("disk", "full disk under a command or the server", damage.full_disk, short=3),
    Part("files", "damaged files of every format", fuzzing.damaged_files),
    Part("sentences", "damaged sentences in two orders", fuzzing.damaged_sentences),
    Part("requests", "requests of every route, method and role", rights.requests),
    Part("half-open", "half requests, more than the server may have files open", rights.half_open),
)
PARTS = {part.name: part for part in _ALL}
