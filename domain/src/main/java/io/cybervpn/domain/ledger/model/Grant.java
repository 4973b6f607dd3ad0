package io.cybervpn.domain.ledger.model;

import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something that a customer was given to spend.
 *
 * @param left what of it is not spent, zero or more
 * @param lapsesAt from this moment on it cannot be spent; empty: never
 */
public record Grant(GrantId id, Money left, Optional<Instant> lapsesAt) {
    /** The first to lapse comes first, what never lapses last; of equals the older one. */
    static final Comparator<Grant> SPENDING_ORDER =
            Comparator.comparing((Grant grant) -> grant.lapsesAt().orElse(Instant.MAX))
                    .thenComparing(grant -> grant.id().value().toString());

    /** Whether it can be spent. */
    public boolean isLive(Instant now) {
        return lapsesAt.filter(end -> !end.isAfter(now)).isEmpty();
    }

    Grant minus(Money taken) {
        return new Grant(id, left.minus(taken), lapsesAt);
    }

    Grant plus(Money back) {
        return new Grant(id, left.plus(back), lapsesAt);
    }
}
