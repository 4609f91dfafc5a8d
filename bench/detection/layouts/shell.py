"""What is typed, exported, logged and requested: shells of all systems, URLs, requests."""

from __future__ import annotations

from bench.detection.case import Layout

PLAIN = {
    "export": Layout(
        "env.sh",
        "#!/bin/sh\nexport AWS_ACCESS_KEY_ID=@id@\nexport AWS_SECRET_ACCESS_KEY=@secret@\n"
        "@(export AWS_SESSION_TOKEN=@token@\n@)aws s3 sync . s3://site\n",
    ),
    "export on a line": Layout(
        "run.sh",
        "export AWS_ACCESS_KEY_ID='@id@' AWS_SECRET_ACCESS_KEY='@secret@'@( AWS_SESSION_TOKEN='@token@'@) && ./go\n",
    ),
    "before a command": Layout(
        "cron.sh", 'AWS_ACCESS_KEY_ID=@id@ AWS_SECRET_ACCESS_KEY="@secret@"@( AWS_SESSION_TOKEN="@token@"@) aws s3 ls\n'
    ),
    "default of a variable": Layout(
        "entry.sh",
        ': "${AWS_ACCESS_KEY_ID:=@id@}"\n: "${AWS_SECRET_ACCESS_KEY:=@secret@}"\n@(: "${AWS_SESSION_TOKEN:=@token@}"\n@)',
    ),
    "aws configure set": Layout(
        "setup.sh",
        "aws configure set aws_access_key_id @id@ --profile p\naws configure set aws_secret_access_key @secret@ "
        "--profile p\n@(aws configure set aws_session_token @token@ --profile p\n@)",
    ),
    "aws configure, answered": Layout(
        "notes.txt",
        "$ aws configure\nAWS Access Key ID [None]: @id@\nAWS Secret Access Key [None]: @secret@\n"
        "@(AWS Session Token [None]: @token@\n@)Default region name [None]: us-east-1\n",
    ),
    "here document": Layout(
        "user-data.sh",
        "cat > ~/.aws/credentials <<EOF\n[default]\naws_access_key_id=@id@\naws_secret_access_key=@secret@\n"
        "@(aws_session_token=@token@\n@)EOF\n",
    ),
    "echo into a file": Layout(
        "s3fs.sh", "echo @id@:@secret@@(:@token@@) > /etc/passwd-s3fs && chmod 600 /etc/passwd-s3fs\n"
    ),
    "options": Layout(
        "backup.sh", "s3cmd --access_key=@id@ --secret_key=@secret@@( --access_token=@token@@) sync . s3://b/\n"
    ),
    "options with spaces": Layout(
        "knife.sh",
        "knife ec2 server list --aws-access-key-id @id@ --aws-secret-access-key @secret@"
        "@( --aws-session-token @token@@) -r us-east-1\n",
    ),
    "docker run": Layout(
        "docker.sh",
        "docker run -e AWS_ACCESS_KEY_ID=@id@ \\\n  -e AWS_SECRET_ACCESS_KEY=@secret@ \\\n"
        "@(  -e AWS_SESSION_TOKEN=@token@ \\\n@)  app:latest\n",
    ),
    "kubectl": Layout(
        "kube.sh",
        "kubectl create secret generic aws --from-literal=AWS_ACCESS_KEY_ID=@id@ "
        "--from-literal=AWS_SECRET_ACCESS_KEY=@secret@@( --from-literal=AWS_SESSION_TOKEN=@token@@)\n",
    ),
    "heroku": Layout("heroku.sh", "heroku config:set S3_KEY=@id@ S3_SECRET=@secret@@( S3_TOKEN=@token@@) --app shop\n"),
    "powershell": Layout(
        "deploy.ps1",
        '$Env:AWS_ACCESS_KEY_ID="@id@"\n$Env:AWS_SECRET_ACCESS_KEY="@secret@"\n@($Env:AWS_SESSION_TOKEN="@token@"\n@)',
    ),
    "Set-AWSCredential": Layout(
        "profile.ps1", "Set-AWSCredential -AccessKey @id@ -SecretKey @secret@@( -SessionToken @token@@) -StoreAs prod\n"
    ),
    "cmd": Layout(
        "deploy.bat",
        "@echo off\r\nset AWS_ACCESS_KEY_ID=@id@\r\nset AWS_SECRET_ACCESS_KEY=@secret@\r\n"
        "@(set AWS_SESSION_TOKEN=@token@\r\n@)",
    ),
    "setx": Layout(
        "setx.cmd",
        "setx AWS_ACCESS_KEY_ID @id@\r\nsetx AWS_SECRET_ACCESS_KEY @secret@\r\n@(setx AWS_SESSION_TOKEN @token@\r\n@)",
    ),
    "fish": Layout(
        "config.fish",
        'set -gx AWS_ACCESS_KEY_ID "@id@"\nset -gx AWS_SECRET_ACCESS_KEY "@secret@"\n'
        '@(set -gx AWS_SESSION_TOKEN "@token@"\n@)',
    ),
    "csh": Layout(
        "login.csh",
        "setenv AWS_ACCESS_KEY_ID @id@\nsetenv AWS_SECRET_ACCESS_KEY @secret@\n@(setenv AWS_SESSION_TOKEN @token@\n@)",
    ),
    "printed environment": Layout(
        "build.log",
        "HOME=/root\nLANG=C.UTF-8\nAWS_ACCESS_KEY_ID=@id@\nAWS_DEFAULT_REGION=us-east-1\nPATH=/usr/bin\n"
        "AWS_SECRET_ACCESS_KEY=@secret@\n@(AWS_SESSION_TOKEN=@token@\n@)TERM=xterm\n",
    ),
    "log line": Layout(
        "app.log",
        "2025-03-04T11:22:33Z DEBUG [main] c.a.S3Config - Using accessKey=@id@, secretKey=@secret@"
        "@(, sessionToken=@token@@), region=us-east-1\n",
    ),
    "log of a dictionary": Layout(
        "worker.log",
        "INFO:root:{'aws_access_key_id': '@id@', 'aws_secret_access_key': '@secret@'"
        "@(, 'aws_session_token': '@token@'@)}\n",
    ),
    "s3 url": Layout("dsn.txt", "S3_URL=s3://@id@:@secret|percent@@bucket/path\n"),
    "s3n url": Layout("job.pig", "A = LOAD 's3n://@id@:@secret|percent@@logs/2020/*' USING PigStorage();\n"),
    "sqs url": Layout("celery.env", "CELERY_BROKER_URL=sqs://@id@:@secret|percent@@\n"),
    "ses dsn": Layout("mailer.env", "MAILER_DSN=ses+https://@id@:@secret|percent@@default?region=eu-west-1\n"),
    "query of a url": Layout(
        "hook.txt",
        "https://ci.example.org/job?aws_access_key_id=@id@&aws_secret_access_key=@secret|percent@"
        "@(&aws_session_token=@token|percent@@)&run=1\n",
    ),
    "curl": Layout(
        "curl.sh",
        'curl https://s3.us-east-1.amazonaws.com/b --user "@id@:@secret@"@( -H "x-amz-security-token: @token@"@)'
        ' --aws-sigv4 "aws:amz:us-east-1:s3"\n',
    ),
    "form": Layout(
        "request.txt",
        "POST /configure HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n"
        "accessKey=@id@&secretKey=@secret|percent@@(&sessionToken=@token|percent@@)&submit=Save",
    ),
    "prose": Layout(
        "mail.txt",
        "Hi Tom,\nhere are the credentials for the bucket:\n\nAccess Key ID: @id@\nSecret Access Key: @secret@\n"
        "@(Session token: @token@\n@)\nCheers, Eva\n",
    ),
    "prose, next line": Layout(
        "wiki.txt", "Access key ID\n@id@\nSecret access key\n@secret@\n@(Session token\n@token@\n@)Keep this safe.\n"
    ),
    "chat": Layout("chat.txt", "[10:02] <bob> aws key is @id@ / @secret@@( / @token@@)\n[10:03] <al> thx\n"),
}
