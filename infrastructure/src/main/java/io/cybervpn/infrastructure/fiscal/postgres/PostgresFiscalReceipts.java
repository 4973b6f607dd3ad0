package io.cybervpn.infrastructure.fiscal.postgres;

import io.cybervpn.domain.fiscal.FiscalReceiptId;
import io.cybervpn.domain.fiscal.model.Coverage;
import io.cybervpn.domain.fiscal.model.FiscalReceipt;
import io.cybervpn.domain.fiscal.model.ReceiptCause;
import io.cybervpn.domain.fiscal.model.ReceiptOrder;
import io.cybervpn.domain.fiscal.repository.FiscalReceipts;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.infrastructure.shared.JsonRows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The tables fiscal_receipt and fiscal_coverage. */
@Singleton
final class PostgresFiscalReceipts implements FiscalReceipts {
    private static final String COVER =
            """
            insert into fiscal_coverage (provider, asset, registrar, since, seen_at)
            select provider, :asset, :registrar, :now, :now
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (provider text)
            on conflict (provider) do update set asset = excluded.asset,
                registrar = excluded.registrar, seen_at = excluded.seen_at,
                since = case when fiscal_coverage.seen_at < excluded.seen_at - interval '1 day'
                        or fiscal_coverage.asset <> excluded.asset
                    then excluded.since else fiscal_coverage.since end
            where fiscal_coverage.seen_at < excluded.seen_at""";
    private static final String ADD =
            """
            insert into fiscal_receipt (id, registrar, payment_id, cause, about, state, amount_minor, asset,
                paid_at, happened_at, created_at, look_at)
            values (:id, :registrar, :payment, :cause, :about, 'queued', :minor, :asset, :paid, :happened,
                :created, :created)
            on conflict (cause, about) do nothing""";
    private static final String SELECT = "select" + ReceiptRow.COLUMNS + "from fiscal_receipt r ";
    private static final String LOCK_OF =
            SELECT + "where r.cause = :cause and r.about = :about for update";
    private static final String LOCK = SELECT + "where r.id = :id for update";
    private static final String OF_PAYMENT = SELECT + "where r.payment_id = :payment";
    private static final String CLAIM =
            """
            update fiscal_receipt r set attempts = least(r.attempts + 1, 1000000),
                look_at = cast(:now as timestamptz)
                    + least(3600, 60 * power(2, least(r.attempts, 10))) * interval '1 second'
            from (select id from fiscal_receipt
                  where look_at <= :now and registrar = any(string_to_array(:registrars, ','))
                  order by look_at, created_at, id limit :limit for update skip locked) due
            where r.id = due.id returning"""
                    + ReceiptRow.COLUMNS;
    private static final String SAVE =
            """
            update fiscal_receipt set state = :state,
                sent_at = case when :state = 'sent' then cast(:at as timestamptz) end,
                closed_at = case when :state in ('queued', 'sent') then null
                    else cast(:at as timestamptz) end,
                look_at = case :state when 'queued' then cast(:now as timestamptz)
                    when 'sent' then look_at end,
                attempts = case when :state = 'queued' then 0 else attempts end,
                reference = nullif(:reference, ''), link = nullif(:link, ''),
                reason = nullif(:reason, '')
            where id = :id""";

    @Override
    public Uni<Void> cover(Coverage coverage, Instant now) {
        JsonRows rows = new JsonRows();
        coverage.providers().stream().sorted().forEach(one -> rows.add().put("provider", one));
        return run(
                COVER,
                Map.of(
                        "rows",
                        rows.toString(),
                        "asset",
                        coverage.asset().code(),
                        "registrar",
                        coverage.registrar(),
                        "now",
                        now));
    }

    @Override
    public Uni<Void> add(ReceiptOrder order) {
        return run(
                ADD,
                Map.ofEntries(
                        Map.entry("id", order.id().value()),
                        Map.entry("registrar", order.registrar()),
                        Map.entry("payment", order.payment().value()),
                        Map.entry("cause", ReceiptRow.name(order.cause())),
                        Map.entry("about", order.about()),
                        Map.entry("minor", order.amount().minorUnits()),
                        Map.entry("asset", order.amount().asset().code()),
                        Map.entry("paid", order.paidAt()),
                        Map.entry("happened", order.happenedAt()),
                        Map.entry("created", order.createdAt())));
    }

    @Override
    public Uni<Optional<FiscalReceipt>> lockOf(ReceiptCause cause, UUID about) {
        return list(LOCK_OF, Map.of("cause", ReceiptRow.name(cause), "about", about))
                .map(rows -> rows.stream().findFirst());
    }

    @Override
    public Uni<Optional<FiscalReceipt>> lock(FiscalReceiptId id) {
        return list(LOCK, Map.of("id", id.value())).map(rows -> rows.stream().findFirst());
    }

    @Override
    public Uni<List<FiscalReceipt>> ofPayment(PaymentId payment) {
        return list(OF_PAYMENT, Map.of("payment", payment.value()));
    }

    @Override
    public Uni<List<FiscalReceipt.Open>> claimDue(Set<String> registrars, Instant now, int limit) {
        return list(
                        CLAIM,
                        Map.of(
                                "registrars",
                                String.join(",", registrars),
                                "now",
                                now,
                                "limit",
                                limit))
                .map(rows -> rows.stream().map(FiscalReceipt.Open.class::cast).toList());
    }

    @Override
    public Uni<Void> save(FiscalReceipt receipt, Instant now) {
        Map<String, Object> parameters = new HashMap<>(state(receipt, now));
        parameters.put("id", receipt.id().value());
        parameters.put("now", now);
        List.of("reference", "link", "reason").forEach(name -> parameters.putIfAbsent(name, ""));
        return run(SAVE, parameters);
    }

    private static Map<String, Object> state(FiscalReceipt receipt, Instant now) {
        return switch (receipt) {
            case FiscalReceipt.Queued _ -> Map.of("state", "queued", "at", now);
            case FiscalReceipt.Sent(_, var at) -> Map.of("state", "sent", "at", at);
            case FiscalReceipt.Registered(_, var registration, var at) ->
                    Map.of(
                            "state",
                            "registered",
                            "at",
                            at,
                            "reference",
                            registration.reference(),
                            "link",
                            registration.link().map(URI::toString).orElse(""));
            case FiscalReceipt.GivenUp(_, var reason, var at) ->
                    Map.of("state", "given_up", "at", at, "reason", reason);
            case FiscalReceipt.Cancelled(_, var byHand, var reason, var at) ->
                    Map.of("state", byHand ? "by_hand" : "cancelled", "at", at, "reason", reason);
        };
    }

    private static Uni<Void> run(String sql, Map<String, Object> parameters) {
        return Panache.getSession()
                .chain(
                        session -> {
                            var query = session.createNativeQuery(sql);
                            parameters.forEach(query::setParameter);
                            return query.executeUpdate();
                        })
                .replaceWithVoid();
    }

    private static Uni<List<FiscalReceipt>> list(String sql, Map<String, Object> parameters) {
        return Panache.getSession()
                .chain(
                        session -> {
                            var query = session.createNativeQuery(sql, Object[].class);
                            parameters.forEach(query::setParameter);
                            return query.getResultList();
                        })
                .map(rows -> rows.stream().map(ReceiptRow::receipt).toList());
    }
}
