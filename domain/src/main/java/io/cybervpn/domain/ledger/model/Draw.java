package io.cybervpn.domain.ledger.model;

import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.shared.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

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

    /** Takes nothing; {@code any} says of which asset. */
    static Draw nothing(Money any) {
        return new Draw(Money.zero(any.asset()), List.of());
    }

    /** Both, as one: of each grant what both take. Grants keep the order in which they come. */
    Draw plus(Draw more) {
        return changed(paid.plus(more.paid), more, Money::plus);
    }

    /** This without that, which is a part of it. */
    Draw minus(Draw part) {
        return changed(paid.minus(part.paid), part, Money::minus);
    }

    private Draw changed(Money newPaid, Draw other, BinaryOperator<Money> how) {
        Money nothing = Money.zero(paid.asset());
        Map<GrantId, Money> sums = new LinkedHashMap<>();
        granted.forEach(use -> sums.put(use.grant(), use.amount()));
        other.granted.forEach(
                use ->
                        sums.put(
                                use.grant(),
                                how.apply(sums.getOrDefault(use.grant(), nothing), use.amount())));
        return new Draw(
                newPaid,
                sums.entrySet().stream()
                        .filter(sum -> !sum.getValue().isZero())
                        .map(sum -> new Use(sum.getKey(), sum.getValue()))
                        .toList());
    }
}
