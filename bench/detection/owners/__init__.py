"""Files that tell whose a credential is, from AWS's documentation and from what people write: path and text by name.

Slots are those of `bench.detection.fill`: @id@ @secret@ @token@, @account@ and @other@ (another account), @user@, @role@,
@userid@ and @roleid@ (unique IDs of the account), @partition@, @company@.
"""
