package io.cybervpn.infrastructure.subscription.postgres;

import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Gift;
import io.cybervpn.domain.subscription.model.Grant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Read only: rows are appended by a statement that can say "given before". */
@Entity
@Immutable
@Table(name = "subscription_grant")
class GrantRow {
    @Id UUID id;

    @Column(name = "subscription_id")
    UUID subscriptionId;

    String key;

    String kind;

    int days;

    boolean yields;

    String why;

    Instant at;

    @Column(name = "end_before")
    Instant endBefore;

    @Column(name = "end_after")
    Instant endAfter;

    /** Counts as rows were appended, together with the extensions. */
    long seq;

    Grant toValue() {
        return new Grant(
                id,
                new SubscriptionId(subscriptionId),
                key,
                new Gift(Gift.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), days, yields, why),
                at,
                endBefore,
                endAfter);
    }
}
