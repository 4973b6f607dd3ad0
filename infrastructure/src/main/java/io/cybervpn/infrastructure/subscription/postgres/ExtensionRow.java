package io.cybervpn.infrastructure.subscription.postgres;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Extension;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Read only: rows are appended by a statement that can say "given before". */
@Entity
@Immutable
@Table(name = "subscription_extension")
class ExtensionRow {
    @Id
    @Column(name = "order_id")
    UUID orderId;

    @Column(name = "subscription_id")
    UUID subscriptionId;

    int days;

    @Column(name = "paid_at")
    Instant paidAt;

    @Column(name = "from_at")
    Instant fromAt;

    @Column(name = "to_at")
    Instant toAt;

    @Column(name = "created_at")
    Instant createdAt;

    /** Counts as rows were appended. */
    long seq;

    Extension toValue() {
        return new Extension(
                new SubscriptionId(subscriptionId),
                new OrderId(orderId),
                days,
                paidAt,
                fromAt,
                toAt,
                createdAt);
    }
}
