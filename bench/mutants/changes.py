"""The small changes that a test should notice: mutmut's operators, applied to everything a module says.

mutmut's own runner leaves properties, class bodies and constants alone; a rule's numbers stand in a class body.
"""

import attrs
import libcst as cst
import libcst.matchers as m
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation import mutators
from mutmut.mutation.mutators import mutation_operators

_SAYS_NOTHING = (cst.Annotation, cst.Import, cst.ImportFrom, cst.Decorator, cst.Assert)
"""What a type checker reads, what a linter does, and what a reader is told."""

_FOR_TYPES = m.Subscript(value=m.Name("Literal")) | m.Call(func=m.Name("TypeVar"))
_TYPE_VAR = m.Assign(value=m.Call(func=m.Name("TypeVar")))
_ALL = m.Assign(targets=[m.AssignTarget(target=m.Name("__all__"))])

_LEFT_OUT = (mutators.operator_string, mutators.operator_arg_removal)
"""Another text, and a call with an argument less: two thirds of all changes, and a type checker sees most of them."""


@attrs.frozen(kw_only=True)
class Change:
    """One mutant: where, what stood there, and what stands there now."""

    line: int
    before: str
    after: str
    _module: cst.Module = attrs.field(repr=False)
    _node: cst.CSTNode = attrs.field(repr=False)
    _instead: cst.CSTNode = attrs.field(repr=False)

    @property
    def source(self) -> str:
        """The text of the module with the change."""
        changed = self._module.deep_replace(self._node, self._instead)
        assert isinstance(changed, cst.Module)
        return changed.code


def changes(source: str) -> list[Change]:
    """All changes of a module, from top to bottom.

    >>> [(c.before, c.after) for c in changes("def late(days):\\n    return days > 7\\n")]
    [('> 7', '>= 7'), ('7', '8')]
    """
    module = MetadataWrapper(cst.parse_module(source), unsafe_skip_copy=True)
    found = _Found(module.module)
    module.visit(found)
    return found.all


class _Found(cst.CSTVisitor):
    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, module: cst.Module) -> None:
        super().__init__()
        self._module = module
        self.all: list[Change] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if (
            isinstance(node, _SAYS_NOTHING)
            or m.matches(node, _FOR_TYPES | _TYPE_VAR | _ALL)
            or _is_alias(node)
            or _is_text(node)
        ):
            return False
        for kind, operator in mutation_operators:
            if isinstance(node, kind) and operator not in _LEFT_OUT:
                self.all += [self._change(node, instead) for instead in operator(node)]
        return True

    def _change(self, node: cst.CSTNode, instead: cst.CSTNode) -> Change:
        line = self.get_metadata(PositionProvider, node).start.line
        said = {"before": _code(node), "after": _code(instead)}
        return Change(line=line, module=self._module, node=node, instead=instead, **said)


def _code(node: cst.CSTNode) -> str:
    return " ".join(cst.Module([]).code_for_node(node).split())


def _is_text(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.Expr) and isinstance(node.value, cst.SimpleString | cst.ConcatenatedString)


def _is_alias(node: cst.CSTNode) -> bool:
    """`Case = Learner | Participant`: a name for a type."""
    types = m.Subscript() | m.BinaryOperation(operator=m.BitOr())
    if not m.matches(node, m.Assign(value=types, targets=[m.AssignTarget(target=m.Name())])):
        return False
    name: str = node.targets[0].target.value  # type: ignore[attr-defined]
    return name.lstrip("_")[0].isupper() and not name.isupper()
