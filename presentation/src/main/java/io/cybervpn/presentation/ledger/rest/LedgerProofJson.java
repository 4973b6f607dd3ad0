package io.cybervpn.presentation.ledger.rest;

import io.cybervpn.application.ledger.ProveLedger;
import io.cybervpn.application.ledger.port.LedgerProof;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The proof of the books.
 *
 * @param balanced true when there are no differences
 * @param transactions how many were read
 * @param postings how many were read
 * @param balances sums of accounts per currency, at most 1000; positive is ours, negative is owed
 *     or earned
 * @param differences what is not as it must be, at most 100 per check
 */
@Schema(name = "LedgerProof")
public record LedgerProofJson(
        boolean balanced,
        Instant checkedAt,
        long transactions,
        long postings,
        List<BalanceJson> balances,
        List<DifferenceJson> differences) {

    /**
     * The sum of an account.
     *
     * @param owner a customer's id or a provider's name; empty where there is one account only
     * @param amount may be negative
     */
    @Schema(name = "LedgerBalance")
    public record BalanceJson(String account, String owner, MoneyJson amount) {
        static BalanceJson of(LedgerProof.Balance balance) {
            return new BalanceJson(
                    balance.account(),
                    balance.owner(),
                    Amounts.signed(balance.minorUnits(), Asset.of(balance.asset())));
        }
    }

    /** A broken rule and what breaks it. */
    @Schema(name = "LedgerDifference")
    public record DifferenceJson(String check, String subject, String detail) {
        static DifferenceJson of(Difference difference) {
            return new DifferenceJson(
                    difference.check(), difference.subject(), difference.detail());
        }
    }

    static LedgerProofJson of(ProveLedger.Report report) {
        return new LedgerProofJson(
                report.balanced(),
                report.checkedAt(),
                report.size().transactions(),
                report.size().postings(),
                report.balances().stream().map(BalanceJson::of).toList(),
                report.differences().stream().map(DifferenceJson::of).toList());
    }
}
