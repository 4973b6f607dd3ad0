package io.cybervpn.infrastructure.invoicing.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.invoicing.repository.Parties;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Seller and buyers in the session of the open unit of work. */
@Singleton
final class PostgresParties implements Parties {
    private static final String FIND =
            """
            select name, email, address, tax_id, country from invoice_party
            where owner is not distinct from cast(:owner as uuid)""";
    private static final String VALUES =
            """
            insert into invoice_party (owner, name, email, address, tax_id, country)
            values (cast(:owner as uuid), :name, :email, :address, :taxId, :country)
            on conflict %s do update set name = excluded.name, email = excluded.email,
                address = excluded.address, tax_id = excluded.tax_id, country = excluded.country""";
    private static final String SAVE_SELLER = VALUES.formatted("((true)) where owner is null");
    private static final String SAVE_BUYER = VALUES.formatted("(owner)");
    private static final String REOWN =
            """
            update invoice_party p set owner = :into where owner = :from
                and not exists (select from invoice_party o where o.owner = :into)""";

    @Override
    public Uni<Party> seller() {
        return find(null).map(found -> found.orElseGet(Party::nobody));
    }

    @Override
    public Uni<Void> saveSeller(Party seller) {
        return save(SAVE_SELLER, null, seller);
    }

    @Override
    public Uni<Optional<Party>> buyer(AccountId account) {
        return find(account.value());
    }

    @Override
    public Uni<Void> saveBuyer(AccountId account, Party buyer) {
        return save(SAVE_BUYER, account.value(), buyer);
    }

    private static Uni<Optional<Party>> find(@Nullable UUID owner) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(FIND, Object[].class)
                                        .setParameter("owner", owner)
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(PostgresParties::party));
    }

    private static Party party(Object[] row) {
        return new Party(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4]);
    }

    private static Uni<Void> save(String sql, @Nullable UUID owner, Party party) {
        return Panache.getSession()
                .chain(
                        session ->
                                with(session.createNativeQuery(sql), party)
                                        .setParameter("owner", owner)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Mutiny.MutationQuery with(Mutiny.MutationQuery query, Party party) {
        return query.setParameter("name", party.name())
                .setParameter("email", party.email())
                .setParameter("address", party.address())
                .setParameter("taxId", party.taxId())
                .setParameter("country", party.country());
    }

    @Override
    public Uni<Void> forget(AccountId account) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "delete from invoice_party where owner = :owner")
                                        .setParameter("owner", account.value())
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
                .chain(() -> forget(from));
    }
}
