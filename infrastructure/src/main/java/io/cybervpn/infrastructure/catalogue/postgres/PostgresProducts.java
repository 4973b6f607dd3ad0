package io.cybervpn.infrastructure.catalogue.postgres;

import io.cybervpn.domain.catalogue.ProductId;
import io.cybervpn.domain.catalogue.model.Product;
import io.cybervpn.domain.catalogue.model.ProductContent;
import io.cybervpn.domain.catalogue.repository.Products;
import io.cybervpn.domain.catalogue.repository.Written;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/** Products by plain SQL in the session of the open unit of work. */
@Singleton
final class PostgresProducts implements Products {
    private static final String FIND =
            "select cast(to_jsonb(r) as text) from product r where id = :id";
    private static final String LOCK = FIND + " for update";
    private static final String ADD =
            """
            insert into product (id, code, name, description, active, sort_order, version,
                created_at, updated_at)
            values (:id, :code, cast(cast(:name as text) as jsonb),
                cast(cast(:description as text) as jsonb), :active, :sortOrder, :version,
                :createdAt, :updatedAt)
            on conflict (code) do nothing""";
    private static final String SAVE =
            """
            update product set code = :code, name = cast(cast(:name as text) as jsonb),
                description = cast(cast(:description as text) as jsonb), active = :active,
                sort_order = :sortOrder, version = :version, updated_at = :updatedAt
            where id = :id
              and not exists (select 1 from product o where o.code = :code and o.id <> :id)""";

    @Override
    public Uni<Optional<Product>> find(ProductId id) {
        return one(FIND, id);
    }

    @Override
    public Uni<Optional<Product>> lock(ProductId id) {
        return one(LOCK, id);
    }

    private static Uni<Optional<Product>> one(String query, ProductId id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(query, String.class)
                                        .setParameter("id", id.value())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(PostgresProducts::product));
    }

    private static Product product(String row) {
        return CatalogueDocument.product(new JsonObject(row));
    }

    @Override
    public Uni<Written> add(Product product) {
        return write(product, PostgresProducts::insert);
    }

    @Override
    public Uni<Written> save(Product product) {
        return write(product, PostgresProducts::update);
    }

    private static Uni<Written> write(
            Product product, BiFunction<Mutiny.Session, Product, Uni<Integer>> row) {
        return Panache.getSession()
                .chain(
                        session ->
                                CodeLocks.write(
                                        session,
                                        "product",
                                        product.content().code(),
                                        () -> row.apply(session, product)));
    }

    private static Uni<Integer> insert(Mutiny.Session session, Product product) {
        return filled(session.createNativeQuery(ADD), product)
                .setParameter("createdAt", product.createdAt())
                .executeUpdate();
    }

    private static Uni<Integer> update(Mutiny.Session session, Product product) {
        return filled(session.createNativeQuery(SAVE), product).executeUpdate();
    }

    private static Mutiny.MutationQuery filled(Mutiny.MutationQuery query, Product product) {
        ProductContent content = product.content();
        return query.setParameter("id", product.id().value())
                .setParameter("code", content.code())
                .setParameter("name", Json.encode(content.name().byTag()))
                .setParameter("description", Json.encode(content.description().byTag()))
                .setParameter("active", content.active())
                .setParameter("sortOrder", content.sortOrder())
                .setParameter("version", product.version())
                .setParameter("updatedAt", product.updatedAt());
    }

    @Override
    public Uni<Void> remove(ProductId id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery("delete from product where id = :id")
                                        .setParameter("id", id.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
