package io.cybervpn.domain.catalogue.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.ProductId;
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

/** R16, R17, R18, R25. */
class ListingTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final ProductId VPN = new ProductId(new UUID(1, 1));
    private static final LocalisedText TEXT =
            new LocalisedText(
                    Map.of("en", "Pro", "pt", "Pro em português", "pt-BR", "Pro do Brasil"));
    private static final Term MONTH = new Term(30, List.of(new Money(19_900, Asset.RUB)));
    private static final Term YEAR = new Term(365, List.of(new Money(9_000, Asset.USD)));

    private static Listing listing(boolean planActive, boolean productActive) {
        Entitlement entitlement =
                new Entitlement(
                        Limit.unlimited(), TrafficReset.NO_RESET, Limit.of(3), List.of("Pro"));
        PlanContent content =
                new PlanContent(
                        "pro",
                        Tier.PRO,
                        TEXT,
                        TEXT,
                        entitlement,
                        List.of(YEAR, MONTH),
                        planActive,
                        1);
        return new Listing(
                Plan.create(new PlanId(new UUID(2, 2)), VPN, content, NOW),
                Product.create(VPN, new ProductContent("vpn", TEXT, TEXT, productActive, 1), NOW));
    }

    @Test
    void an_active_plan_of_an_active_product_is_offered_at_its_own_price() {
        var answer = listing(true, true).offer(30, Asset.RUB);
        assertThat(answer).isInstanceOf(Listing.Answer.Offered.class);
        var offer = ((Listing.Answer.Offered) answer).offer();
        assertThat(offer.price()).isEqualTo(new Money(19_900, Asset.RUB));
        assertThat(offer.termDays()).isEqualTo(30);
        assertThat(offer.tier()).isEqualTo("pro");
    }

    @Test
    void what_is_switched_off_is_not_on_sale() {
        assertThat(listing(false, true).offer(30, Asset.RUB))
                .isEqualTo(new Listing.Answer.NotOnSale());
        assertThat(listing(true, false).offer(30, Asset.RUB))
                .isEqualTo(new Listing.Answer.NotOnSale());
    }

    @Test
    void nothing_is_converted_and_no_term_invented() {
        assertThat(listing(true, true).offer(30, Asset.USD))
                .isEqualTo(new Listing.Answer.NoPriceIn(Asset.USD));
        assertThat(listing(true, true).offer(90, Asset.RUB))
                .isEqualTo(new Listing.Answer.NoSuchTerm());
    }

    @Test
    void terms_are_in_rising_order_and_each_once() {
        assertThat(listing(true, true).plan().content().terms()).containsExactly(MONTH, YEAR);
        assertThatThrownBy(() -> contentWith(List.of(MONTH, MONTH)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> contentWith(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PlanContent contentWith(List<Term> terms) {
        PlanContent sound = listing(true, true).plan().content();
        return new PlanContent(
                sound.code(),
                sound.tier(),
                sound.name(),
                sound.description(),
                sound.entitlement(),
                terms,
                true,
                0);
    }

    @Test
    void a_term_has_a_known_length_and_one_price_above_zero_per_asset() {
        assertThatThrownBy(() -> new Term(31, MONTH.prices()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Term(30, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Term(30, List.of(Money.zero(Asset.RUB))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new Term(
                                        30,
                                        List.of(new Money(1, Asset.RUB), new Money(2, Asset.RUB))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_text_has_an_english_version_and_tags_in_their_usual_case() {
        assertThatThrownBy(() -> new LocalisedText(Map.of("ru", "Про")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LocalisedText(Map.of("en", "x", "pt_br", "y")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
