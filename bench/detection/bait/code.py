"""Code and prose about credentials that holds none."""

from __future__ import annotations

import base64

from bench.detection.values import LOWER36, Values


def code(values: Values) -> list[str]:
    """Names, signatures and calls."""
    name = values.text(LOWER36, 6)
    return [
        f"def rotate_{name}(access_key_id: str, secret_access_key: str) -> None:",
        f"secret_access_key = credentials.secret_access_key_{name}",
        f"aws_secret_access_key = get_parameter('/prod/{name}/aws_secret_access_key')",
        "const { accessKeyId, secretAccessKey, sessionToken } = await sts.assumeRole(params)",
        "AccessKeyId=self._access_key, SecretAccessKey=self._secret_key, SessionToken=self._token,",
        "parser.add_argument('--aws-secret-access-key', help='the secret access key of the user')",
        "secretKey := aws.StringValue(output.AccessKey.SecretAccessKey)",
        "if not re.match(r'(AKIA|ASIA)[A-Z0-9]{16}', key): raise ValueError('not an access key ID')",
        "# An access key ID begins with AKIA and a secret access key has 40 characters",
        f"password: Please enter the password of {name} for signin.aws.amazon.com",
        "TODAYINASIAASACKOFRICEFELLOVER and ASIAPACIFICSOUTHEASTREGIONS",
        f"boto3.client('s3', aws_access_key_id=os.getenv('ID_{name}'), aws_secret_access_key=os.getenv('KEY_{name}'))",
    ]


def minified(values: Values) -> list[str]:
    """Long lines of programs and source maps."""
    words = [values.text(LOWER36, values.random.randint(1, 9)) for _ in range(150)]
    call = "".join(f"function {word}(e,t){{return {word}.secretKey||t.accessKeyId[e]}}" for word in words[:40])
    mapping = ";".join(values.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 4) + "," + values.text(LOWER36, 5) for _ in words)
    return [
        f"!function(){{{call}}}();",
        f'{{"version":3,"mappings":"{mapping}"}}',
        f"//# sourceMappingURL=data:application/json;base64,{base64.b64encode(mapping.encode()).decode()}",
        f'var aws_secret_access_key="",chunk=[{",".join(repr(word) for word in words)}];',
    ]


CATEGORIES = {"code without values": code, "minified code": minified}
