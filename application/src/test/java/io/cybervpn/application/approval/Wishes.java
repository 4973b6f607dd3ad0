package io.cybervpn.application.approval;

import io.cybervpn.domain.approval.ApprovalId;
import io.cybervpn.domain.approval.model.Approval;
import io.cybervpn.domain.approval.model.Wish;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Wishes that are nobody else's, so that tests may share one database. */
final class Wishes {
    static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");

    private Wishes() {}

    static Approval.Open open(String subject, Instant askedAt) {
        return new Approval.Open(
                new Wish(
                        new ApprovalId(UUID.randomUUID()),
                        new Wish.Purpose("test.deed", subject),
                        new Money(12_345, Asset.RUB),
                        Map.of("note", "\"quoted\" and ~"),
                        new Wish.Asked(
                                new AccountId(UUID.randomUUID()), askedAt, "because of a test")));
    }
}
