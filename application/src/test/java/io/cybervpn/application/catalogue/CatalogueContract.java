package io.cybervpn.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.catalogue.port.CatalogueLists;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.ProductId;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.catalogue.model.Listing;
import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.model.PlanContent;
import io.cybervpn.domain.catalogue.model.Product;
import io.cybervpn.domain.catalogue.model.ProductContent;
import io.cybervpn.domain.catalogue.repository.Plans;
import io.cybervpn.domain.catalogue.repository.Products;
import io.cybervpn.domain.catalogue.repository.Written;
import io.cybervpn.domain.shared.Limit;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of products and plans does. */
public abstract class CatalogueContract {
    private static final Instant LATER = Samples.NOW.plusSeconds(3600);

    private Product product = Samples.product();
    private Plan plan = Samples.plan(product.id());

    protected abstract Plans plans();

    protected abstract Products products();

    protected abstract CatalogueLists lists();

    protected abstract UnitOfWork unitOfWork();

    protected final <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    @BeforeEach
    void store_a_product_with_a_plan() {
        product = Samples.product();
        plan = Samples.plan(product.id());
        assertThat(inTransaction(() -> products().add(product))).isEqualTo(Written.STORED);
        assertThat(inTransaction(() -> plans().add(plan))).isEqualTo(Written.STORED);
    }

    @Test
    void what_was_stored_is_found_as_it_was() {
        assertThat(inTransaction(() -> plans().listing(plan.id())))
                .contains(new Listing(plan, product));
        assertThat(inTransaction(() -> plans().lock(plan.id()))).contains(plan);
        assertThat(inTransaction(() -> products().find(product.id()))).contains(product);
        assertThat(inTransaction(() -> products().lock(product.id()))).contains(product);
    }

    @Test
    void what_is_not_there_is_empty() {
        PlanId noPlan = new PlanId(UUID.randomUUID());
        ProductId noProduct = new ProductId(UUID.randomUUID());
        assertThat(inTransaction(() -> plans().listing(noPlan))).isEmpty();
        assertThat(inTransaction(() -> plans().lock(noPlan))).isEmpty();
        assertThat(inTransaction(() -> products().find(noProduct))).isEmpty();
        assertThat(inTransaction(() -> products().lock(noProduct))).isEmpty();
        assertThat(inTransaction(() -> plans().anyOf(noProduct))).isFalse();
    }

    @Test
    void a_plan_is_replaced_with_its_terms() {
        PlanContent old = plan.content();
        PlanContent content =
                new PlanContent(
                        Samples.freshCode(),
                        old.tier(),
                        Samples.text("New"),
                        old.description(),
                        new Entitlement(
                                Limit.unlimited(),
                                TrafficReset.NO_RESET,
                                Limit.of(1),
                                List.of("Fibre"),
                                new Resources.Line(100_000, 50_000)),
                        List.of(),
                        false,
                        7);
        Product other = Samples.product();
        Plan next = plan.edit(other.id(), content, LATER);
        Written written =
                inTransaction(
                        () ->
                                products()
                                        .add(other)
                                        .chain(() -> plans().lock(plan.id()))
                                        .chain(() -> plans().save(next)));
        assertThat(written).isEqualTo(Written.STORED);
        assertThat(inTransaction(() -> plans().listing(plan.id())))
                .contains(new Listing(next, other));
        assertThat(inTransaction(() -> plans().anyOf(product.id()))).isFalse();
    }

    @Test
    void a_product_is_replaced() {
        ProductContent content =
                new ProductContent(
                        Samples.freshCode(), Samples.text("A"), Samples.text("B"), false, 9);
        Product next = product.edit(content, LATER);
        Written written =
                inTransaction(
                        () -> products().lock(product.id()).chain(() -> products().save(next)));
        assertThat(written).isEqualTo(Written.STORED);
        assertThat(inTransaction(() -> products().find(product.id()))).contains(next);
    }

    @Test
    void a_code_is_taken_once_and_the_refusal_harms_nothing() {
        Plan twin =
                Plan.create(
                        new PlanId(UUID.randomUUID()), product.id(), plan.content(), Samples.NOW);
        Product twinProduct =
                Product.create(new ProductId(UUID.randomUUID()), product.content(), Samples.NOW);
        assertThat(inTransaction(() -> plans().add(twin).call(() -> plans().listing(plan.id()))))
                .isEqualTo(Written.CODE_TAKEN);
        assertThat(inTransaction(() -> products().add(twinProduct))).isEqualTo(Written.CODE_TAKEN);
        assertThat(inTransaction(() -> plans().listing(twin.id()))).isEmpty();
        assertThat(inTransaction(() -> products().find(twinProduct.id()))).isEmpty();
    }

    @Test
    void an_edit_to_a_taken_code_is_refused_and_harms_nothing() {
        Plan other = Samples.plan(product.id());
        Product otherProduct = Samples.product();
        inTransaction(() -> plans().add(other).chain(() -> products().add(otherProduct)));
        Plan clash = other.edit(product.id(), plan.content(), LATER);
        Product productClash = otherProduct.edit(product.content(), LATER);
        assertThat(inTransaction(() -> plans().lock(other.id()).chain(() -> plans().save(clash))))
                .isEqualTo(Written.CODE_TAKEN);
        assertThat(inTransaction(() -> products().save(productClash)))
                .isEqualTo(Written.CODE_TAKEN);
        assertThat(inTransaction(() -> plans().lock(other.id()))).contains(other);
        assertThat(inTransaction(() -> products().find(otherProduct.id()))).contains(otherProduct);
    }

    @Test
    void a_removed_plan_is_gone_and_then_its_product_may_go() {
        assertThat(inTransaction(() -> plans().anyOf(product.id()))).isTrue();
        inTransaction(() -> plans().remove(plan.id()));
        inTransaction(() -> plans().remove(plan.id()));
        assertThat(inTransaction(() -> plans().lock(plan.id()))).isEmpty();
        assertThat(inTransaction(() -> plans().anyOf(product.id()))).isFalse();
        inTransaction(() -> products().remove(product.id()));
        assertThat(inTransaction(() -> products().find(product.id()))).isEmpty();
    }

    @Test
    void lists_know_all_of_them_in_the_shops_order() {
        List<PlanView> all = lists().plans().await().indefinitely();
        assertThat(all).contains(PlanView.of(new Listing(plan, product)));
        List<PlanView> ofOne =
                all.stream().filter(view -> view.product().equals(product.id())).toList();
        assertThat(ofOne).isSortedAccordingTo(java.util.Comparator.comparing(PlanView::sortOrder));
        List<ProductView> products = lists().products().await().indefinitely();
        assertThat(products).contains(ProductView.of(product));
        assertThat(products)
                .isSortedAccordingTo(java.util.Comparator.comparing(ProductView::sortOrder));
    }
}
