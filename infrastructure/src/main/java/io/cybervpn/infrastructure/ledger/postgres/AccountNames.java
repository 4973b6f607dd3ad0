package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import java.util.UUID;

/** Ledger accounts as the two columns of a posting. The names are for ever. */
record AccountNames(String type, String owner) {
    static AccountNames of(LedgerAccount account) {
        return switch (account) {
            case LedgerAccount.CustomerWallet(var owner) ->
                    new AccountNames("customer_wallet", owner.value().toString());
            case LedgerAccount.CustomerGrant(var owner) ->
                    new AccountNames("customer_grant", owner.value().toString());
            case LedgerAccount.CustomerHold(var owner) ->
                    new AccountNames("customer_hold", owner.value().toString());
            case LedgerAccount.ProviderClearing(var provider) ->
                    new AccountNames("provider_clearing", provider);
            case LedgerAccount.Revenue() -> new AccountNames("revenue", "");
            case LedgerAccount.TaxPayable() -> new AccountNames("tax_payable", "");
            case LedgerAccount.ProviderFees(var provider) ->
                    new AccountNames("provider_fees", provider);
            case LedgerAccount.Refunds() -> new AccountNames("refunds", "");
            case LedgerAccount.Promotions() -> new AccountNames("promotions", "");
            case LedgerAccount.Adjustments() -> new AccountNames("adjustments", "");
            case LedgerAccount.OpeningBalances() -> new AccountNames("opening_balances", "");
            case LedgerAccount.Rounding() -> new AccountNames("rounding", "");
            case LedgerAccount.Unallocated(var provider) ->
                    new AccountNames("unallocated", provider);
        };
    }

    LedgerAccount account() {
        return switch (type) {
            case "customer_wallet" -> new LedgerAccount.CustomerWallet(customer());
            case "customer_grant" -> new LedgerAccount.CustomerGrant(customer());
            case "customer_hold" -> new LedgerAccount.CustomerHold(customer());
            case "provider_clearing" -> new LedgerAccount.ProviderClearing(owner);
            case "revenue" -> new LedgerAccount.Revenue();
            case "tax_payable" -> new LedgerAccount.TaxPayable();
            case "provider_fees" -> new LedgerAccount.ProviderFees(owner);
            case "refunds" -> new LedgerAccount.Refunds();
            case "promotions" -> new LedgerAccount.Promotions();
            case "adjustments" -> new LedgerAccount.Adjustments();
            case "opening_balances" -> new LedgerAccount.OpeningBalances();
            case "rounding" -> new LedgerAccount.Rounding();
            case "unallocated" -> new LedgerAccount.Unallocated(owner);
            default -> throw new IllegalStateException("no ledger account is stored as " + type);
        };
    }

    private AccountId customer() {
        return new AccountId(UUID.fromString(owner));
    }
}
