package io.cybervpn.domain.ledger;

import io.cybervpn.domain.identity.AccountId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identity of a change that staff made to a wallet by hand. */
public record AdjustmentId(UUID value) {
    /**
     * The one of a keyed request: the same member of staff with the same key means the same
     * adjustment, so that a request that is repeated after a crash is done once.
     */
    public static AdjustmentId of(AccountId staff, String requestKey) {
        String name = "wallet-adjustment " + staff.value() + " " + requestKey;
        return new AdjustmentId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
