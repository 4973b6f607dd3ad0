package io.cybervpn.infrastructure.subscription.postgres;

import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Halt;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Read only: rows are appended by a statement, so that they are counted. */
@Entity
@Immutable
@Table(name = "subscription_halt")
class HaltRow {
    @Id UUID id;

    @Column(name = "subscription_id")
    UUID subscriptionId;

    String turn;

    String cause;

    Instant at;

    /** Counts as rows were appended, together with the extensions. */
    long seq;

    Halt toValue() {
        return new Halt(
                id,
                new SubscriptionId(subscriptionId),
                Halt.Turn.valueOf(turn.toUpperCase(Locale.ROOT)),
                Halt.Cause.valueOf(cause.toUpperCase(Locale.ROOT)),
                at);
    }
}
