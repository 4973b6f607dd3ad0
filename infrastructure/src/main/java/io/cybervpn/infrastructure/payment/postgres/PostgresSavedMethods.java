package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.SavedMethodId;
import io.cybervpn.domain.payment.model.KeepConsent;
import io.cybervpn.domain.payment.model.SavedMethod;
import io.cybervpn.domain.payment.repository.SavedMethods;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Saved methods in the session of the open unit of work. */
@Singleton
final class PostgresSavedMethods implements SavedMethods {
    private static final String CONSENT =
            """
            insert into payment_keep_consent (payment_id, account_id, text_version, at)
            values (:payment, :account, :version, :at) on conflict do nothing""";
    private static final String CONSENT_TO =
            """
            select account_id, text_version, at from payment_keep_consent
            where payment_id = :payment""";
    private static final String ADD =
            """
            insert into saved_method (id, account_id, provider, payment_id, sealed_token, title, at)
            select cast(:id as uuid), cast(:account as uuid), :provider, cast(:payment as uuid), :token, :title,
                cast(:at as timestamptz)
            where not exists (
                select 1 from payment_keep_consent where payment_id = :payment and forgotten)
            on conflict (payment_id) do nothing""";
    private static final String COLUMNS =
            "select id, account_id, provider, payment_id, sealed_token, title, at from saved_method";
    private static final String FIND = COLUMNS + " where id = :id and account_id = :account";
    private static final String OF =
            COLUMNS + " where account_id = :account order by id desc limit 100";
    private static final String FORGOTTEN =
            """
            update payment_keep_consent set forgotten = true
            where payment_id in (select payment_id from saved_method where\s""";
    private static final String REMOVE = "delete from saved_method where id = :id";
    private static final String NOTE_RELEASE =
            """
            insert into saved_method_release (id, provider, sealed_token, at)
            values (:id, :provider, :token, :at) on conflict do nothing""";
    private static final String TO_RELEASE =
            "select provider, sealed_token from saved_method_release where id = :id";
    private static final String RELEASED = "delete from saved_method_release where id = :id";
    private static final String REMOVE_ALL = "delete from saved_method where account_id = :account";
    private static final List<String> REOWN =
            List.of(
                    "update saved_method set account_id = :into where account_id = :from",
                    "update payment_keep_consent set account_id = :into where account_id = :from");
    private static final String NOTE =
            """
            insert into payment_charge (payment_id, subject, method_id, at)
            values (:payment, :subject, :method, :at) on conflict (subject) do nothing""";
    private static final String IS_CHARGE =
            "select method_id from payment_charge where payment_id = :payment";

    @Override
    public Uni<Void> consent(KeepConsent consent) {
        return write(
                        CONSENT,
                        Map.of(
                                "payment", consent.payment().value(),
                                "account", consent.account().value(),
                                "version", consent.textVersion(),
                                "at", consent.at()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<KeepConsent>> consentTo(PaymentId payment) {
        return rows(CONSENT_TO, Map.of("payment", payment.value()))
                .map(rows -> rows.stream().findFirst().map(row -> consent(payment, row)));
    }

    private static KeepConsent consent(PaymentId payment, Object[] row) {
        return new KeepConsent(
                payment, new AccountId((UUID) row[0]), (String) row[1], instant(row[2]));
    }

    @Override
    public Uni<Boolean> add(SavedMethod method) {
        return write(
                        ADD,
                        Map.of(
                                "id", method.id().value(),
                                "account", method.account().value(),
                                "provider", method.provider(),
                                "payment", method.payment().value(),
                                "token", method.sealedToken(),
                                "title", method.title(),
                                "at", method.at()))
                .map(added -> added == 1);
    }

    @Override
    public Uni<Optional<SavedMethod>> find(SavedMethodId method, AccountId account) {
        return rows(FIND, Map.of("id", method.value(), "account", account.value()))
                .map(rows -> rows.stream().findFirst().map(PostgresSavedMethods::method));
    }

    @Override
    public Uni<List<SavedMethod>> of(AccountId account) {
        return rows(OF, Map.of("account", account.value()))
                .map(rows -> rows.stream().map(PostgresSavedMethods::method).toList());
    }

    private static SavedMethod method(Object[] row) {
        return new SavedMethod(
                new SavedMethodId((UUID) row[0]),
                new AccountId((UUID) row[1]),
                (String) row[2],
                new PaymentId((UUID) row[3]),
                (String) row[4],
                (String) row[5],
                instant(row[6]));
    }

    private static Instant instant(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }

    @Override
    public Uni<Void> remove(SavedMethodId method) {
        Map<String, Object> values = Map.of("id", method.value());
        return write(FORGOTTEN + "id = :id)", values)
                .chain(() -> write(REMOVE, values))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> noteRelease(SavedMethod method) {
        return write(
                        NOTE_RELEASE,
                        Map.of(
                                "id", method.id().value(),
                                "provider", method.provider(),
                                "token", method.sealedToken(),
                                "at", method.at()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Release>> toRelease(SavedMethodId method) {
        return rows(TO_RELEASE, Map.of("id", method.value()))
                .map(
                        rows ->
                                rows.stream()
                                        .findFirst()
                                        .map(
                                                row ->
                                                        new Release(
                                                                method,
                                                                (String) row[0],
                                                                (String) row[1])));
    }

    @Override
    public Uni<Void> released(SavedMethodId method) {
        return write(RELEASED, Map.of("id", method.value())).replaceWithVoid();
    }

    @Override
    public Uni<Void> removeAllOf(AccountId account) {
        Map<String, Object> values = Map.of("account", account.value());
        return write(FORGOTTEN + "account_id = :account)", values)
                .chain(() -> write(REMOVE_ALL, values))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        Map<String, Object> values = Map.of("from", from.value(), "into", into.value());
        return write(REOWN.getFirst(), values)
                .chain(() -> write(REOWN.getLast(), values))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> noteCharge(Charge charge) {
        return write(
                        NOTE,
                        Map.of(
                                "payment", charge.payment().value(),
                                "subject", charge.subject(),
                                "method", charge.method().value(),
                                "at", charge.at()))
                .map(noted -> noted == 1);
    }

    @Override
    public Uni<Boolean> isCharge(PaymentId payment) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(IS_CHARGE, UUID.class)
                                        .setParameter("payment", payment.value())
                                        .getResultList())
                .map(rows -> !rows.isEmpty());
    }

    private static Uni<Integer> write(String sql, Map<String, Object> values) {
        return Panache.getSession()
                .chain(
                        session -> {
                            var query = session.createNativeQuery(sql);
                            values.forEach(query::setParameter);
                            return query.executeUpdate();
                        });
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
