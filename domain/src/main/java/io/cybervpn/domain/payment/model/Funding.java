package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.shared.Money;

/**
 * Where the money of a refund is taken from. All of one asset.
 *
 * @param sale what the payment had paid for: revenue that we give back
 * @param saleTotal what was sold for, of which {@code sale} is a part; zero if {@code sale} is
 * @param wallet what had come over and lies in the payer's wallet
 * @param unallocated what had come and was never anybody's
 * @param excess what went back though it never came; only a provider can do that, and staff must
 *     look
 */
public record Funding(Money sale, Money saleTotal, Money wallet, Money unallocated, Money excess) {
    /** Refuses more of a sale than it was. */
    public Funding {
        if (sale.compareTo(saleTotal) > 0) {
            throw new IllegalArgumentException(sale + " of a sale of " + saleTotal);
        }
    }

    /** What is covered by the payment. */
    public Money covered() {
        return sale.plus(wallet).plus(unallocated);
    }

    /** The whole refund. */
    public Money amount() {
        return covered().plus(excess);
    }
}
