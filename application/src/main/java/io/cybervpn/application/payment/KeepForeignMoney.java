package io.cybervpn.application.payment;

import io.cybervpn.application.ledger.PostTransaction;
import io.cybervpn.application.shared.Inbox;
import io.cybervpn.application.shared.InboxHandler.Applied;
import io.cybervpn.domain.ledger.LedgerTransaction.Kind;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.payment.model.Bookings;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Unmatched;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.payment.repository.UnmatchedMoney;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Takes a provider's word that an invoice was paid which names no payment of ours: the shop has the
 * money, so it is booked apart and listed for staff, once for each invoice. All methods join the
 * unit of work and are repeatable.
 */
@Singleton
final class KeepForeignMoney {
    private final Payments payments;
    private final UnmatchedMoney unmatched;
    private final PostTransaction ledger;
    private final Clock clock;

    @Inject
    KeepForeignMoney(
            Payments payments, UnmatchedMoney unmatched, PostTransaction ledger, Clock clock) {
        this.payments = payments;
        this.unmatched = unmatched;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What a provider took. */
    record Said(String provider, Receipt receipt) {}

    /** One after the other; the answers are in that order. */
    Uni<List<Applied>> executeAll(List<Said> all) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(this::execute)
                .collect()
                .asList();
    }

    /** An invoice of ours is none of these, whatever a push says or leaves out. */
    Uni<Applied> execute(Said said) {
        return payments.byReference(said.provider(), said.receipt().reference())
                .chain(
                        ours ->
                                ours.isPresent()
                                        ? Uni.createFrom().item(flagged(said, "names no payment"))
                                        : keep(said));
    }

    private Uni<Applied> keep(Said said) {
        Unmatched money =
                Unmatched.fresh(
                        said.provider(),
                        said.receipt(),
                        "its invoice names no payment",
                        Optional.empty(),
                        clock.instant());
        return unmatched
                .addAll(List.of(money))
                .chain(() -> ledger.executeAll(bookings(said)))
                .replaceWith(flagged(said, "is of no payment: its money is kept apart"));
    }

    private static List<PostTransaction.Command> bookings(Said said) {
        List<Posting> postings = Bookings.unallocated(said.provider(), said.receipt().received());
        return postings.isEmpty()
                ? List.of()
                : List.of(
                        new PostTransaction.Command(
                                Bookings.surplusKey(said.provider(), said.receipt().reference()),
                                Kind.PAYMENT_SURPLUS,
                                postings));
    }

    private static Applied flagged(Said said, String why) {
        return new Applied(
                Inbox.Outcome.FLAGGED,
                "invoice %s was paid and %s".formatted(said.receipt().reference(), why));
    }
}
