package io.cybervpn.application.ledger.port;

import io.cybervpn.application.shared.Difference;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Recomputes the books from nothing but their lines, and holds them against what happened. */
public interface LedgerProof {
    /**
     * The sum of an account in one asset.
     *
     * @param account its type, such as {@code customer_wallet}
     * @param owner a customer's id or a provider's name; empty where there is one account only
     * @param asset code of the asset
     * @param minorUnits signed
     */
    record Balance(String account, String owner, String asset, long minorUnits) {}

    /** How much was looked at. */
    record Size(long transactions, long postings) {}

    /** How many transactions and postings there are. */
    Uni<Size> size();

    /**
     * Balances, largest types first, then by owner.
     *
     * @param limit how many at most
     */
    Uni<List<Balance>> balances(int limit);

    /**
     * Every broken rule of the books themselves and of what they stand for. Each rule sees one
     * moment, so work under way makes no difference.
     *
     * @param now what happened after {@code now - grace} may still be followed up and is not missed
     * @param limit how many at most per rule
     */
    Uni<List<Difference>> differences(Instant now, Duration grace, int limit);
}
