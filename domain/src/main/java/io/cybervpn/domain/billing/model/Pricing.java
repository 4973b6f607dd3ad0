package io.cybervpn.domain.billing.model;

import io.cybervpn.domain.billing.PlanChangeMode;
import io.cybervpn.domain.billing.Quotation;
import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.shared.Money;
import java.util.ArrayList;
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

    /** Prices an offer for what it is bought for. Pure. */
    public static Quotation quote(Purpose purpose, Offer offer) {
        return switch (purpose) {
            case Purpose.NewSubscription _, Purpose.Renewal _ -> quote(offer);
            case Purpose.PlanChange change -> quote(change, offer);
            case Purpose.AddOn _ -> addOn(offer);
        };
    }

    /** Prices an add-on, whose offer bears its name, its days and its price. Pure. */
    public static Quotation addOn(Offer offer) {
        Quotation.Line line =
                new Quotation.Line(Quotation.Kind.ADD_ON, offer.nameI18n(), offer.price());
        return new Quotation(offer.plan(), offer.termDays(), List.of(line), line.amount());
    }

    private static Quotation quote(Purpose.PlanChange change, Offer offer) {
        List<Quotation.Line> lines = new ArrayList<>();
        if (!change.difference().isZero()) {
            lines.add(
                    new Quotation.Line(
                            Quotation.Kind.PLAN_CHANGE, offer.nameI18n(), change.difference()));
        }
        if (change.mode() == PlanChangeMode.ADD_TERM) {
            lines.addAll(quote(offer).lines());
        }
        Money total =
                lines.stream()
                        .map(Quotation.Line::amount)
                        .reduce(Money.zero(offer.price().asset()), Money::plus);
        return new Quotation(offer.plan(), offer.termDays(), lines, total);
    }
}
