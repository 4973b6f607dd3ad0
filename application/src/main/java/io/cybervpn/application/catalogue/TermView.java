package io.cybervpn.application.catalogue;

import io.cybervpn.domain.catalogue.model.Term;
import io.cybervpn.domain.shared.Money;
import java.util.List;

/**
 * How long a plan may be bought for, and for how much.
 *
 * @param days of 24 hours
 * @param prices for the whole term, at most one per asset
 */
public record TermView(int days, List<Money> prices) {
    /** Copies the prices. */
    public TermView {
        prices = List.copyOf(prices);
    }

    static TermView of(Term term) {
        return new TermView(term.days(), term.prices());
    }
}
