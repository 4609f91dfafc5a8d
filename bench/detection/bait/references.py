"""Values that stand elsewhere, are encrypted, masked, empty or public."""

from __future__ import annotations

import base64

from bench.detection.values import ALPHANUMERIC, BASE64, Values

REFERENCES = (
    "${AWS_SECRET_ACCESS_KEY}", "${{ secrets.AWS_SECRET_ACCESS_KEY }}", "{{ aws_secret_access_key }}", "$AWS_SECRET_ACCESS_KEY",
    "%AWS_SECRET_ACCESS_KEY%", "<your-secret-access-key>", "!Ref SecretAccessKey", "var.aws_secret_access_key", "!vault |",
    'os.environ["AWS_SECRET_ACCESS_KEY"]', "process.env.AWS_SECRET_ACCESS_KEY", "{{resolve:secretsmanager:prod:SecretString:key}}",
    "ENV['AWS_SECRET_ACCESS_KEY']", "#{aws.secret.key}", "@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/k)",
    "op://vault/aws/secret_access_key", "data.aws_ssm_parameter.secret_access_key_for_production.value", "", "null", '""', "changeme",
    "****************************************", "AKIA****************", "REDACTED", "[None]: ****************WXYZ", "...", "TODO",
)  # fmt: skip


def references(values: Values) -> list[str]:
    """In place of an ID, a secret and a token."""
    picked = values.random.sample(REFERENCES, 6)
    names = (
        "aws_secret_access_key",
        "AWS_SECRET_ACCESS_KEY",
        "secretAccessKey",
        "aws_session_token",
        "aws_access_key_id",
    )
    return [f"{name}{between}{value}" for value in picked for name in names for between in (" = ", ": ")][:30]


def encrypted(values: Values) -> list[str]:
    """What sops, Vault, Ansible, sealed secrets, Jenkins, Rails, KMS and Travis make of a secret."""

    def b64(length: int) -> str:
        return base64.b64encode(values.random.randbytes(length)).decode()

    return [
        f"aws_secret_access_key: ENC[AES256_GCM,data:{b64(30)},iv:{b64(32)},tag:{b64(16)},type:str]",
        f"aws_secret_access_key: vault:v1:{b64(68)}",
        f"AWS_SECRET_ACCESS_KEY: AgB{b64(300)}",
        f"<secretKey>{{AQAAABAAAAAw{b64(48)}}}</secretKey>",
        f'- secure: "{b64(512)}"',
        f"secret_key_base_enc: {b64(90)}--{b64(12)}--{b64(16)}",
        f"aws_secret_access_key: ENC[PKCS7,MIIB{b64(200)}]",
        f"kms_encrypted_secret = AQICAHh{b64(180)}",
        "          " + values.text("3456", 40) + values.text("0123456789abcdef", 40),
        f"ansible_secret: $ANSIBLE_VAULT;1.1;AES256 {values.hex(80)}",
        f"  aws:secretKey:\n    secure: v1:{b64(9)}:{b64(56)}",
        f"encrypted_secret: wcBMA{b64(270)}",
    ]


def public(values: Values) -> list[str]:
    """Certificates, public keys, web tokens, images, other services' values."""
    return [
        f"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ{values.text(BASE64, 340)} aws-key",
        f"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{values.text(BASE64, 43)} ec2-user",
        f"MIIDXTCCAkWgAwIBAgIJ{values.text(BASE64, 44)}",
        f"certificate-authority-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk{values.text(BASE64, 900)}",
        "id_token: " + values.jwt(b'{"sub":"1234567890","name":"aws key","iat":1516239022}'),
        f"background: url(data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA{values.text(BASE64, 800)})",
        f"publicKey: MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA{values.text(BASE64, 340)}IDAQAB",
        f"<PublicKeyToken>{values.hex(16)}</PublicKeyToken>",
        f"recaptcha_site_key: 6L{values.text(ALPHANUMERIC, 38)}",
        f"data:font/woff2;base64,d09GMgABAAAA{values.text(BASE64, 1200)}",
    ]


CATEGORIES = {"references, empty, masked": references, "encrypted values": encrypted, "public keys and data": public}
