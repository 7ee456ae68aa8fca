#!/usr/bin/env python3
"""Checks that everything a user can name is described.

usage: check_descriptions.py <llvm-tblgen> <source folder> <include folder>...

Reads every .td file of the repository and fails where a pass, an option of a
pass, an op, an attribute or an interface method has no description, where a
pass does not say which phases it stands between, or where a constraint `(Cn)` of
an op or attribute has no negative test: a function or module `@<name>_c<n>…` in
test/Dialect whose expected error names the op.
"""

import json
import pathlib
import re
import subprocess
import sys


def records(tblgen, path, includes):
    command = [tblgen, str(path), "--dump-json"] + [f"-I{include}" for include in includes]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def text(record, field):
    value = record.get(field)
    return value.strip() if isinstance(value, str) else ""


def check_pass(record, table):
    name = record["argument"]
    for field in ["summary", "description"]:
        if not text(record, field):
            yield f"pass {name} has no {field}"
    if text(record, "description") and "Phase:" not in record["description"]:
        yield f"pass {name} does not say `Phase: … -> …`"
    for reference in record["options"]:
        option = table[reference["def"]]
        if not text(option, "description"):
            yield f"option {option['argument']} of pass {name} has no description"


def tested_constraints(folder):
    """Pairs of op or attribute and label that have a negative test."""
    test = re.compile(r"^(func\.func|module) @(\w+?)_c(\d+)(?:_\w+)?\b", re.MULTILINE)
    tested = set()
    for path in folder.glob("**/*invalid.mlir"):
        for chunk in path.read_text().split("// -----"):
            if match := test.search(chunk):
                kind, name, label = match.groups()
                owner = re.search(r"expected-error.*\{\{'([\w.]+)' op ", chunk)
                tested.add((owner[1] if owner and kind == "func.func" else name, label))
    return tested


def check_constraints(name, key, description, tested):
    for label in sorted(set(re.findall(r"\(C(\d+)\)", description))):
        if (key, label) not in tested:
            yield f"constraint (C{label}) of {name} has no negative test"


def check_op(record, dialect, tested):
    name = f"{dialect}.{record['opName']}"
    for field in ["summary", "description"]:
        if not text(record, field):
            yield f"op {name} has no {field}"
    yield from check_constraints(name, name, text(record, "description"), tested)


def check_attribute(record, dialect, tested):
    name = f"#{dialect}.{record['mnemonic']}"
    if not text(record, "summary") and not text(record, "description"):
        yield f"attribute {name} has no summary and no description"
    yield from check_constraints(
        name, record["mnemonic"], text(record, "description"), tested
    )


def check_interface(record, table):
    name = record["cppInterfaceName"]
    if not text(record, "description"):
        yield f"interface {name} has no description"
    for reference in record["methods"]:
        method = table[reference["def"]]
        if not text(method, "description"):
            yield f"method {method['name']} of interface {name} has no description"


def check_file(table, tested):
    kinds = table["!instanceof"]
    for name in kinds.get("PassBase", []):
        yield from check_pass(table[name], table)
    for name in kinds.get("OpInterface", []):
        if table[name]["cppNamespace"].startswith("::qopt"):
            yield from check_interface(table[name], table)
    for kind, check in [("Op", check_op), ("AttrDef", check_attribute)]:
        for name in kinds.get(kind, []):
            record = table[name]
            owner = record["opDialect" if kind == "Op" else "dialect"]["def"]
            if table[owner]["cppNamespace"].startswith("::qopt"):
                yield from check(record, table[owner]["name"], tested)


def main():
    tblgen, source, *includes = sys.argv[1:]
    source = pathlib.Path(source)
    files = sorted(source.glob("dialects/**/*.td")) + sorted(source.glob("include/**/*.td"))
    tested = tested_constraints(source / "test" / "Dialect")
    complaints = {}
    for path in files:
        for complaint in check_file(records(tblgen, path, includes), tested):
            complaints.setdefault(complaint, path)
    for complaint, path in complaints.items():
        print(f"{path.relative_to(source)}: {complaint}")
    print(f"{len(files)} files, {len(complaints)} complaints")
    return 1 if complaints or not files else 0


if __name__ == "__main__":
    sys.exit(main())
