package io.cybervpn.domain.ledger.model;

import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.shared.Money;
import java.util.List;

/**
 * What is taken out of a wallet, and from which pocket.
 *
 * @param paid from money that was paid, zero or more
 * @param granted from grants, each at most once, each more than nothing
 */
public record Draw(Money paid, List<Use> granted) {
    /** What is taken from one grant. */
    public record Use(GrantId grant, Money amount) {}

    /** Copies the list; refuses to take nothing from a grant. */
    public Draw {
        granted = List.copyOf(granted);
        if (granted.stream().anyMatch(use -> use.amount().isZero())) {
            throw new IllegalArgumentException("a draw of nothing");
        }
    }

    /** The sum of what is taken from grants. */
    public Money fromGrants() {
        return granted.stream().map(Use::amount).reduce(Money.zero(paid.asset()), Money::plus);
    }

    /** All that is taken. */
    public Money total() {
        return paid.plus(fromGrants());
    }
}
