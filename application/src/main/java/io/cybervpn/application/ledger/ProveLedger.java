package io.cybervpn.application.ledger;

import io.cybervpn.application.ledger.port.LedgerProof;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.application.shared.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Recomputes all money from the postings and reports every difference to payments, orders and
 * subscriptions. Reads everything there is: for staff and a schedule, not for customers. Needs
 * {@link Permission#LEDGER_READ}.
 */
@Singleton
public final class ProveLedger {
    /** Time in which an event may still be on its way to its handler. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private static final int BALANCES_MAX = 1000;
    private static final int DIFFERENCES_MAX = 100;

    private final LedgerProof proof;
    private final Clock clock;

    @Inject
    ProveLedger(LedgerProof proof, Clock clock) {
        this.proof = proof;
        this.clock = clock;
    }

    /**
     * The proof.
     *
     * @param checkedAt when it began
     * @param balances at most 1000
     * @param differences none when all is well; at most 100 per rule
     */
    public record Report(
            Instant checkedAt,
            LedgerProof.Size size,
            List<LedgerProof.Balance> balances,
            List<Difference> differences) {
        /** Copies the lists. */
        public Report {
            balances = List.copyOf(balances);
            differences = List.copyOf(differences);
        }

        /** True when nothing differs. */
        public boolean balanced() {
            return differences.isEmpty();
        }
    }

    /** The answer. */
    public sealed interface Result {
        /** The books were read; what they say is in the report. */
        record Proved(Report report) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Proves. Changes nothing. */
    public Uni<Result> execute(Actor actor) {
        if (!actor.may(Permission.LEDGER_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        Instant now = clock.instant();
        return Uni.combine()
                .all()
                .unis(
                        proof.size(),
                        proof.balances(BALANCES_MAX),
                        proof.differences(now, GRACE, DIFFERENCES_MAX))
                .with(
                        (size, balances, differences) ->
                                new Result.Proved(new Report(now, size, balances, differences)));
    }
}
