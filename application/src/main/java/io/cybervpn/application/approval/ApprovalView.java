package io.cybervpn.application.approval;

import io.cybervpn.domain.approval.ApprovalId;
import io.cybervpn.domain.approval.ApprovalState;
import io.cybervpn.domain.approval.model.Approval;
import io.cybervpn.domain.approval.model.Wish;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A wish and what became of it, for those who decide.
 *
 * @param decided by whom and when; empty unless it was approved or rejected
 */
public record ApprovalView(
        ApprovalId id,
        String kind,
        String subject,
        Money money,
        Map<String, String> details,
        ApprovalState state,
        AccountId askedBy,
        Instant askedAt,
        String reason,
        Instant expiresAt,
        Optional<Decided> decided) {
    /** By whom and when. */
    public record Decided(AccountId by, Instant at) {}

    static ApprovalView of(Approval approval, Instant now) {
        Wish wish = approval.wish();
        return new ApprovalView(
                wish.id(),
                wish.purpose().kind(),
                wish.purpose().subject(),
                wish.money(),
                wish.details(),
                approval.stateAt(now),
                wish.asked().by(),
                wish.asked().at(),
                wish.asked().reason(),
                wish.expiresAt(),
                decided(approval));
    }

    private static Optional<Decided> decided(Approval approval) {
        return switch (approval) {
            case Approval.Open _, Approval.Expired _ -> Optional.empty();
            case Approval.Approved(_, var by, var at) -> Optional.of(new Decided(by, at));
            case Approval.Rejected(_, var by, var at) -> Optional.of(new Decided(by, at));
        };
    }
}
