package io.cybervpn.application.catalogue;

import io.cybervpn.application.catalogue.PlanDraft.PriceDraft;
import io.cybervpn.application.catalogue.PlanDraft.TermDraft;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.ProductId;
import io.cybervpn.domain.catalogue.Tier;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.catalogue.model.LocalisedText;
import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.model.PlanContent;
import io.cybervpn.domain.catalogue.model.Product;
import io.cybervpn.domain.catalogue.model.ProductContent;
import io.cybervpn.domain.catalogue.model.Term;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Products and plans that are nobody else's, so that tests may share one database. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");

    private Samples() {}

    public static String freshCode() {
        return "t" + UUID.randomUUID().toString().replace("-", "");
    }

    /** An active product. */
    public static Product product() {
        return Product.create(
                new ProductId(UUID.randomUUID()),
                new ProductContent(freshCode(), text("VPN"), text("Private access"), true, 5),
                NOW);
    }

    /** An active plan of two terms: 30 days for RUB 199.00 and USDT 2, 365 days for 150 stars. */
    public static Plan plan(ProductId product) {
        return Plan.create(new PlanId(UUID.randomUUID()), product, content(freshCode()), NOW);
    }

    public static PlanContent content(String code) {
        return new PlanContent(
                code,
                Tier.PRO,
                new LocalisedText(Map.of("en", "Pro", "ru", "Про")),
                text("More of everything"),
                new Entitlement(
                        Limit.of(500_000_000_000L),
                        TrafficReset.MONTH_ROLLING,
                        Limit.unlimited(),
                        List.of("Pro", "Basic")),
                List.of(
                        new Term(
                                30,
                                List.of(
                                        new Money(19_900, Asset.RUB),
                                        new Money(2_000_000, Asset.USDT))),
                        new Term(365, List.of(new Money(150, Asset.XTR)))),
                true,
                20);
    }

    public static LocalisedText text(String english) {
        return new LocalisedText(Map.of("en", english));
    }

    public static PlanDraft draft(ProductId product, String code) {
        return new PlanDraft(
                Optional.of(product),
                code,
                "ultra",
                Map.of("en", "Ultra", "pt-BR", "Ultra"),
                Map.of("en", "The most"),
                Optional.empty(),
                "no_reset",
                Optional.of(10L),
                List.of("Ultra"),
                Optional.empty(),
                List.of(new TermDraft(90, List.of(new PriceDraft("12.50", "USD")))),
                true,
                30);
    }

    public static ProductDraft productDraft(String code) {
        return new ProductDraft(code, Map.of("en", "VPN"), Map.of("en", "Access"), true, 1);
    }
}
