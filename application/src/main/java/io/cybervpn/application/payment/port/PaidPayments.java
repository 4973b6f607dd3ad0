package io.cybervpn.application.payment.port;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Payments whose money came, to be held against their providers. Reads only, set-based. */
public interface PaidPayments {
    /** A payment whose money came. */
    record Paid(PaymentId payment, Receipt receipt) {}

    /**
     * Which to read.
     *
     * @param from when the provider took the money, inclusive
     * @param to exclusive
     */
    record Window(String provider, Instant from, Instant to) {}

    /**
     * In the order in which the providers took their money.
     *
     * @param after the last one seen; empty to begin
     * @param limit 1 to 500
     */
    Uni<List<Paid>> page(Window window, Optional<Paid> after, int limit);

    /** What of these payments went back by their provider; nothing of those that are left out. */
    Uni<Map<PaymentId, WentBack>> wentBack(Set<PaymentId> payments);

    /**
     * What went back of a payment, in the books.
     *
     * @param amount what surely did, zero or more
     * @param underway something else may have, or will
     */
    record WentBack(Money amount, boolean underway) {}

    /** Those of these references of a provider whose money is in the books, in whatever account. */
    Uni<Set<String>> booked(String provider, Set<String> references);

    /**
     * Those of these lines of a provider's list that are refunds of ours, whatever became of them,
     * or money that was kept apart and is known to have gone back.
     */
    Uni<KnownReturns> knownReturns(String provider, List<ReturnStatement.Line> lines);

    /**
     * Refunds that we know.
     *
     * @param references by the provider's names of them
     * @param refunds by ours
     * @param amounts of those refunds, by the provider's names
     */
    record KnownReturns(Set<String> references, Set<RefundId> refunds, Map<String, Money> amounts) {
        /** Copies all. */
        public KnownReturns {
            references = Set.copyOf(references);
            refunds = Set.copyOf(refunds);
            amounts = Map.copyOf(amounts);
        }

        /** What we have for a line of the provider's, where that is other money. */
        public Optional<Money> otherThan(ReturnStatement.Line line) {
            return line.money()
                    .flatMap(
                            theirs ->
                                    Optional.ofNullable(amounts.get(line.about()))
                                            .filter(ours -> !ours.equals(theirs)));
        }

        /** Whether a line of the provider's is one of them. */
        public boolean has(ReturnStatement.Line line) {
            return references.contains(line.about())
                    || line.ours().filter(refunds::contains).isPresent();
        }
    }

    /** Those of them whose fee is not in the books yet. */
    Uni<Set<String>> withoutFee(String provider, Set<String> references);
}
