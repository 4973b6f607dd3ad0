package io.cybervpn.presentation.ledger.rest;

import io.cybervpn.application.ledger.ListLedgerTransactions.Result.Listed;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the journal, newest first.
 *
 * @param nextCursor where to go on; null at the end
 */
@Schema(name = "LedgerTransactionFeed")
public record LedgerFeedJson(
        List<TransactionJson> items, @Schema(nullable = true) @Nullable String nextCursor) {

    /**
     * A transaction.
     *
     * @param businessKey the event that moved the money; unique
     * @param postings per currency they sum to zero
     */
    @Schema(name = "LedgerTransaction")
    public record TransactionJson(
            UUID id, String businessKey, String kind, Instant at, List<PostingJson> postings) {
        static TransactionJson of(LedgerTransaction transaction) {
            return new TransactionJson(
                    transaction.id().value(),
                    transaction.businessKey(),
                    transaction.kind().name().toLowerCase(Locale.ROOT),
                    transaction.at(),
                    transaction.postings().stream().map(PostingJson::of).toList());
        }
    }

    /**
     * A line.
     *
     * @param owner a customer's id or a provider's name; empty where there is one account only
     * @param amount positive is a debit, negative a credit
     */
    @Schema(name = "LedgerPosting")
    public record PostingJson(String account, String owner, MoneyJson amount) {
        static PostingJson of(Posting posting) {
            MoneyJson amount = Amounts.signed(posting.minorUnits(), posting.asset());
            return switch (posting.account()) {
                case LedgerAccount.CustomerWallet(var owner) ->
                        new PostingJson("customer_wallet", owner.value().toString(), amount);
                case LedgerAccount.CustomerGrant(var owner) ->
                        new PostingJson("customer_grant", owner.value().toString(), amount);
                case LedgerAccount.CustomerHold(var owner) ->
                        new PostingJson("customer_hold", owner.value().toString(), amount);
                case LedgerAccount.ProviderClearing(var provider) ->
                        new PostingJson("provider_clearing", provider, amount);
                case LedgerAccount.Revenue() -> new PostingJson("revenue", "", amount);
                case LedgerAccount.TaxPayable() -> new PostingJson("tax_payable", "", amount);
                case LedgerAccount.ProviderFees(var provider) ->
                        new PostingJson("provider_fees", provider, amount);
                case LedgerAccount.Refunds() -> new PostingJson("refunds", "", amount);
                case LedgerAccount.Promotions() -> new PostingJson("promotions", "", amount);
                case LedgerAccount.Adjustments() -> new PostingJson("adjustments", "", amount);
                case LedgerAccount.OpeningBalances() ->
                        new PostingJson("opening_balances", "", amount);
                case LedgerAccount.Rounding() -> new PostingJson("rounding", "", amount);
                case LedgerAccount.Unallocated(var provider) ->
                        new PostingJson("unallocated", provider, amount);
            };
        }
    }

    static LedgerFeedJson of(Listed listed) {
        return new LedgerFeedJson(
                listed.transactions().stream().map(TransactionJson::of).toList(),
                listed.next().map(LedgerTransactionId::value).map(UUID::toString).orElse(null));
    }
}
