package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.SecondFactor;
import io.cybervpn.domain.identity.model.TokenHash;
import io.cybervpn.domain.identity.repository.SecondFactors;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Second factors by plain SQL in the session of the open unit of work. */
@Singleton
final class PostgresSecondFactors implements SecondFactors {
    private static final String LOCK =
            """
            select account_id, sealed_secret, active, last_step, recovery, since
            from second_factor where account_id = :account for update""";
    private static final String PUT =
            """
            insert into second_factor
                (account_id, sealed_secret, active, last_step, recovery, since)
            values (:account, :secret, :active, :step, :recovery, :since)
            on conflict (account_id) do update set
                sealed_secret = excluded.sealed_secret, active = excluded.active,
                last_step = excluded.last_step, recovery = excluded.recovery,
                since = excluded.since""";
    private static final String REMOVE = "delete from second_factor where account_id = :account";

    /** A row, as both states share it. */
    private record Kept(boolean active, long step, Set<TokenHash> recovery) {}

    @Override
    public Uni<Optional<SecondFactor>> lock(AccountId account) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(LOCK, Object[].class)
                                        .setParameter("account", account.value())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(PostgresSecondFactors::factor));
    }

    private static SecondFactor factor(Object[] row) {
        AccountId account = new AccountId((UUID) row[0]);
        String sealed = (String) row[1];
        Instant since = ((OffsetDateTime) row[5]).toInstant();
        return (boolean) row[2]
                ? new SecondFactor.Active(
                        account,
                        sealed,
                        ((Number) row[3]).longValue(),
                        hashes((String) row[4]),
                        since)
                : new SecondFactor.Proposed(account, sealed, since);
    }

    private static Set<TokenHash> hashes(String column) {
        return Stream.of(column.split(","))
                .filter(hash -> !hash.isEmpty())
                .map(TokenHash::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Kept kept(SecondFactor factor) {
        return switch (factor) {
            case SecondFactor.Proposed _ -> new Kept(false, 0, Set.of());
            case SecondFactor.Active active -> new Kept(true, active.lastStep(), active.recovery());
        };
    }

    @Override
    public Uni<Void> put(SecondFactor factor) {
        Kept kept = kept(factor);
        String recovery =
                kept.recovery().stream()
                        .map(TokenHash::hex)
                        .sorted()
                        .collect(Collectors.joining(","));
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(PUT)
                                        .setParameter("account", factor.account().value())
                                        .setParameter("secret", factor.sealedSecret())
                                        .setParameter("active", kept.active())
                                        .setParameter("step", kept.step())
                                        .setParameter("recovery", recovery)
                                        .setParameter("since", factor.since())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(AccountId account) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(REMOVE)
                                        .setParameter("account", account.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
