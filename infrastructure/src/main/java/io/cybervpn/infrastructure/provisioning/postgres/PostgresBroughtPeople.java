package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.application.provisioning.imports.Brought;
import io.cybervpn.application.provisioning.imports.BroughtPeople;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table brought_person in the session of the open unit of work. */
@Singleton
final class PostgresBroughtPeople implements BroughtPeople {
    private static final String ADD =
            """
            insert into brought_person (id, shop, row_key, account_id, subscription_id, balance_minor, asset, at)
            values (:id, :shop, :row, :account, cast(:subscription as uuid), cast(:units as bigint),
                cast(:asset as text), :at)
            on conflict (shop, row_key) do nothing""";
    private static final String FIND =
            """
            select id, account_id, subscription_id, balance_minor, asset, at
            from brought_person where shop = :shop and row_key = :row""";
    private static final String REOWN =
            "update brought_person set account_id = :into where account_id = :from";

    @Override
    public Uni<Boolean> add(Brought brought) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", brought.id());
        columns.put("shop", brought.shop());
        columns.put("row", brought.row());
        columns.put("account", brought.account().value());
        columns.put("subscription", brought.subscription().orElse(null));
        columns.put("units", brought.balance().map(Money::minorUnits).orElse(null));
        columns.put("asset", brought.balance().map(money -> money.asset().code()).orElse(null));
        columns.put("at", brought.at());
        return change(ADD, columns).map(stored -> stored == 1);
    }

    @Override
    public Uni<Optional<Brought>> find(String shop, String row) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(FIND, Object[].class)
                                        .setParameter("shop", shop)
                                        .setParameter("row", row)
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(found -> brought(shop, row, found)));
    }

    private static Brought brought(String shop, String row, Object[] found) {
        return new Brought(
                (UUID) found[0],
                shop,
                row,
                new AccountId((UUID) found[1]),
                Optional.ofNullable((UUID) found[2]),
                Optional.ofNullable((Number) found[3])
                        .map(units -> new Money(units.longValue(), Asset.of((String) found[4]))),
                ImportRows.moment(found[5]).orElseThrow());
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return change(REOWN, Map.of("from", from.value(), "into", into.value())).replaceWithVoid();
    }

    private static Uni<Integer> change(
            String sql, Map<String, ? extends @Nullable Object> parameters) {
        return Panache.getSession()
                .map(session -> session.createNativeQuery(sql))
                .invoke(query -> parameters.forEach(query::setParameter))
                .chain(query -> query.executeUpdate());
    }
}
