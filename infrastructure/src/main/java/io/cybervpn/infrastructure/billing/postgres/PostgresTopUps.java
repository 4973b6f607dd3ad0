package io.cybervpn.infrastructure.billing.postgres;

import io.cybervpn.domain.billing.TopUpId;
import io.cybervpn.domain.billing.model.TopUp;
import io.cybervpn.domain.billing.repository.TopUps;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Top-ups in the session of the open unit of work. */
@Singleton
final class PostgresTopUps implements TopUps {
    private static final String ADD =
            """
            insert into top_up (id, account_id, request_key, payment_method, asset, amount_minor,
                created_at, expires_at)
            values (:id, :account, :key, :method, :asset, :amount, :createdAt, :expiresAt)
            on conflict (account_id, request_key) do nothing""";
    private static final String WISHED_BY =
            """
            select id, payment_method, asset, amount_minor, created_at, expires_at from top_up
            where account_id = :account and request_key = :key""";
    private static final String REOWN =
            """
            update top_up set account_id = :into, request_key = 'merged ' || id
            where account_id = :from""";

    @Override
    public Uni<Boolean> add(TopUp topUp) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("id", topUp.id().value())
                                        .setParameter("account", topUp.account().value())
                                        .setParameter("key", topUp.requestKey())
                                        .setParameter("method", topUp.paymentMethod())
                                        .setParameter("asset", topUp.amount().asset().code())
                                        .setParameter("amount", topUp.amount().minorUnits())
                                        .setParameter("createdAt", topUp.createdAt())
                                        .setParameter("expiresAt", topUp.expiresAt())
                                        .executeUpdate())
                .map(added -> added == 1);
    }

    @Override
    public Uni<Optional<TopUp>> wishedBy(AccountId account, String requestKey) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(WISHED_BY, Object[].class)
                                        .setParameter("account", account.value())
                                        .setParameter("key", requestKey)
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(row -> topUp(account, requestKey, row)));
    }

    private static TopUp topUp(AccountId account, String requestKey, Object[] row) {
        return new TopUp(
                new TopUpId((UUID) row[0]),
                account,
                requestKey,
                (String) row[1],
                new Money(((Number) row[3]).longValue(), Asset.of((String) row[2])),
                ((OffsetDateTime) row[4]).toInstant(),
                ((OffsetDateTime) row[5]).toInstant());
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
}
