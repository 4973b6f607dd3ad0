package io.cybervpn.infrastructure.subscription.postgres;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Extension;
import io.cybervpn.domain.subscription.model.Worth;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

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

    @Nullable String asset;

    @Column(name = "paid_minor")
    @Nullable Long paidMinor;

    @Column(name = "price_minor")
    @Nullable Long priceMinor;

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
                new Worth(days, money(paidMinor), money(priceMinor)),
                paidAt,
                fromAt,
                toAt,
                createdAt);
    }

    private Optional<Money> money(@Nullable Long minorUnits) {
        return asset == null || minorUnits == null
                ? Optional.empty()
                : Optional.of(new Money(minorUnits, Asset.of(asset)));
    }
}
