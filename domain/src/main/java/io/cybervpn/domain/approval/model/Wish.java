package io.cybervpn.domain.approval.model;

import io.cybervpn.domain.approval.ApprovalId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What somebody of the staff asks for.
 *
 * @param purpose which deed of which thing
 * @param details what else the deed needs to know; no secrets
 * @param asked who, when and why
 */
public record Wish(
        ApprovalId id, Purpose purpose, Money money, Map<String, String> details, Asked asked) {
    /** How long a wish waits for a decision. */
    public static final Duration LIFE = Duration.ofHours(72);

    /** Copies the map. */
    public Wish {
        details = Map.copyOf(details);
    }

    /**
     * Of each there is one open wish at most.
     *
     * @param kind of the deed, such as {@code payment.refund}
     * @param subject what it is done to
     */
    public record Purpose(String kind, String subject) {}

    /** Who asked, when and why. */
    public record Asked(AccountId by, Instant at, String reason) {}

    /** From when on it is too late. */
    public Instant expiresAt() {
        return asked.at().plus(LIFE);
    }
}
