"""template.yaml says what AWS is to make; the SAM translator, run offline, says what it would make."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import build_lambda
import pytest
from ruamel.yaml import YAML
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "template.yaml"
SKILL_ID = "amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef"


class ManagedPolicies:
    """The two AWS policies a function may be given, so that the translator asks no account."""

    def load(self) -> dict[str, str]:
        names = ("AWSLambdaBasicExecutionRole", "AWSXRayDaemonWriteAccess")
        return {name: f"arn:aws:iam::aws:policy/service-role/{name}" for name in names}


@pytest.fixture(scope="module")
def authored() -> dict[str, Any]:
    return dict(yaml_parse(TEMPLATE.read_text()))


@pytest.fixture
def resources(authored: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The resources CloudFormation would get, by logical id, with every parameter at its value."""
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    copy = json.loads(json.dumps(authored))
    copy["Resources"]["SkillFunction"]["Properties"]["CodeUri"] = {"Bucket": "artefacts", "Key": "skill.zip"}
    made = transform(copy, {"SkillId": SKILL_ID}, ManagedPolicies())["Resources"]
    values = {name: parameter.get("Default", SKILL_ID) for name, parameter in authored["Parameters"].items()}
    return dict(filled_in(made, values))


def filled_in(node: Any, values: dict[str, Any]) -> Any:
    """The same tree with each reference to a parameter replaced by its value."""
    if isinstance(node, dict):
        if node.keys() == {"Ref"} and node["Ref"] in values:
            return values[node["Ref"]]
        return {key: filled_in(value, values) for key, value in node.items()}
    return [filled_in(item, values) for item in node] if isinstance(node, list) else node


def of_type(resources: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [resource["Properties"] for resource in resources.values() if resource["Type"] == kind]


def test_only_this_skill_may_call_and_only_the_alias(resources: dict[str, Any]) -> None:
    [permission] = of_type(resources, "AWS::Lambda::Permission")
    assert permission["Action"] == "lambda:InvokeFunction"
    assert permission["Principal"] == "alexa-appkit.amazon.com"
    assert permission["EventSourceToken"] == SKILL_ID
    assert permission["FunctionName"] == {"Ref": "SkillFunctionAliaslive"}


def test_the_function_runs_what_the_build_makes(resources: dict[str, Any]) -> None:
    [function] = of_type(resources, "AWS::Lambda::Function")
    assert function["Handler"] == "handler.handler"
    assert function["Runtime"] == f"python{build_lambda.RUNTIME}"
    assert function["Timeout"] == 8


def test_it_serves_that_skill_alone(resources: dict[str, Any]) -> None:
    [function] = of_type(resources, "AWS::Lambda::Function")
    variables = function["Environment"]["Variables"]
    assert variables["SKILL_ID"] == SKILL_ID
    assert "MILIA_ALLOW_ANY_SKILL" not in variables


def test_the_skin_check_is_on_unless_the_operator_leaves_it_out(resources: dict[str, Any], authored: dict[str, Any]) -> None:
    [function] = of_type(resources, "AWS::Lambda::Function")
    assert function["Environment"]["Variables"]["MILIA_SKIN_CHECK"] == "on"
    assert authored["Parameters"]["SkinCheck"]["AllowedValues"] == ["on", "off"]


def test_it_starts_from_a_snapshot_of_a_published_version(resources: dict[str, Any]) -> None:
    [function] = of_type(resources, "AWS::Lambda::Function")
    [alias] = of_type(resources, "AWS::Lambda::Alias")
    assert function["SnapStart"] == {"ApplyOn": "PublishedVersions"}
    assert alias["Name"] == "live"
    assert len(of_type(resources, "AWS::Lambda::Version")) == 1


def test_the_log_is_json_and_is_not_kept_for_ever(resources: dict[str, Any]) -> None:
    [function] = of_type(resources, "AWS::Lambda::Function")
    [log] = of_type(resources, "AWS::Logs::LogGroup")
    assert function["LoggingConfig"]["LogFormat"] == "JSON"
    assert function["LoggingConfig"]["LogGroup"] == {"Ref": "SkillLog"}
    assert log["RetentionInDays"] == 14


def test_its_role_may_write_logs_and_nothing_else(resources: dict[str, Any]) -> None:
    [role] = of_type(resources, "AWS::IAM::Role")
    assert [arn.rsplit("/", 1)[1] for arn in role["ManagedPolicyArns"]] == ["AWSLambdaBasicExecutionRole"]
    assert "Policies" not in role


def test_nothing_is_made_beyond_that(resources: dict[str, Any]) -> None:
    kinds = sorted(resource["Type"] for resource in resources.values())
    lambdas = [f"AWS::Lambda::{name}" for name in ("Alias", "Function", "Permission", "Version")]
    assert kinds == ["AWS::IAM::Role", *lambdas, "AWS::Logs::LogGroup"]


@pytest.mark.parametrize("value", ["", "my skill", "amzn1.ask.skill.1", SKILL_ID.upper(), SKILL_ID + "0"])
def test_a_skill_id_that_is_none_is_refused(authored: dict[str, Any], value: str) -> None:
    assert not re.search(authored["Parameters"]["SkillId"]["AllowedPattern"], value)


def test_a_skill_id_is_accepted(authored: dict[str, Any]) -> None:
    assert re.search(authored["Parameters"]["SkillId"]["AllowedPattern"], SKILL_ID)


def test_the_endpoint_to_enter_is_the_alias(authored: dict[str, Any]) -> None:
    assert authored["Outputs"]["SkillEndpoint"]["Value"] == {"Ref": "SkillFunction.Alias"}


def test_sam_builds_by_make_for_the_architecture_the_template_defaults_to(authored: dict[str, Any]) -> None:
    makefile = (ROOT / "Makefile").read_text()
    default = authored["Parameters"]["Architecture"]["Default"]
    assert authored["Resources"]["SkillFunction"]["Metadata"] == {"BuildMethod": "makefile"}
    assert "build-SkillFunction:" in makefile
    assert f"ARCH ?= {default}" in makefile


@pytest.mark.slow
def test_cfn_lint_finds_nothing() -> None:
    command = [str(Path(sys.executable).with_name("cfn-lint")), str(TEMPLATE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_template_reads_as_yaml_1_2() -> None:
    reader = YAML(typ="rt")
    assert "SkillFunction" in reader.load(TEMPLATE.read_text())["Resources"]
