package io.cybervpn.infrastructure.subscription.postgres;

import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.PlanChange;
import io.cybervpn.infrastructure.shared.RateArrays;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Read only: rows are appended by a statement that can say "done before". */
@Entity
@Immutable
@Table(name = "subscription_change")
class PlanChangeRow {
    @Id UUID id;

    @Column(name = "subscription_id")
    UUID subscriptionId;

    String key;

    @Column(name = "from_plan")
    UUID fromPlan;

    @Column(name = "to_plan")
    UUID toPlan;

    @Column(name = "term_days")
    int termDays;

    String[] assets;

    Long[] minor;

    @Column(name = "keeps_free_time")
    boolean keepsFreeTime;

    Instant at;

    @Column(name = "end_before")
    Instant endBefore;

    @Column(name = "end_after")
    Instant endAfter;

    /** Counts as rows were appended, together with the extensions. */
    long seq;

    PlanChange toValue() {
        return new PlanChange(
                id,
                new SubscriptionId(subscriptionId),
                key,
                new PlanId(fromPlan),
                new PlanId(toPlan),
                RateArrays.rates(termDays, assets, minor),
                keepsFreeTime,
                at,
                endBefore,
                endAfter);
    }
}
