package io.cybervpn.infrastructure.proof.postgres;

import io.cybervpn.application.proof.port.PaymentTrail;
import io.cybervpn.domain.payment.PaymentId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * One statement over everybody's tables. Queues have no index of whom they are about, but their ids
 * are UUIDv7: only those of the payment's own time are read.
 */
@Singleton
final class PostgresPaymentTrail implements PaymentTrail {
    /**
     * Pushes and deliveries that belong to a payment come while it is open, and this much after.
     */
    private static final Duration AFTERMATH = Duration.ofDays(1);

    private static final String FIND =
            "select subject, provider, created_at, coalesce(closed_at, now()) as until"
                    + " from payment where id = $1";

    /** $1 the payment, $2 its subject, $3 its provider, $4 to $5 ids of its time, $6 how many. */
    private static final String TRAIL =
            """
            select at, source, what, coalesce(detail, '') as detail from (
                select created_at as at, 1 as place, 'payment' as source, 'created' as what,
                    amount_minor || ' ' || asset || ' by ' || provider || ', reference '
                        || coalesce(provider_reference, 'none') as detail
                from payment where id = $1
                union all
                select paid_at, 2, 'provider', 'paid',
                    coalesce(received_minor || ' ' || received_asset, received_text)
                from payment where id = $1
                union all
                select closed_at, 5, 'payment', state, reason from payment where id = $1
                union all
                select created_at, 0, 'order', 'placed', total_minor || ' ' || asset
                from sales_order where id = $2
                union all
                select t.at, 6, 'ledger', t.kind, string_agg(p.account_type
                    || case when p.account_owner = '' then '' else '(' || p.account_owner || ')' end
                    || ' ' || p.minor_units || ' ' || p.asset, ', ' order by p.line)
                from ledger_transaction t join ledger_posting p on p.transaction_id = t.id
                where t.business_key in (
                    'payment-captured:' || $1::text, 'reversal-of:payment-captured:' || $1::text,
                    'payment-unallocated:' || $1::text, 'reversal-of:payment-unallocated:' || $1::text,
                    'order-settled:' || $2::text, 'reversal-of:order-settled:' || $2::text,
                    'wallet-held:' || $2::text, 'hold-released:' || $2::text)
                    or t.business_key in (select key || r.id from refund r
                        cross join (values ('refund:'), ('reversal-of:refund:')) prefix(key)
                        where r.payment_id = $1)
                group by t.id
                union all
                select r.created_at, 5, 'refund', 'wanted by ' || r.cause,
                    r.amount_minor || ' ' || r.asset || ' to ' || r.destination || ': ' || r.reason
                from refund r where r.payment_id = $1
                union all
                select r.closed_at, 5, 'refund', r.state, coalesce(r.failure, r.provider_reference)
                from refund r where r.payment_id = $1
                union all
                select e.created_at, 7, 'subscription', 'extended',
                    e.days || ' days, until ' || e.to_at || ', subscription ' || e.subscription_id
                from subscription_extension e where e.order_id = $2
                union all
                select o.created_at, 7, 'subscription', 'add-on',
                    o.amount || ' of ' || o.kind || ', until ' || o.to_at || ', subscription ' || o.subscription_id
                from subscription_add_on o where o.order_id = $2
                union all
                select a.updated_at, 8, 'panel', 'access ' || a.status,
                    'generation ' || a.applied_generation || ' of ' || a.generation
                        || coalesce(', ' || a.last_error, '')
                from subscription_extension e join access a on a.id = e.subscription_id
                where e.order_id = $2
                union all
                select i.received_at, 3, 'inbox', 'push stored', 'message ' || i.id
                from inbox i where i.id between $4 and $5 and i.source = $3
                    and position($1::text in i.body) > 0
                union all
                select i.settled_at, 4, 'inbox', 'push ' || i.status,
                    'message ' || i.id || ': ' || coalesce(i.note, '')
                from inbox i where i.id between $4 and $5 and i.source = $3
                    and position($1::text in i.body) > 0
                union all
                select coalesce(o.done_at, o.created_at), 9, 'outbox', o.handler || ' ' || o.status,
                    o.event_type || ', ' || o.attempts || ' failed attempts'
                        || coalesce(', ' || o.last_error, '')
                from outbox o where o.id between $4 and $5
                    and (position($1::text in o.payload::text) > 0
                        or position($2::text in o.payload::text) > 0)
                union all
                select a.at, 10, 'audit', a.action, a.reason
                from audit_entry a
                where (a.object_type, a.object_id) in (('payment', $1::text), ('order', $2::text))
            ) told
            where at is not null order by at, place limit $6""";

    private final Pool pool;

    @Inject
    PostgresPaymentTrail(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<List<Step>>> of(PaymentId payment) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(payment.value()))
                .chain(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .findFirst()
                                        .map(row -> trail(payment, row).map(Optional::of))
                                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<List<Step>> trail(PaymentId payment, Row row) {
        return pool.preparedQuery(TRAIL)
                .execute(
                        Tuple.of(
                                payment.value(),
                                row.getUUID("subject"),
                                row.getString("provider"),
                                firstId(time(row, "created_at").minusSeconds(1)),
                                firstId(time(row, "until").plus(AFTERMATH)),
                                STEPS_MAX))
                .map(
                        found ->
                                StreamSupport.stream(found.spliterator(), false)
                                        .map(PostgresPaymentTrail::step)
                                        .toList());
    }

    private static Step step(Row row) {
        return new Step(
                time(row, "at"),
                row.getString("source"),
                row.getString("what"),
                row.getString("detail"));
    }

    /** The least UUIDv7 of a millisecond (RFC 9562, 5.7). */
    private static UUID firstId(Instant at) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000L, 0x8000_0000_0000_0000L);
    }

    private static Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time.toInstant();
    }
}
