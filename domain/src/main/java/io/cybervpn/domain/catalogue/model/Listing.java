package io.cybervpn.domain.catalogue.model;

import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.catalogue.Tariff;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.Optional;

/** A plan together with the product it belongs to: what decides about a sale. */
public record Listing(Plan plan, Product product) {
    /** Refuses a product that is not the plan's. */
    public Listing {
        if (!plan.product().equals(product.id())) {
            throw new IllegalArgumentException(plan.id() + " is not of " + product.id());
        }
    }

    /** The answer to somebody who wants to buy. */
    public sealed interface Answer {
        /** It may be sold at these terms. */
        record Offered(Offer offer) implements Answer {}

        /** The plan or its product is switched off. */
        record NotOnSale() implements Answer {}

        /** The plan is not sold for so many days. */
        record NoSuchTerm() implements Answer {}

        /** The term is not sold for this asset. */
        record NoPriceIn(Asset asset) implements Answer {}
    }

    /** Whether customers see and buy it. */
    public boolean onSale() {
        return plan.content().active() && product.content().active();
    }

    /** Decides whether the plan is sold for so many days and in this asset. Pure. */
    public Answer offer(int termDays, Asset asset) {
        if (!onSale()) {
            return new Answer.NotOnSale();
        }
        Optional<Term> term = plan.content().term(termDays);
        if (term.isEmpty()) {
            return new Answer.NoSuchTerm();
        }
        return term.get()
                .priceIn(asset)
                .<Answer>map(price -> new Answer.Offered(offer(termDays, price)))
                .orElseGet(() -> new Answer.NoPriceIn(asset));
    }

    /**
     * A term with all its prices; empty when the plan is not sold, or not for so many days. Pure.
     */
    public Optional<Tariff> tariff(int termDays) {
        return plan.content().term(termDays).filter(_ -> onSale()).map(this::tariff);
    }

    private Tariff tariff(Term term) {
        PlanContent content = plan.content();
        return new Tariff(
                plan.id(),
                content.code(),
                content.name().byTag(),
                content.entitlement(),
                new Rates(term.days(), term.prices()),
                content.terms().getFirst().days());
    }

    private Offer offer(int termDays, Money price) {
        PlanContent content = plan.content();
        return new Offer(
                plan.id(),
                content.code(),
                content.tier().code(),
                content.name().byTag(),
                termDays,
                price,
                content.entitlement());
    }
}
