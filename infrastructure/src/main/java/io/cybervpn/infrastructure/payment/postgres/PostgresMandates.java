package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Mandate;
import io.cybervpn.domain.payment.repository.Mandates;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Agreements in the session of the open unit of work. */
@Singleton
final class PostgresMandates implements Mandates {
    private static final String ADD =
            """
            insert into payment_mandate (payment_id, subject, payer, provider, amount_minor, asset,
                period_days, text_version, agreed_at, state)
            values (:payment, :subject, :payer, :provider, :amount, :asset, :days, :version, :at,
                'offered')""";
    private static final String SELECT = "select " + MandateColumns.NAMES + " from payment_mandate";
    private static final String FIND = SELECT + " where payment_id = :payment";
    private static final String OF_SUBJECTS =
            SELECT
                    + " where subject = any(cast(cast(:subjects as text) as uuid[]))"
                    + " order by agreed_at, payment_id";
    private static final String OPEN_OF =
            SELECT
                    + " where payer = :payer and (state in ('offered', 'running', 'failed')"
                    + " or to_tell = 'allow') order by payment_id for update";

    /** What is absent is an empty text: a driver cannot tell the type of nothing. */
    private static final String SAVE =
            """
            update payment_mandate set state = :state,
                paid_until = cast(nullif(cast(:until as text), '') as timestamptz),
                ended_at = cast(nullif(cast(:ended as text), '') as timestamptz),
                to_tell = nullif(cast(:tell as text), ''),
                heard_number = cast(nullif(cast(:heard as text), '') as bigint),
                heard_at = cast(nullif(cast(:heardAt as text), '') as timestamptz),
                look_at = cast(nullif(cast(:look as text), '') as timestamptz)
            where payment_id = :payment""";

    private static final String REOWN =
            "update payment_mandate set payer = :into where payer = :from";
    private static final String NOTE =
            """
            insert into payment_mandate_charge (payment_id, mandate, at)
            values (:payment, :mandate, :at)""";
    private static final String CLAIM =
            """
            with due as (select payment_id, look_at as was from payment_mandate
                where look_at <= :now order by look_at limit :limit for update skip locked)
            update payment_mandate m set look_at = :lease from due
            where m.payment_id = due.payment_id
            returning\s"""
                    + MandateColumns.NAMES_OF_M
                    + ", due.was";

    @Override
    public Uni<Void> add(Mandate mandate, String textVersion, Instant agreedAt) {
        return write(
                ADD,
                Map.of(
                        "payment", mandate.payment().value(),
                        "subject", mandate.subject(),
                        "payer", mandate.payer().value(),
                        "provider", mandate.provider(),
                        "amount", mandate.amount().minorUnits(),
                        "asset", mandate.amount().asset().code(),
                        "days", (int) mandate.period().toDays(),
                        "version", textVersion,
                        "at", agreedAt));
    }

    @Override
    public Uni<Optional<Mandate>> find(PaymentId payment) {
        return one(FIND, payment);
    }

    @Override
    public Uni<Optional<Mandate>> lock(PaymentId payment) {
        return one(FIND + " for update", payment);
    }

    private static Uni<Optional<Mandate>> one(String sql, PaymentId payment) {
        return rows(sql, Map.of("payment", payment.value()))
                .map(rows -> rows.stream().findFirst().map(MandateColumns::mandate));
    }

    @Override
    public Uni<Void> save(Mandate mandate, Optional<Instant> lookAt) {
        Map<String, Object> values = new HashMap<>(MandateColumns.values(mandate));
        values.put("payment", mandate.payment().value());
        values.put("look", lookAt.map(Instant::toString).orElse(""));
        return write(SAVE, values);
    }

    @Override
    public Uni<List<Mandate>> ofSubjects(Collection<UUID> subjects) {
        String ids =
                subjects.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        return rows(OF_SUBJECTS, Map.of("subjects", ids)).map(PostgresMandates::mandates);
    }

    @Override
    public Uni<List<Mandate>> lockOpenOf(AccountId payer) {
        return rows(OPEN_OF, Map.of("payer", payer.value())).map(PostgresMandates::mandates);
    }

    private static List<Mandate> mandates(List<Object[]> rows) {
        return rows.stream().map(MandateColumns::mandate).toList();
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return write(REOWN, Map.of("from", from.value(), "into", into.value()));
    }

    @Override
    public Uni<Void> noteCharge(PaymentId charge, PaymentId mandate, Instant at) {
        return write(NOTE, Map.of("payment", charge.value(), "mandate", mandate.value(), "at", at));
    }

    @Override
    public Uni<List<Mandate>> claimDue(Instant now, Instant lease, int limit) {
        return rows(CLAIM, Map.of("now", now, "lease", lease, "limit", limit))
                .map(rows -> rows.stream().sorted(MandateColumns.LONGEST_DUE).toList())
                .map(PostgresMandates::mandates);
    }

    private static Uni<Void> write(String sql, Map<String, Object> values) {
        return Panache.getSession()
                .chain(
                        session -> {
                            var query = session.createNativeQuery(sql);
                            values.forEach(query::setParameter);
                            return query.executeUpdate();
                        })
                .replaceWithVoid();
    }

    private static Uni<List<Object[]>> rows(String sql, Map<String, Object> values) {
        return Panache.getSession()
                .chain(
                        session -> {
                            var query = session.createNativeQuery(sql, Object[].class);
                            values.forEach(query::setParameter);
                            return query.getResultList();
                        });
    }
}
