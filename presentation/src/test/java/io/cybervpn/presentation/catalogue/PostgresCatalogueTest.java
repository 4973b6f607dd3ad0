package io.cybervpn.presentation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.catalogue.CatalogueContract;
import io.cybervpn.application.catalogue.Samples;
import io.cybervpn.application.catalogue.port.CatalogueLists;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.model.PlanContent;
import io.cybervpn.domain.catalogue.model.Product;
import io.cybervpn.domain.catalogue.model.ProductContent;
import io.cybervpn.domain.catalogue.repository.Plans;
import io.cybervpn.domain.catalogue.repository.Products;
import io.cybervpn.domain.catalogue.repository.Written;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PostgresCatalogueTest extends CatalogueContract {
    @Inject Plans plans;
    @Inject Products products;
    @Inject CatalogueLists lists;
    @Inject UnitOfWork unitOfWork;
    @Inject Pool pool;

    @Test
    void a_plan_edited_to_a_code_that_is_just_being_taken_is_refused() {
        Product product = Samples.product();
        Plan one = Samples.plan(product.id());
        Plan other = Samples.plan(product.id());
        inTransaction(() -> products.add(product).call(() -> plans.add(one)));
        inTransaction(() -> plans.add(other));
        PlanContent wanted = Samples.plan(product.id()).content();

        assertSecondIsRefused(
                () -> plans.save(one.edit(product.id(), wanted, Samples.NOW)),
                () ->
                        plans.save(other.edit(product.id(), wanted, Samples.NOW))
                                .call(() -> plans.listing(other.id())));

        assertThat(inTransaction(() -> plans.lock(other.id()))).contains(other);
    }

    @Test
    void a_product_edited_to_a_code_that_is_just_being_taken_is_refused() {
        Product one = Samples.product();
        Product other = Samples.product();
        inTransaction(() -> products.add(one).call(() -> products.add(other)));
        ProductContent wanted = Samples.product().content();

        assertSecondIsRefused(
                () -> products.save(one.edit(wanted, Samples.NOW)),
                () ->
                        products.save(other.edit(wanted, Samples.NOW))
                                .call(() -> products.find(other.id())));

        assertThat(inTransaction(() -> products.find(other.id()))).contains(other);
    }

    /** The second write comes while the first one is not committed. */
    private void assertSecondIsRefused(
            Supplier<Uni<Written>> first, Supplier<Uni<Written>> second) {
        CompletableFuture<Written> late = new CompletableFuture<>();
        Written early =
                inTransaction(
                        () ->
                                first.get()
                                        .invoke(
                                                () ->
                                                        late.completeAsync(
                                                                () -> inTransaction(second)))
                                        .call(this::somebodyWaits));

        assertThat(early).isEqualTo(Written.STORED);
        assertThat(late.join()).isEqualTo(Written.CODE_TAKEN);
    }

    private Uni<?> somebodyWaits() {
        return pool.query("select count(*) from pg_locks where not granted")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .repeat()
                .withDelay(Duration.ofMillis(10))
                .whilst(waiting -> waiting == 0)
                .collect()
                .last();
    }

    @Override
    protected Plans plans() {
        return plans;
    }

    @Override
    protected Products products() {
        return products;
    }

    @Override
    protected CatalogueLists lists() {
        return lists;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
