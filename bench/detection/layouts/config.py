"""Configuration files of AWS's own tools and of those that speak S3."""

from __future__ import annotations

from bench.detection.case import Layout

PLAIN = {
    "aws credentials": Layout(
        "home/.aws/credentials",
        "[default]\naws_access_key_id = @id@\naws_secret_access_key = @secret@\n@(aws_session_token = @token@\n@)"
        "region = eu-west-1\n\n[profile staging]\nrole_arn = arn:aws:iam::246813579024:role/deploy\n",
    ),
    "aws credentials, no spaces, capitals": Layout(
        "creds.ini", "[prod]\nAWS_ACCESS_KEY_ID=@id@\nAWS_SECRET_ACCESS_KEY=@secret@\n@(AWS_SESSION_TOKEN=@token@\n@)"
    ),
    "credential file of the old tools": Layout(
        "opt/aws-credential-file", "AWSAccessKeyId=@id@\nAWSSecretKey=@secret@\n@(SessionToken=@token@\n@)"
    ),
    "boto": Layout(
        "etc/boto.cfg",
        "[Credentials]\naws_access_key_id = @id@\naws_secret_access_key = @secret@\n"
        "@(aws_security_token = @token@\n@)[Boto]\ndebug = 0\nnum_retries = 10\n",
    ),
    "s3cfg": Layout(
        "home/.s3cfg",
        "[default]\naccess_key = @id@\n@(access_token = @token@\n@)add_encoding_exts = \nbucket_location = US\n"
        "cloudfront_host = cloudfront.amazonaws.com\ngpg_passphrase = \nhost_base = s3.amazonaws.com\n"
        "secret_key = @secret@\nuse_https = True\n",
    ),
    "s3fs": Layout("etc/passwd-s3fs", "@id@:@secret@@(:@token@@)\n"),
    "s3fs, of a bucket": Layout("home/.passwd-s3fs", "backups:@id@:@secret@@(:@token@@)\n"),
    "rclone": Layout(
        "rclone.conf",
        "[remote]\ntype = s3\nprovider = AWS\nenv_auth = false\naccess_key_id = @id@\n"
        "secret_access_key = @secret@\n@(session_token = @token@\n@)region = us-east-1\n",
    ),
    "properties": Layout("AwsCredentials.properties", "accessKey=@id@\nsecretKey=@secret@\n@(sessionToken=@token@\n@)"),
    "spring properties": Layout(
        "application.properties",
        "server.port=8080\nspring.cloud.aws.credentials.access-key=@id@\n"
        "spring.cloud.aws.credentials.secret-key=@secret@\n@(spring.cloud.aws.credentials.session-token=@token@\n@)",
    ),
    "spring yaml": Layout(
        "application.yml",
        "cloud:\n  aws:\n    region:\n      static: eu-central-1\n    credentials:\n      accessKey: @id@\n"
        "      secretKey: @secret@\n@(      sessionToken: @token@\n@)    stack:\n      auto: false\n",
    ),
    "hadoop core-site": Layout(
        "core-site.xml",
        '<?xml version="1.0"?>\n<configuration>\n  <property>\n    <name>fs.s3a.access.key</name>\n'
        "    <value>@id@</value>\n  </property>\n  <property>\n    <name>fs.s3a.secret.key</name>\n    <value>@secret@</value>\n"
        "  </property>\n@(  <property>\n    <name>fs.s3a.session.token</name>\n    <value>@token@</value>\n  </property>\n@)"
        "</configuration>\n",
    ),
    "hadoop s3n": Layout(
        "hdfs-site.xml",
        "<configuration><property><name>fs.s3n.awsAccessKeyId</name><value>@id@</value></property>\n"
        "<property><name>fs.s3n.awsSecretAccessKey</name><value>@secret@</value></property>\n@(<property>"
        "<name>fs.s3n.awsSessionToken</name><value>@token@</value></property>\n@)</configuration>\n",
    ),
    "spark defaults": Layout(
        "spark-defaults.conf",
        "spark.master yarn\nspark.hadoop.fs.s3a.access.key    @id@\n"
        "spark.hadoop.fs.s3a.secret.key    @secret@\n@(spark.hadoop.fs.s3a.session.token @token@\n@)",
    ),
    "web.config": Layout(
        "Web.config",
        '<configuration>\n  <appSettings>\n    <add key="AWSAccessKey" value="@id@" />\n'
        '    <add key="AWSSecretKey" value="@secret@" />\n@(    <add key="AWSSessionToken" value="@token@" />\n@)'
        '    <add key="AWSRegion" value="eu-west-1" />\n  </appSettings>\n</configuration>\n',
    ),
    "xml attributes": Layout(
        "plugin.xml",
        '<server id="s3"><storage type="s3" accessKeyId="@id@" secretAccessKey="@secret@"'
        '@( sessionToken="@token@"@) bucket="x"/></server>\n',
    ),
    "xml elements": Layout(
        "settings.xml",
        "<aws>\n  <accessKeyId>@id@</accessKeyId>\n  <secretAccessKey>@secret@</secretAccessKey>\n"
        "@(  <sessionToken>@token@</sessionToken>\n@)</aws>\n",
    ),
    "maven server": Layout(
        "home/.m2/settings.xml",
        "<settings><servers><server>\n <id>aws-release</id>\n <username>@id@</username>\n"
        " <password>@secret@</password>\n@( <sessionToken>@token@</sessionToken>\n@)</server></servers></settings>\n",
    ),
    "appsettings.json": Layout(
        "appsettings.json",
        '{\n  "Logging": {"LogLevel": {"Default": "Information"}},\n  "AWS": {\n    "AccessKey": "@id@",\n'
        '    "SecretKey": "@secret@",\n@(    "SessionToken": "@token@",\n@)    "Region": "us-east-1"\n  }\n}\n',
    ),
    "json, indented": Layout(
        "config.json",
        '{\n  "accessKeyId": "@id@",\n  "secretAccessKey": "@secret@",\n@(  "sessionToken": "@token@",\n@)'
        '  "region": "us-west-2"\n}\n',
    ),
    "json, minified": Layout(
        "min.json",
        '{"s3":{"bucket":"b","key":"@id@","secret":"@secret@"@(,"token":"@token@"@),"region":"us-east-1"},"v":1}',
    ),
    "json, slashes escaped": Layout(
        "php.json",
        '{"aws_access_key_id":"@id@","aws_secret_access_key":"@secret|slashes@"'
        '@(,"aws_session_token":"@token|slashes@"@)}',
    ),
    "json in json": Layout(
        "event.json",
        '{"body": "{\\"accessKeyId\\": \\"@id@\\", \\"secretAccessKey\\": \\"@secret@\\"'
        '@(, \\"sessionToken\\": \\"@token@\\"@)}", "isBase64Encoded": false}\n',
    ),
    "toml": Layout(
        "settings.toml",
        '[storage.s3]\nbucket = "media"\naccess_key_id = "@id@"\nsecret_access_key = "@secret@"\n'
        '@(session_token = "@token@"\n@)',
    ),
    "toml, inline table": Layout(
        "inline.toml", 'aws = { access_key = "@id@", secret_key = "@secret@"@(, token = "@token@"@) }\n'
    ),
    "env": Layout(
        ".env",
        "APP_ENV=production\nAWS_ACCESS_KEY_ID=@id@\nAWS_SECRET_ACCESS_KEY=@secret@\n"
        "@(AWS_SESSION_TOKEN=@token@\n@)AWS_DEFAULT_REGION=eu-west-3\nAWS_BUCKET=files\n",
    ),
    "env, quoted": Layout(
        "prod.env", 'AWS_ACCESS_KEY_ID="@id@"\nAWS_SECRET_ACCESS_KEY="@secret@"\n@(AWS_SESSION_TOKEN="@token@"\n@)'
    ),
    "env, an application's names": Layout(
        "app.env", "S3_KEY=@id@\nS3_SECRET=@secret@\n@(S3_TOKEN=@token@\n@)S3_REGION=us-east-1\nS3_BUCKET=uploads\n"
    ),
    "systemd": Layout(
        "app.service",
        "[Service]\nExecStart=/usr/bin/app\nEnvironment=AWS_ACCESS_KEY_ID=@id@\n"
        'Environment="AWS_SECRET_ACCESS_KEY=@secret@"\n@(Environment="AWS_SESSION_TOKEN=@token@"\n@)Restart=always\n',
    ),
    "logstash": Layout(
        "pipeline.conf",
        'output {\n  s3 {\n    access_key_id => "@id@"\n    secret_access_key => "@secret@"\n'
        '@(    session_token => "@token@"\n@)    bucket => "logs"\n  }\n}\n',
    ),
    "fluentd": Layout(
        "td-agent.conf",
        "<match s3.**>\n  @type s3\n  aws_key_id @id@\n  aws_sec_key @secret@\n"
        "@(  aws_session_token @token@\n@)  s3_bucket logs\n</match>\n",
    ),
    "nginx": Layout(
        "nginx.conf",
        "location / {\n  aws_access_key @id@;\n  aws_secret_key @secret@;\n@(  aws_session_token @token@;\n@)}\n",
    ),
}
