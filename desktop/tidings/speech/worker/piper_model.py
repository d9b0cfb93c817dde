"""A voice of Piper, cut in two: what is said and when, and the sound of it piece by piece.

A voice (VITS) first makes a plan of the whole sentence, which tells how long each sound
lasts; then a decoder turns the plan into samples, ten times as slowly. The decoder is made
of convolutions, so a piece of the plan with a little of its surroundings gives the very
samples that the whole would: the first piece is there while the rest has not been begun.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
from piper import PiperVoice

log = logging.getLogger(__name__)

Samples = npt.NDArray[np.float32]

AROUND = 12
"""Frames of the plan on either side of a piece: from 12 on the samples are the same to 1e-6."""
PIECES = (16, 32, 64, 128)
"""Frames in the first pieces (0.19 s at 22,050 Hz), and in all that follow."""
_AT_ONCE = 0.01
"""A length scale at which every sound takes a frame, the least there is."""
_DECODER = "/dec/conv_pre/Conv"
"""The decoder's first step, as Piper's exporter names it in every voice."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a sentence will sound.

    ``lengths`` are the samples of each phoneme id, empty where the voice does not tell;
    ``latent`` what the decoder takes, or the finished sound of a voice that is not cut.
    """

    lengths: npt.NDArray[np.int64]
    latent: npt.NDArray[np.float32]


class PiperModel:
    """One voice, ready to speak. Raises OSError, ValueError or onnxruntime's own errors."""

    def __init__(self, path: Path) -> None:
        import json

        from piper.config import PiperConfig

        model = onnx.load(str(path))
        parts = _cut(model)
        options = onnxruntime.SessionOptions()
        # Waiting threads would take the processor away from the window.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # It keeps a plan of its memory for each length of sentence there was: 17 MB in 400 of them.
        options.enable_mem_pattern = False
        sessions = [
            onnxruntime.InferenceSession(
                part.SerializeToString(), options, providers=["CPUExecutionProvider"]
            )
            for part in parts
        ]
        self._planner = sessions[0]
        self._decoder = sessions[1] if len(sessions) > 1 else None
        self._latent = parts[1].graph.input[0].name if len(parts) > 1 else ""
        config = PiperConfig.from_dict(json.loads(Path(f"{path}.json").read_text("utf-8")))
        self.voice = PiperVoice(session=self._planner, config=config)
        self.sample_rate: int = config.sample_rate
        self.id_map = config.phoneme_id_map
        self._config = config

    def phonemes(self, text: str) -> list[list[str]]:
        """Return what is pronounced, sentence by sentence."""
        return self.voice.phonemize(text)

    def ids(self, phonemes: list[str]) -> list[int]:
        """Return the voice's own numbers for phonemes."""
        return self.voice.phonemes_to_ids(phonemes)

    def plan(self, ids: list[int], length_scale: float) -> Plan:
        """Decide how ids will sound; ``length_scale`` 1.0 is the voice's own pace."""
        told = self._run(ids, length_scale)
        lengths = np.zeros(0, dtype=np.int64)
        if len(told) > 1:
            lengths = (np.ceil(told[1].reshape(-1)) * self._config.hop_length).astype(np.int64)
        return Plan(lengths, told[0])

    def seconds(self, ids: list[int], length_scales: Sequence[float]) -> list[float]:
        """Return how long ids take at each scale, without the silence at their ends.

        How long a sound is at scale 1.0 is decided before the scale counts. So the plan of a
        sentence that is over at once tells it for all of them, in a fraction of the time.
        """
        if self._decoder is None:
            return [self.plan(ids, scale).latent.size / self.sample_rate for scale in length_scales]
        frames = self._run(ids, _AT_ONCE)[1].reshape(-1)[2:-3] / _AT_ONCE
        hop = self._config.hop_length / self.sample_rate
        return [float(np.ceil(frames * scale).sum()) * hop for scale in length_scales]

    def _run(self, ids: list[int], length_scale: float) -> list[Samples]:
        config = self._config
        scales = (config.noise_scale, length_scale * config.length_scale, config.noise_w_scale)
        given: dict[str, Any] = {
            "input": np.array([ids], dtype=np.int64),
            "input_lengths": np.array([len(ids)], dtype=np.int64),
            "scales": np.array(scales, dtype=np.float32),
        } | self._speaker(self._planner)
        told: list[Samples] = self._planner.run(None, given)
        return told

    def sound(self, plan: Plan) -> Iterator[Samples]:
        """Give the samples of a plan, -1.0 to 1.0, in growing pieces."""
        if self._decoder is None:
            yield plan.latent.reshape(-1)
            return
        speaker = self._speaker(self._decoder)
        hop, count = self._config.hop_length, plan.latent.shape[2]
        begin = number = 0
        while begin < count:
            end = min(begin + PIECES[min(number, len(PIECES) - 1)], count)
            low, high = max(begin - AROUND, 0), min(end + AROUND, count)
            given = {self._latent: plan.latent[:, :, low:high]} | speaker
            samples = self._decoder.run(None, given)[0].reshape(-1)
            yield samples[(begin - low) * hop : (end - low) * hop]
            begin, number = end, number + 1

    def _speaker(self, session: onnxruntime.InferenceSession) -> dict[str, Any]:
        if all(one.name != "sid" for one in session.get_inputs()):
            return {}
        return {"sid": np.array([self._config.default_speaker_id], dtype=np.int64)}


def _cut(model: onnx.ModelProto) -> tuple[onnx.ModelProto, ...]:
    """Return the planner and the decoder; the model as it is where it cannot be cut."""
    nodes = model.graph.node
    latents = [node.input[0] for node in nodes if node.name == _DECODER]
    # How long each sound would be; the next step makes whole frames of that.
    lengths = [node.input[0] for node in nodes if node.op_type == "Ceil"]
    if len(latents) != 1 or len(lengths) != 1:
        log.warning("this voice is not built as others are: its sound comes a sentence at a time")
        return (model,)
    return (
        _part(model, (), (latents[0], lengths[0])),
        _part(model, (latents[0],), (model.graph.output[0].name,)),
    )


def _part(
    model: onnx.ModelProto, given: tuple[str, ...], wanted: tuple[str, ...]
) -> onnx.ModelProto:
    """Return what of a model makes the ``wanted`` values out of the ``given`` ones."""
    makers = {name: node for node in model.graph.node for name in node.output}
    reached = set(given)
    used: set[int] = set()
    open_names = list(wanted)
    while open_names:
        name = open_names.pop()
        if name in reached:
            continue
        reached.add(name)
        maker = makers.get(name)
        if maker is not None and id(maker) not in used:
            used.add(id(maker))
            open_names += [one for one in maker.input if one]
    graph = onnx.GraphProto(name="part")
    graph.node.extend(node for node in model.graph.node if id(node) in used)
    graph.initializer.extend(one for one in model.graph.initializer if one.name in reached)
    graph.input.extend(_float(name) for name in given)
    graph.input.extend(one for one in model.graph.input if one.name in reached)
    graph.output.extend(_float(name) for name in wanted)
    return onnx.helper.make_model(
        graph, ir_version=model.ir_version, opset_imports=model.opset_import
    )


def _float(name: str) -> onnx.ValueInfoProto:
    return onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None)
