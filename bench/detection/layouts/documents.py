"""Documents, data and what programs exchange: tables, notebooks, mail, dumps, strings in pieces."""

from __future__ import annotations

from bench.detection.case import Layout

PLAIN = {
    "markdown list": Layout(
        "README.md",
        "## Setup\n\n* **Access key**: `@id@`\n* **Secret key**: `@secret@`\n@(* **Session token**: `@token@`\n@)\nThen run it.\n",
    ),
    "markdown table": Layout(
        "KEYS.md",
        "| Access Key ID | Secret Access Key |@( Session token |@)\n|---|---|\n| @id@ | @secret@ |@( @token@ |@)\n",
    ),
    "markdown fence": Layout(
        "guide.md",
        "```bash\nexport AWS_ACCESS_KEY_ID=@id@\nexport AWS_SECRET_ACCESS_KEY=@secret@\n@(export AWS_SESSION_TOKEN=@token@\n@)```\n",
    ),
    "html table": Layout(
        "keys.html",
        "<table><tr><th>Access key</th><td>@id@</td></tr>\n<tr><th>Secret key</th><td>@secret@</td></tr>\n@(<tr><th>Session token</th><td>@token@</td></tr>\n@)</table>\n",
    ),
    "html form": Layout(
        "form.html",
        '<input type="text" name="accessKey" value="@id@">\n<input type="hidden" name="secretKey" value="@secret@">\n@(<input name="sessionToken" value="@token@">\n@)',
    ),
    "html script": Layout(
        "index.html",
        "<script>\n AWS.config.credentials = new AWS.Credentials({accessKeyId: '@id@', secretAccessKey: '@secret@'@(, sessionToken: '@token@'@)});\n</script>\n",
    ),
    "har": Layout(
        "session.har",
        '{"log":{"entries":[{"request":{"method":"POST","postData":{"mimeType":"application/json","text":"{\\"accessKeyId\\":\\"@id@\\",\\"secretAccessKey\\":\\"@secret@\\"@(,\\"sessionToken\\":\\"@token@\\"@)}"}}}]}}',
    ),
    "postman auth": Layout(
        "api.postman_collection.json",
        '{"auth": {"type": "awsv4", "awsv4": [{"key": "accessKey", "value": "@id@", "type": "string"}, {"key": "secretKey", "value": "@secret@", "type": "string"}'
        '@(, {"key": "sessionToken", "value": "@token@", "type": "string"}@)]}}\n',
    ),
    "postman environment": Layout(
        "dev.postman_environment.json",
        '{"values": [\n {"key": "aws_access_key", "value": "@id@", "enabled": true},\n {"key": "aws_secret_key", "value": "@secret@", "enabled": true}'
        '@(,\n {"key": "aws_session_token", "value": "@token@", "enabled": true}@)\n]}\n',
    ),
    "notebook source": Layout(
        "explore.ipynb",
        '{"cells": [{"cell_type": "code", "source": ["import boto3\\n", "s3 = boto3.client(\'s3\', aws_access_key_id=\\"@id@\\",\\n", "                  aws_secret_access_key=\\"@secret@\\"@(, aws_session_token=\\"@token@\\"@))\\n"]}]}\n',
    ),
    "notebook magic": Layout(
        "magic.ipynb",
        '{"cells": [{"source": ["%env AWS_ACCESS_KEY_ID=@id@\\n", "%env AWS_SECRET_ACCESS_KEY=@secret@\\n"@(, "%env AWS_SESSION_TOKEN=@token@"@)]}]}\n',
    ),
    "notebook output": Layout(
        "out.ipynb",
        "{\"outputs\": [{\"name\": \"stdout\", \"text\": [\"{'AccessKeyId': '@id@', 'SecretAccessKey': '@secret@'@(, 'SessionToken': '@token@'@)}\\n\"]}]}\n",
    ),
    "sql insert": Layout(
        "dump.sql",
        "INSERT INTO `settings` (`name`, `value`) VALUES ('aws_access_key_id','@id@'),('aws_secret_access_key','@secret@')@(,('aws_session_token','@token@')@);\n",
    ),
    "sql columns": Layout(
        "seed.sql",
        "INSERT INTO s3_account (id, access_key, secret_key@(, session_token@)) VALUES (7, '@id@', '@secret@'@(, '@token@'@));\n",
    ),
    "sql update": Layout(
        "fix.sql", "UPDATE conf SET access_key='@id@', secret_key='@secret@'@(, session_token='@token@'@) WHERE id=1;\n"
    ),
    "redshift copy": Layout(
        "load.sql",
        "COPY t FROM 's3://b/x' CREDENTIALS 'aws_access_key_id=@id@;aws_secret_access_key=@secret@@(;token=@token@@)' GZIP;\n",
    ),
    "snowflake stage": Layout(
        "stage.sql",
        "CREATE STAGE s URL='s3://b/' CREDENTIALS=(AWS_KEY_ID='@id@' AWS_SECRET_KEY='@secret@'@( AWS_TOKEN='@token@'@));\n",
    ),
    "postgres dump": Layout(
        "pg_dump.sql",
        "COPY public.accounts (id, aws_key_id, aws_secret@(, aws_session_token@)) FROM stdin;\n1\t@id@\t@secret@@(\t@token@@)\n\\.\n",
    ),
    "csv": Layout(
        "export.csv", "name,access_key_id,secret_access_key@(,session_token@)\nbackup,@id@,@secret@@(,@token@@)\n"
    ),
    "csv, quoted": Layout(
        "quoted.csv", '"Access Key Id","Secret Access Key"@(,"Session Token"@)\n"@id@","@secret@"@(,"@token@"@)\n'
    ),
    "csv, semicolons": Layout(
        "excel.csv", "Service;Access Key;Secret Key@(;Session Token@)\r\nS3;@id@;@secret@@(;@token@@)\r\n"
    ),
    "tsv": Layout(
        "table.tsv", "user\taccess key id\tsecret access key@(\tsession token@)\neva\t@id@\t@secret@@(\t@token@@)\n"
    ),
    "console table": Layout(
        "out.txt",
        "+----------------------+------------------------------------------+\n| AccessKeyId          | SecretAccessKey                          |@( SessionToken |@)\n"
        "+----------------------+------------------------------------------+\n| @id@ | @secret@ |@( @token@ |@)\n+----------------------+\n",
    ),
    "aws cli text": Layout(
        "created.txt",
        "ACCESSKEY\t@id@\t2024-05-01T10:00:00Z\t@secret@\tActive\tbuilder\n@(CREDENTIALS\t@id@\t2025-01-01T00:00:00Z\t@secret@\t@token@\n@)",
        "iam-user",
    ),
    "credential_process": Layout(
        "process.json",
        '{"Version": 1, "AccessKeyId": "@id@", "SecretAccessKey": "@secret@"@(, "SessionToken": "@token@", "Expiration": "2031-01-01T00:00:00Z"@)}\n',
    ),
    "sts answer, xml": Layout(
        "answer.xml",
        "<GetSessionTokenResult><Credentials>\n<AccessKeyId>@id@</AccessKeyId>\n<SecretAccessKey>@secret@</SecretAccessKey>\n@(<SessionToken>@token@</SessionToken>\n@)</Credentials></GetSessionTokenResult>\n",
    ),
    "plist": Layout(
        "Info.plist",
        "<plist><dict>\n<key>AWSAccessKeyId</key>\n<string>@id@</string>\n<key>AWSSecretKey</key>\n<string>@secret@</string>\n@(<key>AWSSessionToken</key>\n<string>@token@</string>\n@)</dict></plist>\n",
    ),
    "android strings": Layout(
        "strings.xml",
        '<resources>\n  <string name="aws_access_key">@id@</string>\n  <string name="aws_secret_key">@secret@</string>\n@(  <string name="aws_session_token">@token@</string>\n@)</resources>\n',
    ),
    "registry file": Layout(
        "app.reg",
        'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\App]\r\n"AccessKeyId"="@id@"\r\n"SecretAccessKey"="@secret@"\r\n@("SessionToken"="@token@"\r\n@)',
    ),
    "cyberduck": Layout(
        "x.duck",
        "<dict><key>Protocol</key><string>s3</string><key>Username</key><string>@id@</string><key>Password</key><string>@secret@</string>@(<key>Session Token</key><string>@token@</string>@)</dict>\n",
    ),
    "latex": Layout(
        "report.tex",
        "\\texttt{aws\\_access\\_key\\_id = @id@}\\\\\n\\texttt{aws\\_secret\\_access\\_key = @secret@}\n@(\\texttt{aws\\_session\\_token = @token@}\n@)",
    ),
    "rst": Layout(
        "setup.rst",
        ".. code-block:: ini\n\n   [default]\n   aws_access_key_id = @id@\n   aws_secret_access_key = @secret@\n@(   aws_session_token = @token@\n@)",
    ),
    "diff": Layout(
        "change.patch",
        "--- a/.env\n+++ b/.env\n@@ -1,2 +1,2 @@\n-AWS_ACCESS_KEY_ID=@id@\n-AWS_SECRET_ACCESS_KEY=@secret@\n@(-AWS_SESSION_TOKEN=@token@\n@)+AWS_PROFILE=app\n",
    ),
    "terminal with colours": Layout(
        "ci.log",
        "\x1b[32mAWS_ACCESS_KEY_ID\x1b[0m=\x1b[33m@id@\x1b[0m\n\x1b[32mAWS_SECRET_ACCESS_KEY\x1b[0m=\x1b[33m@secret@\x1b[0m\n@(\x1b[32mAWS_SESSION_TOKEN\x1b[0m=\x1b[33m@token@\x1b[0m\n@)",
    ),
    "email": Layout(
        "mail.eml",
        "From: a@example.org\nSubject: keys\nContent-Type: text/plain\n\nAWS Access Key: @id@\nAWS Secret Key: @secret@\n@(AWS Session Token: @token@\n@)",
    ),
    "java exception": Layout(
        "trace.log",
        'Caused by: InvalidConfig: {accessKey="@id@", secretKey="@secret@"@(, sessionToken="@token@"@)}\n\tat com.acme.S3.main(S3.java:12)\n',
    ),
    "vault answer": Layout(
        "vault.txt",
        "Key                Value\n---                -----\nlease_id           aws/creds/deploy/7f3a\naccess_key         @id@\nsecret_key         @secret@\n@(security_token     @token@\n@)",
    ),
}

PIECES = {
    "python strings side by side": Layout(
        "s.py",
        "AWS_ACCESS_KEY_ID = '@id@'\nAWS_SECRET_ACCESS_KEY = ('@secret|head@'\n                         '@secret|tail@')\n",
    ),
    "python plus": Layout("p.py", 'access_key = "@id@"\nsecret_key = "@secret|head@" + "@secret|tail@"\n'),
    "java plus over lines": Layout(
        "P.java", 'String ACCESS_KEY = "@id@";\nString SECRET_KEY = "@secret|head@"\n    + "@secret|tail@";\n'
    ),
    "javascript plus, both": Layout(
        "p.js",
        "const accessKeyId = 'AK' + 'IA' + '@id|rest4@';\nconst secretAccessKey = '@secret|head@' + '@secret|tail@';\n",
    ),
    "php dots": Layout(
        "p.php", "<?php $key = '@id|head@' . '@id|tail@'; $aws_secret_access_key = '@secret|head@' . '@secret|tail@';\n"
    ),
    "shell continued": Layout("c.sh", "AWS_ACCESS_KEY_ID=@id@\nAWS_SECRET_ACCESS_KEY=@secret|head@\\\n@secret|tail@\n"),
    "yaml quoted over lines": Layout(
        "q.yaml", 'aws_access_key_id: @id@\naws_secret_access_key: "@secret|head@\\\n  @secret|tail@"\n'
    ),
    "c strings side by side": Layout(
        "q.h",
        '#define AWS_KEY_ID "@id@"\nstatic const char aws_secret_access_key[] = "@secret|head@"\n                                            "@secret|tail@";\n',
    ),
    "go plus": Layout(
        "q.go", 'const accessKeyID = "@id@"\nconst secretAccessKey = "@secret|head@" +\n\t"@secret|tail@"\n'
    ),
    "ruby backslash": Layout(
        "q.rb", "access_key_id = '@id@'\nsecret_access_key = '@secret|head@' \\\n  '@secret|tail@'\n"
    ),
}
