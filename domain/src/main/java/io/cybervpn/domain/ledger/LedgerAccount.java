package io.cybervpn.domain.ledger;

import io.cybervpn.domain.identity.AccountId;

/**
 * Where value sits. An account exists as soon as something is posted to it; its balance is the sum
 * of its postings and is stored nowhere. A positive balance is ours (asset, expense), a negative
 * one is owed or earned (liability, revenue).
 */
public sealed interface LedgerAccount {
    /** What we owe a customer of the money he paid: negative while he has some with us. */
    record CustomerWallet(AccountId owner) implements LedgerAccount {}

    /** What we gave a customer to spend with us, which he never paid: negative while there is. */
    record CustomerGrant(AccountId owner) implements LedgerAccount {}

    /** What of both is set aside for an order that waits for the rest of its money. */
    record CustomerHold(AccountId owner) implements LedgerAccount {}

    /** What a provider took for us and has not paid out yet. */
    record ProviderClearing(String provider) implements LedgerAccount {
        /** Refuses a blank name. */
        public ProviderClearing {
            requireProvider(provider);
        }
    }

    /** What we earned. */
    record Revenue() implements LedgerAccount {}

    /** Of what we earned, what is the state's: negative while we owe it. */
    record TaxPayable() implements LedgerAccount {}

    /** What a provider kept. */
    record ProviderFees(String provider) implements LedgerAccount {
        /** Refuses a blank name. */
        public ProviderFees {
            requireProvider(provider);
        }
    }

    /** What we gave back. */
    record Refunds() implements LedgerAccount {}

    /** What grants cost us: given minus lapsed. */
    record Promotions() implements LedgerAccount {}

    /** What staff put into wallets and took out of them by hand. */
    record Adjustments() implements LedgerAccount {}

    /** What other shops owed their customers when these came over: the wallets stand against it. */
    record OpeningBalances() implements LedgerAccount {}

    /** Remainders of division. */
    record Rounding() implements LedgerAccount {}

    /** Money that came without a claim that it fits: staff must decide whose it is. */
    record Unallocated(String provider) implements LedgerAccount {
        /** Refuses a blank name. */
        public Unallocated {
            requireProvider(provider);
        }
    }

    private static void requireProvider(String provider) {
        if (provider.isBlank()) {
            throw new IllegalArgumentException("a provider has a name");
        }
    }
}
