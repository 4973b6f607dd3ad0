package io.cybervpn.domain.catalogue.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.ProductId;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.catalogue.Tariff;
import io.cybervpn.domain.catalogue.Tier;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What staff edit, and what a plan is changed to. */
class PlanTest {
    private static final Instant MADE = Instant.parse("2026-01-31T10:00:00Z");
    private static final Instant EDITED = MADE.plusSeconds(60);
    private static final ProductId VPN = new ProductId(new UUID(1, 1));
    private static final ProductId OTHER = new ProductId(new UUID(1, 2));
    private static final LocalisedText TEXT = new LocalisedText(Map.of("en", "Pro"));
    private static final Money MONTHLY = new Money(19_900, Asset.RUB);
    private static final Money YEARLY = new Money(199_000, Asset.RUB);
    private static final Entitlement ENTITLEMENT =
            new Entitlement(Limit.unlimited(), TrafficReset.NO_RESET, Limit.of(3), List.of("Pro"));

    private static PlanContent content(String code, boolean active) {
        return new PlanContent(
                code,
                Tier.PRO,
                TEXT,
                TEXT,
                ENTITLEMENT,
                List.of(new Term(365, List.of(YEARLY)), new Term(30, List.of(MONTHLY))),
                active,
                1);
    }

    private static Plan plan(boolean active) {
        return Plan.create(new PlanId(new UUID(2, 2)), VPN, content("pro", active), MADE);
    }

    private static Product product(boolean active) {
        return Product.create(VPN, new ProductContent("vpn", TEXT, TEXT, active, 1), MADE);
    }

    @Test
    void each_edit_is_the_next_version_of_the_same_plan() {
        Plan edited = plan(true).edit(OTHER, content("max", false), EDITED);
        assertThat(plan(true).version()).isEqualTo(1);
        assertThat(edited)
                .isEqualTo(
                        new Plan(plan(true).id(), OTHER, content("max", false), 2, MADE, EDITED));
    }

    @Test
    void each_edit_is_the_next_version_of_the_same_product() {
        ProductContent content = new ProductContent("net", TEXT, TEXT, false, 2);
        assertThat(product(true).version()).isEqualTo(1);
        assertThat(product(true).edit(content, EDITED))
                .isEqualTo(new Product(VPN, content, 2, MADE, EDITED));
    }

    @Test
    void a_plan_is_changed_to_what_is_sold_at_all_prices_of_a_term() {
        Listing listing = new Listing(plan(true), product(true));
        assertThat(listing.tariff(365))
                .contains(
                        new Tariff(
                                plan(true).id(),
                                "pro",
                                Map.of("en", "Pro"),
                                ENTITLEMENT,
                                new Rates(365, List.of(YEARLY)),
                                30));
        assertThat(listing.tariff(90)).isEmpty();
        assertThat(new Listing(plan(false), product(true)).tariff(365)).isEmpty();
        assertThat(new Listing(plan(true), product(false)).tariff(365)).isEmpty();
    }

    @Test
    void a_listing_is_of_a_plan_and_its_own_product() {
        Plan moved = plan(true).edit(OTHER, plan(true).content(), EDITED);
        assertThatThrownBy(() -> new Listing(moved, product(true)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_code_is_short_and_of_small_letters() {
        assertThat(content("a1", true).code()).isEqualTo("a1");
        assertThatThrownBy(() -> content("Pro", true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ProductContent("-", TEXT, TEXT, true, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_text_is_not_blank_and_its_tags_are_languages() {
        assertThatThrownBy(() -> new LocalisedText(Map.of("en", " ")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(LocalisedText.isTag("pt-BR")).isTrue();
        assertThat(LocalisedText.isTag("pt_BR")).isFalse();
        assertThat(LocalisedText.isTag("pt-br")).isFalse();
        // a tag of no language at all, which is written just so
        assertThat(LocalisedText.isTag("x-private")).isFalse();
        assertThat(LocalisedText.isTag("und")).isFalse();
    }
}
