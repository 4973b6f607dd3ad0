package io.cybervpn.infrastructure.catalogue.postgres;

import io.cybervpn.application.catalogue.PlanView;
import io.cybervpn.application.catalogue.ProductView;
import io.cybervpn.application.catalogue.port.CatalogueLists;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The whole catalogue by one statement each, without a session. */
@Singleton
final class PostgresCatalogueLists implements CatalogueLists {
    private static final String PLANS =
            """
            select document from plan_listing where on_sale or not $1
            order by product_order, plan_order, plan_code limit $2""";
    private static final String PRODUCTS =
            """
            select to_jsonb(r) as document from product r
            order by sort_order, code limit $1""";

    private final Pool pool;

    @Inject
    PostgresCatalogueLists(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<PlanView>> plans() {
        return plans(false);
    }

    /** What customers see. */
    Uni<List<PlanView>> plansOnSale() {
        return plans(true);
    }

    private Uni<List<PlanView>> plans(boolean onlyOnSale) {
        return pool.preparedQuery(PLANS)
                .execute(Tuple.of(onlyOnSale, LIMIT))
                .map(rows -> views(rows, row -> PlanView.of(CatalogueDocument.listing(row))));
    }

    @Override
    public Uni<List<ProductView>> products() {
        return pool.preparedQuery(PRODUCTS)
                .execute(Tuple.of(LIMIT))
                .map(rows -> views(rows, row -> ProductView.of(CatalogueDocument.product(row))));
    }

    private static <T> List<T> views(RowSet<Row> rows, Function<JsonObject, T> view) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> view.apply(row.getJsonObject("document")))
                .toList();
    }
}
