package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.approval.FourEyes;
import io.cybervpn.application.ledger.BringBalance;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps that a line came over, and books its balance. What staff could not put into a wallet by
 * hand alone is not booked by a file either. Only for an open unit of work.
 */
@Singleton
final class BringDesk {
    private final BroughtPeople people;
    private final BringBalance bringBalance;
    private final FourEyes fourEyes;
    private final Ids ids;
    private final Clock clock;

    @Inject
    BringDesk(
            BroughtPeople people,
            BringBalance bringBalance,
            FourEyes fourEyes,
            Ids ids,
            Clock clock) {
        this.people = people;
        this.bringBalance = bringBalance;
        this.fourEyes = fourEyes;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What becomes of a balance.
     *
     * @param booked empty: nothing is
     * @param note what is to be said of it
     */
    private record Balance(Optional<Money> booked, Optional<String> note) {
        private static Balance left(String note) {
            return new Balance(Optional.empty(), Optional.of(note));
        }
    }

    /** Whether the line came over before. */
    Uni<Boolean> isThere(BringLine.Work work) {
        return people.find(work.file().shop(), work.row()).map(Optional::isPresent);
    }

    /** What would be said of it. */
    Uni<ImportJob.Outcome> foresee(BringLine.Work work, List<String> notes) {
        return Uni.createFrom()
                .item(new ImportJob.Outcome.Foreseen(notes(work, notes, balance(work))));
    }

    /** Keeps that it is done. */
    Uni<ImportJob.Outcome> keep(BringLine.Work work, ImportJob.Made made, List<String> notes) {
        Balance balance = balance(work);
        Brought brought =
                new Brought(
                        ids.next(),
                        work.file().shop(),
                        work.row(),
                        made.account(),
                        made.subscription(),
                        balance.booked(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        return people.add(brought)
                .invoke(BringDesk::insist)
                .chain(() -> book(brought))
                .replaceWith(new ImportJob.Outcome.Done(made, notes(work, notes, balance)));
    }

    /** Somebody was quicker: nothing of this may stay. The next try finds it done. */
    private static void insist(boolean first) {
        if (!first) {
            throw new IllegalStateException("brought over meanwhile; try again");
        }
    }

    private Uni<Void> book(Brought brought) {
        return brought.balance()
                .map(
                        money ->
                                bringBalance.execute(
                                        new BringBalance.Command(
                                                brought.id(), brought.account(), money)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Balance balance(BringLine.Work work) {
        long units = work.line().balanceMinor().orElse(0L);
        if (units == 0) {
            return new Balance(Optional.empty(), Optional.empty());
        }
        if (units < 0) {
            return Balance.left("balance_negative");
        }
        return work.file()
                .balances()
                .map(asset -> balance(new Money(units, asset)))
                .orElseGet(() -> Balance.left("balance_left_out"));
    }

    private Balance balance(Money money) {
        return fourEyes.areNeededFor(money)
                ? Balance.left("balance_needs_approval")
                : new Balance(Optional.of(money), Optional.of("balance_booked"));
    }

    private static List<String> notes(BringLine.Work work, List<String> before, Balance balance) {
        List<String> notes = new ArrayList<>(before);
        balance.note().ifPresent(notes::add);
        if (work.line().referred()) {
            notes.add("referrer_left_out");
        }
        return notes;
    }
}
