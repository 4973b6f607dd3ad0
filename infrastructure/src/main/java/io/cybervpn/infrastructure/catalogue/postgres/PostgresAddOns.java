package io.cybervpn.infrastructure.catalogue.postgres;

import io.cybervpn.domain.catalogue.AddOn;
import io.cybervpn.domain.catalogue.AddOnId;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.catalogue.repository.AddOns;
import io.cybervpn.domain.catalogue.repository.Written;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Add-ons by plain SQL in the session of the open unit of work. */
@Singleton
final class PostgresAddOns implements AddOns {
    private static final String ALL =
            "select cast(to_jsonb(a) as text) from add_on a order by code limit 200";
    private static final String FIND =
            "select cast(to_jsonb(a) as text) from add_on a where id = :id";
    private static final String PUT =
            """
            insert into add_on
                (id, code, name, kind, amount, days, assets, minor, active, version)
            select :id, :code, cast(cast(:name as text) as jsonb), :kind, cast(:amount as bigint),
                cast(:days as integer), cast(:assets as text[]), cast(:minor as bigint[]),
                cast(:active as boolean), cast(:version as bigint)
            where not exists (select 1 from add_on o where o.code = :code and o.id <> :id)
            on conflict (id) do update set code = excluded.code, name = excluded.name,
                kind = excluded.kind, amount = excluded.amount, days = excluded.days,
                assets = excluded.assets, minor = excluded.minor, active = excluded.active,
                version = excluded.version""";

    @Override
    public Uni<Optional<AddOn>> find(AddOnId id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(FIND, String.class)
                                        .setParameter("id", id.value())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(PostgresAddOns::addOn));
    }

    @Override
    public Uni<Optional<AddOn>> lock(AddOnId id) {
        return Panache.getSession()
                .chain(session -> CodeLocks.turn(session, "add_on", id.value().toString()))
                .chain(() -> find(id));
    }

    @Override
    public Uni<List<AddOn>> all() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ALL, String.class).getResultList())
                .map(rows -> rows.stream().map(PostgresAddOns::addOn).toList());
    }

    @Override
    public Uni<Written> put(AddOn addOn) {
        return Panache.getSession()
                .chain(
                        session ->
                                CodeLocks.write(
                                        session,
                                        "add_on",
                                        addOn.code(),
                                        () -> write(session, addOn)));
    }

    private static Uni<Integer> write(Mutiny.Session session, AddOn addOn) {
        return session.createNativeQuery(PUT)
                .setParameter("id", addOn.id().value())
                .setParameter("code", addOn.code())
                .setParameter("name", Json.encode(addOn.nameI18n()))
                .setParameter("kind", addOn.boost().kind().code())
                .setParameter("amount", addOn.boost().amount())
                .setParameter("days", addOn.days())
                .setParameter(
                        "assets",
                        addOn.prices().stream()
                                .map(price -> price.asset().code())
                                .toArray(String[]::new))
                .setParameter(
                        "minor",
                        addOn.prices().stream().map(Money::minorUnits).toArray(Long[]::new))
                .setParameter("active", addOn.active())
                .setParameter("version", addOn.version())
                .executeUpdate();
    }

    private static AddOn addOn(String row) {
        JsonObject json = new JsonObject(row);
        return new AddOn(
                new AddOnId(UUID.fromString(json.getString("id"))),
                json.getString("code"),
                texts(json.getJsonObject("name")),
                new Boost(
                        Boost.Kind.find(json.getString("kind")).orElseThrow(),
                        json.getLong("amount")),
                json.getInteger("days"),
                prices(json.getJsonArray("assets"), json.getJsonArray("minor")),
                json.getBoolean("active"),
                json.getLong("version"));
    }

    private static Map<String, String> texts(JsonObject json) {
        Map<String, String> texts = new HashMap<>();
        json.fieldNames().forEach(tag -> texts.put(tag, json.getString(tag)));
        return texts;
    }

    private static List<Money> prices(JsonArray assets, JsonArray minor) {
        return IntStream.range(0, assets.size())
                .mapToObj(i -> new Money(minor.getLong(i), Asset.of(assets.getString(i))))
                .toList();
    }
}
