package io.cybervpn.application.catalogue;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.ProductId;
import io.cybervpn.domain.catalogue.Tier;
import io.cybervpn.domain.catalogue.model.Listing;
import io.cybervpn.domain.catalogue.model.PlanContent;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A plan as customers and staff see it.
 *
 * @param nameI18n by language tag; {@code en} is always there
 * @param active the plan's own switch
 * @param onSale whether customers see it: its switch and its product's are both on
 * @param terms by rising length
 * @param version to be named by who edits it
 */
public record PlanView(
        PlanId id,
        ProductId product,
        String code,
        Tier tier,
        Map<String, String> nameI18n,
        Map<String, String> descriptionI18n,
        Entitlement entitlement,
        List<TermView> terms,
        boolean active,
        boolean onSale,
        int sortOrder,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    /** Copies the collections. */
    public PlanView {
        nameI18n = Map.copyOf(nameI18n);
        descriptionI18n = Map.copyOf(descriptionI18n);
        terms = List.copyOf(terms);
    }

    /** For customers and staff. */
    public static PlanView of(Listing listing) {
        PlanContent content = listing.plan().content();
        return new PlanView(
                listing.plan().id(),
                listing.plan().product(),
                content.code(),
                content.tier(),
                content.name().byTag(),
                content.description().byTag(),
                content.entitlement(),
                content.terms().stream().map(TermView::of).toList(),
                content.active(),
                listing.onSale(),
                content.sortOrder(),
                listing.plan().version(),
                listing.plan().createdAt(),
                listing.plan().updatedAt());
    }

    /** The terms that have a price in the asset, with that price alone. */
    public List<TermView> termsIn(Asset asset) {
        return terms.stream()
                .map(term -> new TermView(term.days(), only(term, asset)))
                .filter(term -> !term.prices().isEmpty())
                .toList();
    }

    private static List<Money> only(TermView term, Asset asset) {
        return term.prices().stream().filter(price -> price.asset().equals(asset)).toList();
    }
}
