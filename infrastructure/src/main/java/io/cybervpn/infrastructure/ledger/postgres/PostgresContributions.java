package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.ledger.model.Contribution;
import io.cybervpn.domain.ledger.model.Draw;
import io.cybervpn.domain.ledger.repository.Contributions;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/** What wallets set aside or gave, in the session of the open unit of work. */
@Singleton
final class PostgresContributions implements Contributions {
    private static final String SELECT =
            """
            select subject, owner, asset, state, time, paid_minor, grants::text,
                returned_paid_minor, returned_grants::text
            from wallet_contribution where""";
    private static final String FIND = SELECT + " subject = :subject";
    private static final String HELD_FOR =
            SELECT + " state = 'held' and subject = any(:subjects) order by owner, asset, subject";
    private static final String HELD_BY =
            SELECT + " state = 'held' and owner = :owner order by asset, subject";
    private static final String SAVE =
            """
            insert into wallet_contribution as c (subject, owner, asset, state, time, paid_minor,
                granted_minor, grants, returned_paid_minor, returned_grants, changed_at)
            values (:subject, :owner, :asset, :state, :time, :paid, :granted,
                cast(cast(:grants as text) as jsonb), :returnedPaid,
                cast(cast(:returnedGrants as text) as jsonb), :now)
            on conflict (subject) do update set state = excluded.state, time = excluded.time,
                paid_minor = excluded.paid_minor, granted_minor = excluded.granted_minor,
                grants = excluded.grants, returned_paid_minor = excluded.returned_paid_minor,
                returned_grants = excluded.returned_grants, changed_at = excluded.changed_at""";
    private static final String REOWN =
            "update wallet_contribution set owner = :into where owner = :from";

    @Override
    public Uni<Optional<Contribution>> find(UUID subject) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(FIND, Object[].class)
                                        .setParameter("subject", subject)
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(PostgresContributions::contribution));
    }

    @Override
    public Uni<List<Contribution.Held>> heldFor(Collection<UUID> subjects) {
        return held(HELD_FOR, "subjects", subjects.toArray(UUID[]::new));
    }

    @Override
    public Uni<List<Contribution.Held>> heldBy(AccountId owner) {
        return held(HELD_BY, "owner", owner.value());
    }

    private static Uni<List<Contribution.Held>> held(String query, String name, Object value) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(query, Object[].class)
                                        .setParameter(name, value)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .map(PostgresContributions::contribution)
                                        .map(Contribution.Held.class::cast)
                                        .toList());
    }

    @Override
    public Uni<Void> save(Contribution contribution, Instant now) {
        return Panache.getSession()
                .chain(session -> save(session, contribution, now).executeUpdate())
                .replaceWithVoid();
    }

    private static Mutiny.MutationQuery save(
            Mutiny.Session session, Contribution contribution, Instant now) {
        Draw draw = contribution.draw();
        Draw returned = returned(contribution);
        return session.createNativeQuery(SAVE)
                .setParameter("subject", contribution.subject())
                .setParameter("owner", contribution.owner().value())
                .setParameter("asset", draw.paid().asset().code())
                .setParameter("state", state(contribution))
                .setParameter("time", contribution.time())
                .setParameter("paid", draw.paid().minorUnits())
                .setParameter("granted", draw.fromGrants().minorUnits())
                .setParameter("grants", grants(draw))
                .setParameter("returnedPaid", returned.paid().minorUnits())
                .setParameter("returnedGrants", grants(returned))
                .setParameter("now", now);
    }

    private static String state(Contribution contribution) {
        return switch (contribution) {
            case Contribution.Held _ -> "held";
            case Contribution.Released _ -> "released";
            case Contribution.Spent _ -> "spent";
        };
    }

    private static Draw returned(Contribution contribution) {
        return switch (contribution) {
            case Contribution.Spent spent -> spent.returned();
            case Contribution.Held _, Contribution.Released _ ->
                    new Draw(Money.zero(contribution.draw().paid().asset()), List.of());
        };
    }

    private static String grants(Draw draw) {
        JsonArray all = new JsonArray();
        draw.granted()
                .forEach(
                        use ->
                                all.add(
                                        JsonArray.of(
                                                use.grant().value().toString(),
                                                use.amount().minorUnits())));
        return all.encode();
    }

    private static Contribution contribution(Object[] row) {
        UUID subject = (UUID) row[0];
        AccountId owner = new AccountId((UUID) row[1]);
        Asset asset = Asset.of((String) row[2]);
        int time = ((Number) row[4]).intValue();
        Draw draw = draw(row[5], row[6], asset);
        return switch ((String) row[3]) {
            case "held" -> new Contribution.Held(subject, owner, draw, time);
            case "released" -> new Contribution.Released(subject, owner, draw, time);
            case "spent" ->
                    new Contribution.Spent(subject, owner, draw, time, draw(row[7], row[8], asset));
            case String state -> throw new IllegalStateException(subject + " is " + state);
        };
    }

    private static Draw draw(Object paid, Object grants, Asset asset) {
        JsonArray uses = new JsonArray((String) grants);
        return new Draw(
                new Money(((Number) paid).longValue(), asset),
                IntStream.range(0, uses.size())
                        .mapToObj(uses::getJsonArray)
                        .map(use -> use(use, asset))
                        .toList());
    }

    private static Draw.Use use(JsonArray use, Asset asset) {
        return new Draw.Use(
                new GrantId(UUID.fromString(use.getString(0))), new Money(use.getLong(1), asset));
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
