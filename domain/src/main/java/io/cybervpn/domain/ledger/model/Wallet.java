package io.cybervpn.domain.ledger.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a customer can spend of one asset, at one moment. Nothing in it is ever negative. A value:
 * whoever changes a wallet gets another.
 *
 * @param paid what he paid and has not spent
 * @param grants what he was given, also what has lapsed and was not booked back yet
 */
public record Wallet(AccountId owner, Money paid, List<Grant> grants) {
    /** Copies the list, in the order in which grants are spent; all are of one asset. */
    public Wallet {
        grants = grants.stream().sorted(Grant.SPENDING_ORDER).toList();
        Asset asset = paid.asset();
        if (grants.stream().anyMatch(grant -> !grant.left().asset().equals(asset))) {
            throw new IllegalArgumentException("a wallet of more than one asset");
        }
    }

    /** What is left of grants that can be spent. */
    public Money granted(Instant now) {
        return sum(grants.stream().filter(grant -> grant.isLive(now)));
    }

    /** All that can be spent. */
    public Money available(Instant now) {
        return paid.plus(granted(now));
    }

    /** What is left of all grants, also of those that have lapsed. */
    public Money grantedInAll() {
        return sum(grants.stream());
    }

    /** Pays with what was given first, the first to lapse first, then with what was paid. */
    public Spending spend(Money amount, Instant now) {
        Money available = available(now);
        return available.compareTo(amount) < 0
                ? new Spending.Short(available)
                : new Spending.Covered(draw(amount, now));
    }

    /**
     * As much of {@code total} as is there, granted money first, but so that what is left to be
     * paid otherwise is nothing, or at least {@code leastRest}, which a provider would take. Pure.
     */
    public Draw share(Money total, Money leastRest, Instant now) {
        Money available = available(now);
        if (available.compareTo(total) >= 0) {
            return draw(total, now);
        }
        Money most = total.minus(lesser(total, leastRest));
        return draw(lesser(available, most), now);
    }

    /**
     * Pays with money that came in for this very purpose and lies in what was paid, and with the
     * wallet's own, granted money first, where that is not enough.
     *
     * @param came of it no more than {@code amount} is taken
     * @return a draw of the wallet's own alone: {@code came}, or as much of it as {@code amount}
     *     is, is to be taken from what was paid beside it
     */
    public Spending spendBeside(Money came, Money amount, Instant now) {
        Money own = lesser(came, amount);
        return paid.compareTo(own) < 0
                ? new Spending.Short(available(now))
                : new Wallet(owner, paid.minus(own), grants).spend(amount.minus(own), now);
    }

    /** Pays with nothing but what was paid. */
    public Spending spendPaid(Money amount) {
        return paid.compareTo(amount) < 0
                ? new Spending.Short(paid)
                : new Spending.Covered(new Draw(amount, List.of()));
    }

    private Draw draw(Money amount, Instant now) {
        List<Draw.Use> uses = new ArrayList<>();
        Money open = amount;
        for (Grant grant : grants) {
            Money part = grant.isLive(now) ? lesser(grant.left(), open) : Money.zero(asset());
            if (!part.isZero()) {
                uses.add(new Draw.Use(grant.id(), part));
                open = open.minus(part);
            }
        }
        return new Draw(open, uses);
    }

    /** The wallet after a draw that it {@link #spend covered}. */
    public Wallet without(Draw draw) {
        Map<GrantId, Money> taken = byGrant(draw);
        return new Wallet(
                owner, paid.minus(draw.paid()), each(grant -> grant.minus(of(taken, grant))));
    }

    /**
     * The wallet with a draw put back where it came from. What comes back to a grant that has
     * lapsed meanwhile cannot be spent: it lapses once more.
     */
    public Wallet with(Draw draw) {
        Map<GrantId, Money> back = byGrant(draw);
        return new Wallet(
                owner, paid.plus(draw.paid()), each(grant -> grant.plus(of(back, grant))));
    }

    /** What has lapsed and is to be booked back; takes nothing from what was paid. */
    public Draw lapsed(Instant now) {
        return new Draw(
                Money.zero(asset()),
                grants.stream()
                        .filter(grant -> !grant.isLive(now) && !grant.left().isZero())
                        .map(grant -> new Draw.Use(grant.id(), grant.left()))
                        .toList());
    }

    private Asset asset() {
        return paid.asset();
    }

    private List<Grant> each(Function<Grant, Grant> change) {
        return grants.stream().map(change).toList();
    }

    private Money of(Map<GrantId, Money> amounts, Grant grant) {
        return amounts.getOrDefault(grant.id(), Money.zero(asset()));
    }

    private Money sum(Stream<Grant> some) {
        return some.map(Grant::left).reduce(Money.zero(asset()), Money::plus);
    }

    private static Map<GrantId, Money> byGrant(Draw draw) {
        return draw.granted().stream()
                .collect(Collectors.toMap(Draw.Use::grant, Draw.Use::amount, Money::plus));
    }

    private static Money lesser(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
