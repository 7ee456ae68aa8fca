#!/usr/bin/env python3
"""Checks that everything a user can name is described.

usage: check_descriptions.py <llvm-tblgen> <source folder> <include folder>...

Reads every .td file of the repository and fails where a pass, an option of a
pass, an op, an attribute or an interface method has no description, or where a
pass does not say which phases it stands between.
"""

import json
import pathlib
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


def check_op(record, dialect):
    name = f"{dialect}.{record['opName']}"
    for field in ["summary", "description"]:
        if not text(record, field):
            yield f"op {name} has no {field}"


def check_attribute(record, dialect):
    name = f"#{dialect}.{record['mnemonic']}"
    if not text(record, "summary") and not text(record, "description"):
        yield f"attribute {name} has no summary and no description"


def check_interface(record, table):
    name = record["cppInterfaceName"]
    if not text(record, "description"):
        yield f"interface {name} has no description"
    for reference in record["methods"]:
        method = table[reference["def"]]
        if not text(method, "description"):
            yield f"method {method['name']} of interface {name} has no description"


def check_file(table):
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
                yield from check(record, table[owner]["name"])


def main():
    tblgen, source, *includes = sys.argv[1:]
    source = pathlib.Path(source)
    files = sorted(source.glob("dialects/**/*.td")) + sorted(source.glob("include/**/*.td"))
    complaints = {}
    for path in files:
        for complaint in check_file(records(tblgen, path, includes)):
            complaints.setdefault(complaint, path)
    for complaint, path in complaints.items():
        print(f"{path.relative_to(source)}: {complaint}")
    print(f"{len(files)} files, {len(complaints)} without description")
    return 1 if complaints or not files else 0


if __name__ == "__main__":
    sys.exit(main())
