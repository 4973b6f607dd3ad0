package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.application.payment.port.Spendings;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Spending;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Looks at the order or invoice that a payment is for, in the session of the open unit of work.
 * Where the buyer's wallet paid too, its payment names its part, and the rest is the other's.
 */
@Singleton
final class PostgresSpendings implements Spendings {
    private static final String RESOLVED =
            """
            select u.id from unmatched_money u join payment p on p.id = u.payment_id
            where p.id = :payment and p.state = 'flagged' and u.reference = p.provider_reference
                and u.resolution is not null""";

    /** What a payment is for has one row here: an order, or an invoice that staff wrote. */
    private static final String SALE =
            """
            select o.status, o.total_minor, o.asset, p.closed_at < :settled,
                case when p.provider = 'wallet' then p.amount_minor
                    when o.payment_id = p.id then o.total_minor - (
                        select coalesce(sum(w.amount_minor), 0) from payment w
                        where w.subject = o.id and w.provider = 'wallet') end
            from (select id, status, total_minor, asset, payment_id from sales_order
                union all select id, status, total_minor, asset, payment_id from invoice
                    where order_id is null) o
            join payment p on p.id = :payment
            where o.id = :subject""";

    /** After that long it was given up: the money is in the wallet, or was spent from it. */
    private static final Duration SETTLING = Duration.ofMinutes(1);

    private final Clock clock;

    @Inject
    PostgresSpendings(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Spending> of(PaymentId payment, UUID subject) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(RESOLVED, UUID.class)
                                        .setParameter("payment", payment.value())
                                        .getResultList())
                .chain(
                        resolved ->
                                resolved.isEmpty()
                                        ? ofSale(payment, subject)
                                        : Uni.createFrom().item(new Spending.Resolved()));
    }

    private Uni<Spending> ofSale(PaymentId payment, UUID subject) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(SALE, Object[].class)
                                        .setParameter("payment", payment.value())
                                        .setParameter("subject", subject)
                                        .setParameter("settled", clock.instant().minus(SETTLING))
                                        .getResultList())
                .map(PostgresSpendings::spending);
    }

    private static Spending spending(List<Object[]> sales) {
        return sales.stream()
                .findFirst()
                .map(PostgresSpendings::spending)
                .orElseGet(Spending.Kept::new);
    }

    private static Spending spending(Object[] sale) {
        if (!sale[0].equals("paid")) {
            return (boolean) sale[3] ? new Spending.Kept() : new Spending.Undecided();
        }
        return sale[4] == null
                ? new Spending.Kept()
                : new Spending.Spent(money(sale[1], sale[2]), money(sale[4], sale[2]));
    }

    private static Money money(Object minorUnits, Object asset) {
        return new Money(((Number) minorUnits).longValue(), Asset.of((String) asset));
    }
}
