"""Literals in source code: SDK calls and constants of each language."""

from __future__ import annotations

from bench.detection.case import Layout

PLAIN = {
    "boto3 client": Layout(
        "upload.py",
        "import boto3\n\ns3 = boto3.client(\n    's3',\n    aws_access_key_id='@id@',\n    aws_secret_access_key='@secret@',\n"
        "@(    aws_session_token='@token@',\n@)    region_name='us-east-1',\n)\n",
    ),
    "boto3 on a line": Layout(
        "job.py",
        's = boto3.Session(aws_access_key_id="@id@", aws_secret_access_key="@secret@"@(, aws_session_token="@token@"@))\n',
    ),
    "boto, by position": Layout(
        "old.py",
        "from boto.s3.connection import S3Connection\nconn = S3Connection('@id@', '@secret@'@(, security_token='@token@'@))\n",
    ),
    "django settings": Layout(
        "settings.py",
        "DEBUG = False\nAWS_ACCESS_KEY_ID = '@id@'\nAWS_SECRET_ACCESS_KEY = '@secret@'\n@(AWS_SESSION_TOKEN = '@token@'\n@)"
        "AWS_STORAGE_BUCKET_NAME = 'media'\n",
    ),
    "default of os.environ": Layout(
        "env.py",
        'KEY = os.environ.get("AWS_ACCESS_KEY_ID", "@id@")\nSECRET = os.environ.get("AWS_SECRET_ACCESS_KEY", "@secret@")\n'
        '@(TOKEN = os.environ.get("AWS_SESSION_TOKEN", "@token@")\n@)',
    ),
    "python tuple": Layout("consts.py", "ACCESS, SECRET = '@id@', '@secret@'\n@(SESSION_TOKEN = '@token@'\n@)"),
    "typed python": Layout(
        "conf.py",
        'aws_access_key: str = "@id@"\naws_secret_key: Final[str] = "@secret@"\n@(aws_session_token: str = "@token@"\n@)',
    ),
    "python dictionary": Layout(
        "storage.py",
        "OPTIONS = {'key': '@id@', 'secret': '@secret@', @('token': '@token@', @)'endpoint_url': 'https://s3.amazonaws.com'}\n",
    ),
    "spark in python": Layout(
        "etl.py",
        'conf = sc._jsc.hadoopConfiguration()\nconf.set("fs.s3a.access.key", "@id@")\nconf.set("fs.s3a.secret.key", "@secret@")\n'
        '@(conf.set("fs.s3a.session.token", "@token@")\n@)',
    ),
    "javascript config.update": Layout(
        "s3.js",
        "AWS.config.update({\n  accessKeyId: '@id@',\n  secretAccessKey: '@secret@',\n@(  sessionToken: '@token@',\n@)  region: 'us-east-1'\n});\n",
    ),
    "javascript v3": Layout(
        "client.ts",
        'const s3 = new S3Client({\n  region: "eu-west-1",\n  credentials: { accessKeyId: "@id@", secretAccessKey: "@secret@"@(, sessionToken: "@token@"@) },\n});\n',
    ),
    "javascript, by position": Layout(
        "legacy.js", "var creds = new AWS.Credentials('@id@', '@secret@'@(, '@token@'@));\n"
    ),
    "javascript assignments": Layout(
        "admin.js",
        "AWS.config.accessKeyId = '@id@';\nAWS.config.secretAccessKey = '@secret@';\n@(AWS.config.sessionToken = '@token@';\n@)",
    ),
    "javascript fallback": Layout(
        "cfg.js",
        "const id = process.env.AWS_ACCESS_KEY_ID || '@id@';\nconst secret = process.env.AWS_SECRET_ACCESS_KEY || '@secret@';\n"
        "@(const token = process.env.AWS_SESSION_TOKEN || '@token@';\n@)",
    ),
    "minified javascript": Layout(
        "bundle.min.js",
        '!function(e){var t={};e.exports={s3:{accessKeyId:"@id@",secretAccessKey:"@secret@"@(,sessionToken:"@token@"@)},'
        'r:"us-east-1"};function n(r){return t[r]||0}n(3)}(module);\n',
    ),
    "java v1": Layout(
        "S3.java",
        'AWSCredentials c = new BasicAWSCredentials("@id@", "@secret@");\n@(c = new BasicSessionCredentials("@id@", "@secret@", "@token@");\n@)',
    ),
    "java v2": Layout(
        "Client.java",
        'StaticCredentialsProvider.create(\n    AwsBasicCredentials.create("@id@", "@secret@"));\n@(AwsSessionCredentials.create("@id@", "@secret@", "@token@");\n@)',
    ),
    "java constants": Layout(
        "Constants.java",
        'public final class Constants {\n  public static final String ACCESS_KEY = "@id@";\n  private static final String SECRET_KEY = "@secret@";\n'
        '@(  static final String SESSION_TOKEN = "@token@";\n@)}\n',
    ),
    "java system properties": Layout(
        "Main.java",
        'System.setProperty("aws.accessKeyId", "@id@");\nSystem.setProperty("aws.secretAccessKey", "@secret@");\n'
        '@(System.setProperty("aws.sessionToken", "@token@");\n@)',
    ),
    "kotlin": Layout(
        "Aws.kt", 'val credentials = BasicAWSCredentials("@id@", "@secret@")\n@(val sessionToken = "@token@"\n@)'
    ),
    "scala": Layout(
        "Job.scala", 'val AccessKey = "@id@"\nval SecretKey = "@secret@"\n@(val SessionToken = "@token@"\n@)'
    ),
    "go": Layout("main.go", 'creds := credentials.NewStaticCredentials("@id@", "@secret@", "@(@token@@)")\n'),
    "go v2": Layout(
        "aws.go",
        'cfg, err := config.LoadDefaultConfig(ctx, config.WithCredentialsProvider(\n\tcredentials.NewStaticCredentialsProvider("@id@", "@secret@", "@(@token@@)")))\n',
    ),
    "go struct": Layout(
        "conf.go",
        'var c = aws.Credentials{\n\tAccessKeyID:     "@id@",\n\tSecretAccessKey: "@secret@",\n@(\tSessionToken:    "@token@",\n@)}\n',
    ),
    "go setenv": Layout(
        "t.go",
        'os.Setenv("AWS_ACCESS_KEY_ID", "@id@")\nos.Setenv("AWS_SECRET_ACCESS_KEY", "@secret@")\n@(os.Setenv("AWS_SESSION_TOKEN", "@token@")\n@)',
    ),
    "ruby": Layout(
        "aws.rb", "Aws.config.update(credentials: Aws::Credentials.new('@id@', '@secret@'@(, '@token@'@)))\n"
    ),
    "fog": Layout(
        "carrierwave.rb",
        "config.fog_credentials = {\n  provider: 'AWS',\n  :aws_access_key_id => '@id@',\n  :aws_secret_access_key => '@secret@',\n"
        "@(  :aws_session_token => '@token@',\n@)}\n",
    ),
    "paperclip": Layout(
        "model.rb",
        "has_attached_file :a, s3_credentials: { access_key_id: '@id@', secret_access_key: '@secret@'@(, session_token: '@token@'@) }\n",
    ),
    "php": Layout(
        "s3.php",
        "<?php\n$s3 = new S3Client([\n  'version' => 'latest',\n  'credentials' => [\n    'key'    => '@id@',\n    'secret' => '@secret@',\n"
        "@(    'token'  => '@token@',\n@)  ],\n]);\n",
    ),
    "php define": Layout(
        "wp-config.php",
        "<?php\ndefine('AWS_ACCESS_KEY_ID', '@id@');\ndefine('AWS_SECRET_ACCESS_KEY', '@secret@');\n@(define('AWS_SESSION_TOKEN', '@token@');\n@)",
    ),
    "php serialized": Layout(
        "wp_options.txt",
        'a:3:{s:8:"provider";s:3:"aws";s:13:"access-key-id";s:20:"@id@";s:17:"secret-access-key";s:40:"@secret@";@(s:13:"session-token";s:900:"@token@";@)}\n',
    ),
    "c#": Layout(
        "Program.cs", 'var client = new AmazonS3Client("@id@", "@secret@"@(, "@token@"@), RegionEndpoint.USEast1);\n'
    ),
    "c# properties": Layout(
        "Opt.cs",
        'var o = new AwsOptions\n{\n    AccessKey = "@id@",\n    SecretKey = @"@secret@",\n@(    SessionToken = "@token@",\n@)};\n',
    ),
    "swift": Layout(
        "App.swift",
        'let provider = AWSStaticCredentialsProvider(accessKey: "@id@", secretKey: "@secret@")\n@(let sessionToken = "@token@"\n@)',
    ),
    "objective-c": Layout(
        "App.m", '#define ACCESS_KEY_ID @"@id@"\n#define SECRET_KEY @"@secret@"\n@(#define SESSION_TOKEN @"@token@"\n@)'
    ),
    "c": Layout(
        "conf.h",
        '#define AWS_ACCESS_KEY_ID "@id@"\n#define AWS_SECRET_ACCESS_KEY "@secret@"\n@(#define AWS_SESSION_TOKEN "@token@"\n@)',
    ),
    "c++": Layout("main.cpp", 'Aws::Auth::AWSCredentials credentials("@id@", "@secret@"@(, "@token@"@));\n'),
    "rust": Layout(
        "main.rs", 'let c = Credentials::new("@id@", "@secret@", @(Some("@token@".into()), @)None, "static");\n'
    ),
    "rust constants": Layout(
        "k.rs",
        'const AWS_ACCESS_KEY_ID: &str = "@id@";\nconst AWS_SECRET_ACCESS_KEY: &str = "@secret@";\n@(const AWS_SESSION_TOKEN: &str = "@token@";\n@)',
    ),
    "elixir": Layout(
        "config.exs",
        'config :ex_aws,\n  access_key_id: "@id@",\n  secret_access_key: "@secret@",\n@(  security_token: "@token@",\n@)  region: "us-east-1"\n',
    ),
    "clojure": Layout(
        "core.clj", '(def cred {:access-key "@id@", :secret-key "@secret@"@(, :session-token "@token@"@)})\n'
    ),
    "r": Layout(
        "a.R",
        'Sys.setenv("AWS_ACCESS_KEY_ID" = "@id@",\n           "AWS_SECRET_ACCESS_KEY" = "@secret@",\n@(           "AWS_SESSION_TOKEN" = "@token@",\n@)           "AWS_DEFAULT_REGION" = "us-east-1")\n',
    ),
    "perl": Layout(
        "up.pl",
        "my $s3 = Net::Amazon::S3->new({ aws_access_key_id => '@id@', aws_secret_access_key => '@secret@'@(, aws_session_token => '@token@'@) });\n",
    ),
    "lua": Layout(
        "a.lua", 'local aws = { access_key = "@id@", secret_key = "@secret@"@(, session_token = "@token@"@) }\n'
    ),
    "groovy": Layout(
        "build.gradle",
        "credentials(AwsCredentials) {\n  accessKey '@id@'\n  secretKey '@secret@'\n@(  sessionToken '@token@'\n@)}\n",
    ),
    "dart": Layout(
        "main.dart", "final id = '@id@';\nfinal secretKey = '@secret@';\n@(final sessionToken = '@token@';\n@)"
    ),
    "commented out": Layout(
        "x.py",
        "# aws_access_key_id = '@id@'\n# aws_secret_access_key = '@secret@'\n@(# aws_session_token = '@token@'\n@)key = load()\n",
    ),
    "trailing comment": Layout(
        "y.js",
        "const id = '@id@'; // access key of the bucket\nconst sk = '@secret@'; // aws secret\n@(const st = '@token@'; // aws session token\n@)",
    ),
}
