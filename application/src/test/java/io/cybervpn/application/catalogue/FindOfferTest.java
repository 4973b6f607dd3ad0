package io.cybervpn.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.model.Product;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R17, R25. */
class FindOfferTest {
    private final InMemoryCatalogue catalogue = new InMemoryCatalogue(new InMemoryUnitOfWork());
    private final Product product = Samples.product();
    private final Plan plan = Samples.plan(product.id());

    private FindOffer.Result find(PlanId id, int days, Asset asset) {
        return catalogue
                .findOffer()
                .execute(new FindOffer.Query(id, days, asset))
                .await()
                .indefinitely();
    }

    @Test
    void an_offer_is_the_plan_for_one_term_at_one_price() {
        catalogue.put(product, plan);
        assertThat(find(plan.id(), 30, Asset.RUB))
                .isEqualTo(
                        new FindOffer.Result.Found(
                                new Offer(
                                        plan.id(),
                                        plan.content().code(),
                                        "pro",
                                        plan.content().name().byTag(),
                                        30,
                                        new Money(19_900, Asset.RUB),
                                        plan.content().entitlement())));
    }

    @Test
    void what_is_not_sold_has_no_offer() {
        catalogue.put(product, plan);
        assertThat(find(new PlanId(UUID.randomUUID()), 30, Asset.RUB))
                .isEqualTo(new FindOffer.Result.NoSuchPlan());
        assertThat(find(plan.id(), 31, Asset.RUB)).isEqualTo(new FindOffer.Result.NoSuchTerm());
        assertThat(find(plan.id(), 30, Asset.USD))
                .isEqualTo(new FindOffer.Result.NoPriceIn(Asset.USD));
    }
}
