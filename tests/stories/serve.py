"""Moto's server that, beyond what moto does, knows no key that is inactive: as AWS answers, InvalidClientTokenId.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html: what is inactive cannot be used.
"""

from __future__ import annotations

import sys
from typing import Any

from moto.iam.access_control import CreateAccessKeyFailure, IAMUserAccessKey
from moto.server import main


class LiveAccessKey(IAMUserAccessKey):
    """A user's access key, if it is active."""

    def __init__(self, *words: Any, **more: Any) -> None:
        super().__init__(*words, **more)
        for key in self.backend.list_access_keys(self._owner_user_name):
            if key.access_key_id == self._access_key_id and key.status != "Active":
                raise CreateAccessKeyFailure(reason="InvalidId")


if __name__ == "__main__":
    import moto.iam.access_control

    moto.iam.access_control.IAMUserAccessKey = LiveAccessKey
    sys.exit(main())
