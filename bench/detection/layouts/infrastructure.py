"""Infrastructure as code, containers and continuous integration."""

from __future__ import annotations

from bench.detection.case import Layout

PLAIN = {
    "terraform provider": Layout(
        "main.tf",
        'provider "aws" {\n  region     = "us-east-1"\n  access_key = "@id@"\n  secret_key = "@secret@"\n@(  token      = "@token@"\n@)}\n',
    ),
    "terraform variables": Layout(
        "variables.tf",
        'variable "aws_access_key" {\n  type    = string\n  default = "@id@"\n}\n\nvariable "aws_secret_key" {\n  type    = string\n  default = "@secret@"\n}\n'
        '@(variable "aws_session_token" {\n  default = "@token@"\n}\n@)',
    ),
    "tfvars": Layout(
        "terraform.tfvars",
        'access_key = "@id@"\nsecret_key = "@secret@"\n@(session_token = "@token@"\n@)region = "us-west-1"\n',
    ),
    "tfvars.json": Layout(
        "prod.auto.tfvars.json",
        '{"aws_access_key_id": "@id@", "aws_secret_access_key": "@secret@"@(, "aws_session_token": "@token@"@)}\n',
    ),
    "terraform lambda environment": Layout(
        "lambda.tf",
        'environment {\n  variables = {\n    AWS_KEY_ID     = "@id@"\n    AWS_SECRET_KEY = "@secret@"\n@(    AWS_TOKEN = "@token@"\n@)  }\n}\n',
    ),
    "packer": Layout(
        "image.json",
        '{"builders": [{"type": "amazon-ebs", "access_key": "@id@", "secret_key": "@secret@", @("token": "@token@", @)"region": "us-east-1"}]}\n',
    ),
    "vagrant": Layout(
        "Vagrantfile",
        "config.vm.provider :aws do |aws|\n  aws.access_key_id = '@id@'\n  aws.secret_access_key = '@secret@'\n@(  aws.session_token = '@token@'\n@)end\n",
    ),
    "dockerfile": Layout(
        "Dockerfile",
        'FROM python:3.12\nENV AWS_ACCESS_KEY_ID=@id@\nENV AWS_SECRET_ACCESS_KEY=@secret@\n@(ENV AWS_SESSION_TOKEN=@token@\n@)CMD ["app"]\n',
    ),
    "dockerfile, spaces": Layout(
        "old.Dockerfile",
        "FROM ruby\nENV AWS_ACCESS_KEY_ID @id@\nENV AWS_SECRET_ACCESS_KEY @secret@\n@(ENV AWS_SESSION_TOKEN @token@\n@)",
    ),
    "dockerfile arguments": Layout(
        "arg.Dockerfile",
        "ARG AWS_ACCESS_KEY_ID=@id@\nARG AWS_SECRET_ACCESS_KEY=@secret@\n@(ARG AWS_SESSION_TOKEN=@token@\n@)RUN aws s3 cp s3://b/x .\n",
    ),
    "dockerfile, on a line": Layout(
        "one.Dockerfile",
        "ENV AWS_ACCESS_KEY_ID=@id@ \\\n    AWS_SECRET_ACCESS_KEY=@secret@@( \\\n    AWS_SESSION_TOKEN=@token@@)\n",
    ),
    "compose, map": Layout(
        "docker-compose.yml",
        'services:\n  app:\n    image: app\n    environment:\n      AWS_ACCESS_KEY_ID: @id@\n      AWS_SECRET_ACCESS_KEY: "@secret@"\n'
        "@(      AWS_SESSION_TOKEN: @token@\n@)      AWS_REGION: us-east-1\n",
    ),
    "compose, list": Layout(
        "compose.yaml",
        "services:\n  app:\n    environment:\n      - AWS_ACCESS_KEY_ID=@id@\n      - AWS_SECRET_ACCESS_KEY=@secret@\n@(      - AWS_SESSION_TOKEN=@token@\n@)",
    ),
    "kubernetes env": Layout(
        "deployment.yaml",
        'spec:\n  containers:\n  - name: app\n    env:\n    - name: AWS_ACCESS_KEY_ID\n      value: @id@\n    - name: AWS_SECRET_ACCESS_KEY\n      value: "@secret@"\n'
        "@(    - name: AWS_SESSION_TOKEN\n      value: @token@\n@)    - name: LOG\n      value: debug\n",
    ),
    "kubernetes env, json": Layout(
        "task-definition.json",
        '{"containerDefinitions": [{"environment": [{"name": "AWS_ACCESS_KEY_ID", "value": "@id@"}, {"name": "AWS_SECRET_ACCESS_KEY", "value": "@secret@"}'
        '@(, {"name": "AWS_SESSION_TOKEN", "value": "@token@"}@)]}]}\n',
    ),
    "kubernetes stringData": Layout(
        "secret.yaml",
        "apiVersion: v1\nkind: Secret\nstringData:\n  access-key: @id@\n  secret-key: @secret@\n@(  session-token: @token@\n@)",
    ),
    "helm values": Layout(
        "values.yaml",
        'minio:\n  enabled: false\nbackup:\n  s3:\n    accessKey: "@id@"\n    secretKey: "@secret@"\n@(    sessionToken: "@token@"\n@)',
    ),
    "yaml folded": Layout(
        "folded.yaml",
        "aws_access_key_id: >-\n  @id@\naws_secret_access_key: >-\n  @secret@\n@(aws_session_token: >-\n  @token@\n@)",
    ),
    "yaml block": Layout(
        "block.yaml",
        "credentials: |\n  [default]\n  aws_access_key_id = @id@\n  aws_secret_access_key = @secret@\n@(  aws_session_token = @token@\n@)",
    ),
    "yaml flow": Layout(
        "flow.yaml", "aws: {access_key_id: @id@, secret_access_key: '@secret@'@(, session_token: '@token@'@)}\n"
    ),
    "rails yaml": Layout(
        "amazon_s3.yml",
        "production:\n  bucket: x\n  access_key_id: @id@\n  secret_access_key: @secret@\n@(  session_token: @token@\n@)",
    ),
    "ansible": Layout(
        "playbook.yml",
        '- hosts: all\n  tasks:\n  - name: bucket\n    amazon.aws.s3_bucket:\n      name: x\n      aws_access_key: "@id@"\n      aws_secret_key: "@secret@"\n'
        '@(      security_token: "@token@"\n@)',
    ),
    "ansible, ec2 names": Layout(
        "group_vars.yml", "ec2_access_key: @id@\nec2_secret_key: @secret@\n@(ec2_security_token: @token@\n@)"
    ),
    "ansible environment": Layout(
        "env.yml",
        "- shell: aws s3 ls\n  environment:\n    AWS_ACCESS_KEY: '@id@'\n    AWS_SECRET_KEY: '@secret@'\n@(    AWS_SESSION_TOKEN: '@token@'\n@)",
    ),
    "travis": Layout(
        ".travis.yml",
        "language: node_js\nenv:\n  global:\n    - AWS_ACCESS_KEY_ID=@id@\n    - AWS_SECRET_ACCESS_KEY=@secret@\n@(    - AWS_SESSION_TOKEN=@token@\n@)",
    ),
    "travis deploy": Layout(
        "travis-deploy.yml",
        "deploy:\n  provider: s3\n  access_key_id: @id@\n  secret_access_key: @secret@\n@(  session_token: @token@\n@)  bucket: site\n",
    ),
    "github action": Layout(
        ".github/workflows/deploy.yml",
        "- uses: aws-actions/configure-aws-credentials@v4\n  with:\n    aws-access-key-id: @id@\n    aws-secret-access-key: @secret@\n"
        "@(    aws-session-token: @token@\n@)    aws-region: eu-west-1\n",
    ),
    "gitlab variables": Layout(
        ".gitlab-ci.yml",
        'variables:\n  AWS_ACCESS_KEY_ID: "@id@"\n  AWS_SECRET_ACCESS_KEY: "@secret@"\n@(  AWS_SESSION_TOKEN: "@token@"\n@)',
    ),
    "circleci": Layout(
        ".circleci/config.yml",
        "- run:\n    environment:\n      AWS_ACCESS_KEY_ID: @id@\n      AWS_SECRET_ACCESS_KEY: @secret@\n@(      AWS_SESSION_TOKEN: @token@\n@)    command: aws s3 sync\n",
    ),
    "jenkinsfile": Layout(
        "Jenkinsfile",
        "environment {\n  AWS_ACCESS_KEY_ID = '@id@'\n  AWS_SECRET_ACCESS_KEY = '@secret@'\n@(  AWS_SESSION_TOKEN = '@token@'\n@)}\n",
    ),
    "jenkinsfile withEnv": Layout(
        "with.Jenkinsfile",
        'withEnv(["AWS_ACCESS_KEY_ID=@id@", "AWS_SECRET_ACCESS_KEY=@secret@"@(, "AWS_SESSION_TOKEN=@token@"@)]) { sh "make" }\n',
    ),
    "serverless": Layout(
        "serverless.yml",
        "provider:\n  name: aws\n  environment:\n    S3_ACCESS_KEY: @id@\n    S3_SECRET_KEY: @secret@\n@(    S3_SESSION_TOKEN: @token@\n@)",
    ),
    "velero": Layout(
        "velero.yaml",
        "credentials:\n  secretContents:\n    cloud: |\n      [default]\n      aws_access_key_id=@id@\n      aws_secret_access_key=@secret@\n@(      aws_session_token=@token@\n@)",
    ),
    "cloudformation": Layout(
        "stack.yaml",
        "Parameters:\n  AccessKeyId:\n    Type: String\n    Default: @id@\n  SecretAccessKey:\n    Type: String\n    Default: @secret@\n@(  SessionToken:\n    Default: @token@\n@)",
    ),
    "elastic beanstalk": Layout(
        ".ebextensions/env.config",
        "option_settings:\n  - option_name: AWS_ACCESS_KEY_ID\n    value: @id@\n  - option_name: AWS_SECRET_KEY\n    value: @secret@\n@(  - option_name: AWS_SESSION_TOKEN\n    value: @token@\n@)",
    ),
    "chef attributes": Layout(
        "default.rb",
        "default['aws']['access_key_id'] = '@id@'\ndefault['aws']['secret_access_key'] = '@secret@'\n@(default['aws']['session_token'] = '@token@'\n@)",
    ),
    "puppet": Layout(
        "site.pp",
        "class { 'aws':\n  access_key => '@id@',\n  secret_key => '@secret@',\n@(  session_token => '@token@',\n@)}\n",
    ),
    "pulumi": Layout(
        "Pulumi.dev.yaml",
        "config:\n  aws:accessKey: @id@\n  aws:secretKey: @secret@\n@(  aws:token: @token@\n@)  aws:region: us-east-1\n",
    ),
}
