package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Patience;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.infrastructure.shared.EntityColumns;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The payment table. */
@Singleton
final class PostgresPayments implements Payments {
    /** The patience of {@link Patience#nextLook}, for many rows in one statement. */
    private static final String CLAIM =
            """
            update payment p set look_at = cast(:now as timestamptz)
                + least(cast(:longest as bigint), greatest(cast(:shortest as bigint),
                    cast(extract(epoch from cast(:now as timestamptz) - p.created_at) * 500 as bigint)))
                * interval '1 millisecond'
            from (select id from payment where look_at <= :now and provider <> all(:notOf)
                  order by look_at limit :limit for update skip locked) due
            where p.id = due.id
            returning %s"""
                    .formatted(EntityColumns.of("p", PaymentRow.COLUMNS));

    private static final String LOCK_ALL =
            """
            select %s from payment where id = any(cast(cast(:ids as text) as uuid[]))
            order by id for no key update"""
                    .formatted(PaymentRow.COLUMNS);

    /** Taken in the order of {@link #LOCK_ALL}. One just created has its making under way. */
    private static final String LOOK_NOW =
            """
            update payment p set look_at = least(coalesce(p.look_at, :now), :now)
            from (select id from payment
                  where id = any(cast(cast(:ids as text) as uuid[]))
                    and state in ('unknown', 'pending', 'expired')
                  order by id for no key update) named
            where p.id = named.id""";

    private static final String BY_REFERENCE =
            "select id from payment where provider = :provider and provider_reference = :reference";

    private static final String ORPHAN =
            "update payment set payer_gone = true where payer = :payer and not payer_gone";

    /** What was booked stays booked to whom it was: the proof of the books looks there. */
    private static final String REOWN =
            """
            update payment set payer = :into,
                booked_to = case when state = 'captured' then coalesce(booked_to, payer) end
            where payer = :from""";

    @Override
    public Uni<Void> orphan(AccountId payer) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(ORPHAN)
                                        .setParameter("payer", payer.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(REOWN)
                                        .setParameter("from", from.value())
                                        .setParameter("into", into.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> add(Payment.Created payment, Instant lookAt) {
        return Panache.getSession()
                .chain(session -> session.persist(PaymentRow.of(payment, lookAt)));
    }

    @Override
    public Uni<Optional<Payment>> lock(PaymentId payment) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.find(
                                        PaymentRow.class,
                                        payment.value(),
                                        LockModeType.PESSIMISTIC_WRITE))
                .map(row -> Optional.ofNullable(row).map(PaymentRow::payment));
    }

    @Override
    public Uni<List<Payment>> lockAll(Collection<PaymentId> payments) {
        String ids = array(payments);
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(LOCK_ALL, PaymentRow.class)
                                        .setParameter("ids", ids)
                                        .getResultList())
                .map(rows -> rows.stream().map(PaymentRow::payment).toList());
    }

    private static String array(Collection<PaymentId> payments) {
        return payments.stream()
                .map(payment -> payment.value().toString())
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public Uni<Void> lookNow(Collection<PaymentId> payments, Instant now) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(LOOK_NOW)
                                        .setParameter("ids", array(payments))
                                        .setParameter("now", now)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Payment>> find(PaymentId payment) {
        return Panache.getSession()
                .chain(session -> session.find(PaymentRow.class, payment.value()))
                .map(row -> Optional.ofNullable(row).map(PaymentRow::payment));
    }

    @Override
    public Uni<Optional<PaymentId>> byReference(String provider, String reference) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(BY_REFERENCE, UUID.class)
                                        .setParameter("provider", provider)
                                        .setParameter("reference", reference)
                                        .getResultList())
                .map(ids -> ids.stream().findFirst().map(PaymentId::new));
    }

    @Override
    public Uni<Void> saveAll(List<? extends Payment> payments) {
        return Panache.getSession()
                .chain(
                        session ->
                                Multi.createFrom()
                                        .iterable(payments)
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                payment -> save(session, payment))
                                        .collect()
                                        .last())
                .replaceWithVoid();
    }

    /** What is held is in the session: nothing is asked here, and one flush writes all. */
    private static Uni<PaymentRow> save(Mutiny.Session session, Payment payment) {
        return session.find(PaymentRow.class, payment.id().value())
                .invoke(row -> row.become(payment));
    }

    @Override
    public Uni<List<Payment>> claimDue(
            Instant now, Patience patience, int limit, Set<String> notOf) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(CLAIM, PaymentRow.class)
                                        .setParameter("now", now)
                                        .setParameter("shortest", patience.shortest().toMillis())
                                        .setParameter("longest", patience.longest().toMillis())
                                        .setParameter("limit", limit)
                                        .setParameter("notOf", notOf.toArray(new String[0]))
                                        .getResultList())
                .map(rows -> rows.stream().map(PaymentRow::payment).toList());
    }
}
