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
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One statement over everybody's tables. Queues have no index of whom they are about, but their ids
 * are UUIDv7: only those of the payment's own time, and of its refunds', are read.
 */
@Singleton
final class PostgresPaymentTrail implements PaymentTrail {
    /**
     * Pushes and deliveries that belong to a payment or a refund come while it is open, and this
     * much after.
     */
    private static final Duration AFTERMATH = Duration.ofDays(1);

    /** Shorter names of providers may be in anything. */
    private static final int NAME_LENGTH_MIN = 12;

    /** The payment first, then its refunds. */
    private static final String FIND =
            """
            select subject, provider, provider_reference, created_at,
                coalesce(closed_at, now()) as until
            from payment where id = $1
            union all
            (select r.payment_id, '', r.provider_reference, r.created_at,
                coalesce(r.closed_at, now())
            from refund r where r.payment_id = $1 order by r.created_at)""";

    /**
     * $1 the payment, $2 its subject, $3 its provider, $4 and $5 ids of the times to look at, $6
     * how many, $7 by what pushes name it.
     */
    private static final String TRAIL =
            """
            with times as (select * from unnest($4::uuid[], $5::uuid[]) as t (low, high)),
                names as (select unnest($7::text[]) as name)
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
                    or t.business_key in (select key || $3::text || ':' || p.provider_reference
                        from payment p cross join (values ('provider-fee:'), ('payment-surplus:'),
                            ('reversal-of:payment-surplus:')) prefix(key) where p.id = $1)
                    or t.business_key in (select 'unallocated-resolved:' || u.id
                        from unmatched_money u where u.payment_id = $1)
                    or t.business_key in (select 'invoice-tax:' || i.id
                        from invoice i where i.order_id = $2 or i.payment_id = $1)
                    or t.business_key in (select key || n.id from credit_note n
                        join refund r on r.id = n.refund_id
                        cross join (values ('credit-note-tax:'), ('reversal-of:credit-note-tax:'))
                            prefix(key) where r.payment_id = $1)
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
                select c.at, 1, 'payment', 'charged', 'by the kept method ' || c.method_id
                from payment_charge c where c.payment_id = $1
                union all
                select u.seen_at, 5, 'unmatched', 'kept apart',
                    coalesce(u.received_minor || ' ' || u.received_asset, u.received_text)
                        || ': ' || u.reason
                from unmatched_money u where u.payment_id = $1
                union all
                select u.resolved_at, 5, 'unmatched', u.resolution, u.resolution_reason
                from unmatched_money u where u.payment_id = $1
                union all
                select i.issued_at, 7, 'invoice', 'issued',
                    i.number || ', ' || i.total_minor || ' ' || i.asset
                from invoice i where i.order_id = $2 or i.payment_id = $1
                union all
                select i.paid_at, 7, 'invoice', 'paid', i.number
                from invoice i where i.order_id = $2 or i.payment_id = $1
                union all
                select i.closed_at, 7, 'invoice', i.status, i.number || ': ' || i.close_reason
                from invoice i where i.order_id = $2 or i.payment_id = $1
                union all
                select n.issued_at, 7, 'credit_note', 'issued',
                    n.number || ', ' || n.total_minor || ' ' || n.asset || ', refund ' || n.refund_id
                from credit_note n join refund r on r.id = n.refund_id where r.payment_id = $1
                union all
                select n.cancelled_at, 7, 'credit_note', 'cancelled', n.number
                from credit_note n join refund r on r.id = n.refund_id where r.payment_id = $1
                union all
                select f.created_at, 7, 'receipt', 'queued',
                    f.cause || ', ' || f.amount_minor || ' ' || f.asset || ', ' || f.registrar
                from fiscal_receipt f where f.payment_id = $1
                union all
                select f.closed_at, 8, 'receipt', f.state,
                    f.cause || ', ' || coalesce(f.reference, f.reason)
                from fiscal_receipt f where f.payment_id = $1
                union all
                select e.created_at, 7, 'subscription', 'extended',
                    e.days || ' days, until ' || e.to_at || ', subscription ' || e.subscription_id
                from subscription_extension e where e.order_id = $2
                union all
                select o.created_at, 7, 'subscription', 'add-on',
                    o.amount || ' of ' || o.kind || ', until ' || o.to_at || ', subscription ' || o.subscription_id
                from subscription_add_on o where o.order_id = $2
                union all
                select b.at, 7, 'subscription', case when b.undone then 'restored' else 'shortened' end,
                    b.returned_minor || ' of ' || b.total_minor || ' ' || b.asset || ', refund ' || b.refund_id
                from subscription_return b join refund r on r.id = b.refund_id
                where r.payment_id = $1
                union all
                select a.updated_at, 8, 'panel', 'access ' || a.status,
                    'generation ' || a.applied_generation || ' of ' || a.generation
                        || coalesce(', ' || a.last_error, '')
                from subscription_extension e join access a on a.id = e.subscription_id
                where e.order_id = $2
                union all
                select i.received_at, 3, 'inbox', 'push stored', 'message ' || i.id
                from times join inbox i on i.id between times.low and times.high
                where i.source in ($3, case $3 when 'stars' then 'telegram' end)
                    and exists (select 1 from names where position(names.name in i.body) > 0)
                union all
                select i.settled_at, 4, 'inbox', 'push ' || i.status,
                    'message ' || i.id || ': ' || coalesce(i.note, '')
                from times join inbox i on i.id between times.low and times.high
                where i.source in ($3, case $3 when 'stars' then 'telegram' end)
                    and exists (select 1 from names where position(names.name in i.body) > 0)
                union all
                select coalesce(o.done_at, o.created_at), 9,
                    case when o.handler ~ '\\.mail' then 'message' else 'outbox' end,
                    o.handler || ' ' || o.status,
                    o.event_type || ', ' || o.attempts || ' failed attempts'
                        || coalesce(', ' || o.last_error, '')
                from times join outbox o on o.id between times.low and times.high
                where position($1::text in o.payload::text) > 0
                    or position($2::text in o.payload::text) > 0
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
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .chain(
                        rows ->
                                rows.isEmpty()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : trail(payment, rows).map(Optional::of));
    }

    /** The payment's row comes first; refunds' follow. */
    private Uni<List<Step>> trail(PaymentId payment, List<Row> rows) {
        Row paid = rows.getFirst();
        List<Span> spans = Span.merged(rows.stream().map(PostgresPaymentTrail::span).toList());
        Tuple tuple =
                Tuple.of(
                        payment.value(),
                        paid.getUUID("subject"),
                        paid.getString("provider"),
                        spans.stream().map(Span::low).toArray(UUID[]::new),
                        spans.stream().map(Span::high).toArray(UUID[]::new),
                        STEPS_MAX);
        return pool.preparedQuery(TRAIL)
                .execute(tuple.addArrayOfString(names(payment, rows)))
                .map(
                        found ->
                                StreamSupport.stream(found.spliterator(), false)
                                        .map(PostgresPaymentTrail::step)
                                        .toList());
    }

    private static String[] names(PaymentId payment, List<Row> rows) {
        return Stream.concat(
                        Stream.of(payment.value().toString()),
                        rows.stream()
                                .flatMap(
                                        row ->
                                                Optional.ofNullable(
                                                        row.getString("provider_reference"))
                                                        .stream())
                                .filter(name -> name.length() >= NAME_LENGTH_MIN))
                .toArray(String[]::new);
    }

    private static Span span(Row row) {
        return new Span(
                time(row, "created_at").minusSeconds(1), time(row, "until").plus(AFTERMATH));
    }

    /** A time to look at. */
    private record Span(Instant from, Instant to) {
        UUID low() {
            return firstId(from);
        }

        UUID high() {
            return firstId(to);
        }

        /** The same times, each moment in one of them. */
        static List<Span> merged(List<Span> spans) {
            Deque<Span> merged = new ArrayDeque<>();
            spans.stream()
                    .sorted(Comparator.comparing(Span::from))
                    .forEach(
                            next -> {
                                Span last = merged.peekLast();
                                boolean apart = last == null || last.to().isBefore(next.from());
                                merged.addLast(apart ? next : merged.removeLast().with(next));
                            });
            return List.copyOf(merged);
        }

        private Span with(Span later) {
            return new Span(from, later.to().isAfter(to) ? later.to() : to);
        }
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
