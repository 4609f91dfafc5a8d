"""Steps that end sessions before they end by themselves. Support: no playbook stands here."""

from __future__ import annotations

from patterns._playbook import StepTemplate

DENY_OLDER = (
    '\'{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":'
    '{"DateLessThan":{"aws:TokenIssueTime":"\'"$(date -u +%Y-%m-%dT%H:%M:%SZ)"\'"}}}]}\''
)
"""A policy, as one shell word, that denies all to what was issued before the moment at which it is run."""
TO_USER = "aws iam put-user-policy --user-name {user} --policy-name RevokeOlderSessions --policy-document " + DENY_OLDER
TO_ROLE = (
    "aws iam put-role-policy --role-name {role} --policy-name AWSRevokeOlderSessions --policy-document " + DENY_OLDER
)
DISABLING = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_disable-perms.html"

END_USER_SESSIONS = StepTemplate(
    title="End the sessions that were made with it",
    detail=(
        "Temporary credentials that somebody got with it go on working after it is off or deleted, for up to 36 "
        "hours. The policy denies everything to sessions issued before the moment at which you run the command. "
        "Calls signed with a long-term key carry no time of issue, so it leaves the user's other key alone. Take the "
        "policy away after 36 hours. Roles that the user took on are sessions of those roles: where CloudTrail shows "
        "AssumeRole, revoke those in the same way."
    ),
    commands=(TO_USER,),
    reference=DISABLING,
)
END_SESSIONS_OF_USER = StepTemplate(
    title="End the user's sessions",
    detail=(
        "Whatever was handed out to the user, or signed in, lasts for up to 36 hours. The policy denies everything to "
        "sessions issued before the moment at which you run the command, whatever key or password they were made with; "
        "long-term keys go on working. Take it away after 36 hours."
    ),
    commands=(TO_USER,),
    reference=DISABLING,
)
END_ROLE_SESSIONS = StepTemplate(
    title="Revoke the sessions of the role",
    detail=(
        "In the console at https://{console}/iam/: Roles, {role}, Revoke sessions, Revoke active sessions. That, like "
        "the command, adds an inline policy that denies everything to all sessions of the role issued before that moment. It hits every session of the role, not this one "
        "alone; whatever takes the role on anew is let in. It takes effect within a few minutes. You need "
        "iam:PutRolePolicy on the role. Roles whose names begin with AWSReservedSSO_ (of IAM Identity Center) or "
        "AWSServiceRoleFor (service-linked) cannot be edited so."
    ),
    commands=(TO_ROLE, "aws iam get-role-policy --role-name {role} --policy-name AWSRevokeOlderSessions"),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html",
)
ROOT_SESSIONS_END_ALONE = StepTemplate(
    title="Wait for root sessions to end: nobody can revoke them",
    detail=(
        "No policy limits the root user, so its temporary credentials cannot be cut short: those of GetSessionToken "
        "and GetFederationToken last up to one hour, those of AssumeRoot up to 15 minutes. Until then watch what is "
        "done, and tell AWS Support if something is."
    ),
    commands=(
        "aws cloudtrail lookup-events --region {region} --lookup-attributes AttributeKey=Username,AttributeValue=root "
        "--query 'Events[].[EventTime,EventSource,EventName]' --output text",
    ),
    reference=DISABLING,
    side="both",
)
CLOSE_THE_LEAK = StepTemplate(
    title="Close the place where it leaked from, then start the work again",
    detail=(
        "New sessions leak like the old one while the cause is there: a log that prints the environment, an image "
        "with a credential cache, an instance that answers anybody's requests for metadata (require IMDSv2). Then "
        "restart what used the session, so that it gets a new one."
    ),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
)
