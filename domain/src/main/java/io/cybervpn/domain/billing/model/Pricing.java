package io.cybervpn.domain.billing.model;

import io.cybervpn.domain.billing.Quotation;
import io.cybervpn.domain.catalogue.Offer;
import java.util.List;

/** How a price comes about. The same for a quote and for the order that follows it. */
public final class Pricing {
    private Pricing() {}

    /** Prices an offer as it stands. Pure. */
    public static Quotation quote(Offer offer) {
        Quotation.Line plan =
                new Quotation.Line(Quotation.Kind.PLAN, offer.nameI18n(), offer.price());
        return new Quotation(offer.plan(), offer.termDays(), List.of(plan), plan.amount());
    }
}
