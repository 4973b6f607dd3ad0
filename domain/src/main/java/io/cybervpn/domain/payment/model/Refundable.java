package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.payment.model.RefundRequest.Destination;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.List;
import java.util.function.Function;

/** How much of a payment can go back, and from where. */
public sealed interface Refundable {
    /** No money came that could be counted. */
    record NotPaid() implements Refundable {}

    /** Money came, and what it pays for is not settled yet: ask again in a moment. */
    record NotSettled() implements Refundable {}

    /**
     * What is left of the payment's money. What was not spent goes back first, so that giving back
     * what came over costs the buyer none of what he bought.
     *
     * @param saleTotal what the sale was, of which {@code sale} is left
     */
    record Pot(Money sale, Money saleTotal, Money wallet, Money unallocated) implements Refundable {
        /** All that can go there: what lies in the wallet needs no way to the wallet. */
        public Money left(Destination to) {
            Money apart = sale.plus(unallocated);
            return switch (to) {
                case PROVIDER -> apart.plus(wallet);
                case WALLET -> apart;
            };
        }

        /** Takes exactly so much, or says why not. Pure. */
        public Taking take(Money amount, Destination to) {
            if (!amount.asset().equals(sale.asset())) {
                return new Taking.OtherCurrency(sale.asset());
            }
            Money left = left(to);
            return amount.compareTo(left) > 0
                    ? new Taking.TooMuch(left)
                    : new Taking.Granted(split(amount, to));
        }

        /** Takes what a provider has given back already; what is not there is excess. Pure. */
        public Funding takeGone(Money amount) {
            if (!amount.asset().equals(sale.asset())) {
                return allExcess(amount);
            }
            return split(amount, Destination.PROVIDER);
        }

        private Funding split(Money amount, Destination to) {
            Money fromWallet =
                    switch (to) {
                        case PROVIDER -> lesser(amount, wallet);
                        case WALLET -> Money.zero(amount.asset());
                    };
            Money rest = amount.minus(fromWallet);
            Money fromSale = lesser(rest, sale);
            rest = rest.minus(fromSale);
            Money apart = lesser(rest, unallocated);
            Money of = fromSale.isZero() ? fromSale : saleTotal;
            return new Funding(fromSale, of, fromWallet, apart, rest.minus(apart));
        }
    }

    /** Whether the wished amount can be taken. */
    sealed interface Taking {
        /** It can, from there. */
        record Granted(Funding funding) implements Taking {}

        /** Only so much is left, perhaps nothing. */
        record TooMuch(Money left) implements Taking {}

        /** The payment was in another currency. */
        record OtherCurrency(Asset asset) implements Taking {}
    }

    /** All of it is more than came. */
    static Funding allExcess(Money amount) {
        Money zero = Money.zero(amount.asset());
        return new Funding(zero, zero, zero, zero, amount);
    }

    /**
     * What is left of a payment. Pure.
     *
     * @param earlier all its refunds
     * @param inWallet what the payer's wallet has in the currency of the money that came
     */
    static Refundable of(Payment payment, List<Refund> earlier, Spending spending, Money inWallet) {
        return switch (payment) {
            case Payment.Open _, Payment.Expired _, Payment.Failed _ -> new NotPaid();
            case Payment.Flagged flagged ->
                    ofFlagged(flagged.receipt().received(), earlier, spending);
            case Payment.Captured captured ->
                    ofCaptured(received(captured), earlier, spending, inWallet);
        };
    }

    /** What a captured payment brought; nothing else is ever captured. */
    private static Money received(Payment.Captured payment) {
        return switch (payment.receipt().received()) {
            case Received.Exact(var money) -> money;
            case Received.Unreadable _ ->
                    throw new IllegalStateException(payment.id() + " was captured uncounted");
        };
    }

    private static Refundable ofFlagged(
            Received received, List<Refund> earlier, Spending spending) {
        return switch (received) {
            case Received.Unreadable _ -> new NotPaid();
            case Received.Exact(var money) -> {
                Money zero = Money.zero(money.asset());
                Money gone = sum(earlier, money.asset(), Funding::unallocated);
                boolean resolved = spending instanceof Spending.Resolved;
                yield new Pot(zero, zero, zero, resolved ? zero : money.minus(gone));
            }
        };
    }

    private static Refundable ofCaptured(
            Money received, List<Refund> earlier, Spending spending, Money inWallet) {
        Money zero = Money.zero(received.asset());
        return switch (spending) {
            case Spending.Undecided() -> new NotSettled();
            case Spending.Kept(), Spending.Resolved() ->
                    pot(received, new Spending.Spent(zero), earlier, inWallet);
            case Spending.Spent spent -> pot(received, spent, earlier, inWallet);
        };
    }

    private static Pot pot(
            Money received, Spending.Spent on, List<Refund> earlier, Money inWallet) {
        Asset asset = received.asset();
        Money spent = lesser(on.part(), received);
        Money sale = spent.minus(lesser(spent, sum(earlier, asset, Funding::sale)));
        Money over = received.minus(spent);
        Money kept = over.minus(lesser(over, sum(earlier, asset, Funding::wallet)));
        return new Pot(sale, on.total(), lesser(kept, inWallet), Money.zero(asset));
    }

    private static Money sum(List<Refund> earlier, Asset asset, Function<Funding, Money> part) {
        return earlier.stream()
                .flatMap(refund -> refund.standing().stream())
                .map(part)
                .filter(money -> money.asset().equals(asset))
                .reduce(Money.zero(asset), Money::plus);
    }

    private static Money lesser(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
