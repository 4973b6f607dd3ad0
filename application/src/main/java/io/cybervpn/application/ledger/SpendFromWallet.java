package io.cybervpn.application.ledger;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.model.Draw;
import io.cybervpn.domain.ledger.model.Spending;
import io.cybervpn.domain.ledger.model.Wallet;
import io.cybervpn.domain.ledger.model.WalletBookings;
import io.cybervpn.domain.ledger.repository.Wallets;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Takes money out of a customer's wallet if it is there, in the unit of work of whoever spends it;
 * however many spend at once, the wallet never goes below nothing. Not repeatable by itself: the
 * caller knows, under a lock of his own, that this was not paid before. The same business key with
 * other postings fails.
 */
@Singleton
public final class SpendFromWallet {
    private final UnitOfWork unitOfWork;
    private final Wallets wallets;
    private final PostTransaction postTransaction;
    private final Clock clock;

    @Inject
    SpendFromWallet(
            UnitOfWork unitOfWork, Wallets wallets, PostTransaction postTransaction, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.wallets = wallets;
        this.postTransaction = postTransaction;
        this.clock = clock;
    }

    /** What may be spent. */
    public enum Source {
        /** What was given, and then what was paid. */
        GRANTED_THEN_PAID,
        /** Nothing but what was paid. */
        PAID
    }

    /**
     * What to take.
     *
     * @param amount more than nothing
     * @param booking under which key and as what, and who gets it
     */
    public record Command(AccountId owner, Money amount, Source source, Booking booking) {}

    /** How it is booked. */
    public record Booking(String businessKey, LedgerTransaction.Kind kind, LedgerAccount target) {}

    /** What came of it. */
    public sealed interface Result {
        /** Taken and booked. */
        record Spent(Money granted, Money paid) implements Result {}

        /** There is less; nothing was taken. */
        record NotEnough(Money available) implements Result {}
    }

    /** Takes it. */
    public Uni<Result> execute(Command command) {
        return unitOfWork.run(
                () ->
                        wallets.lock(command.owner(), command.amount().asset())
                                .map(wallet -> decide(wallet, command))
                                .chain(spending -> carryOut(spending, command)));
    }

    private Spending decide(Wallet wallet, Command command) {
        return switch (command.source()) {
            case GRANTED_THEN_PAID -> wallet.spend(command.amount(), clock.instant());
            case PAID -> wallet.spendPaid(command.amount());
        };
    }

    private Uni<Result> carryOut(Spending spending, Command command) {
        return switch (spending) {
            case Spending.Short(var available) ->
                    Uni.createFrom().item(new Result.NotEnough(available));
            case Spending.Covered(var draw) ->
                    wallets.take(draw)
                            .chain(() -> postTransaction.execute(booking(draw, command)))
                            .replaceWith(new Result.Spent(draw.fromGrants(), draw.paid()));
        };
    }

    private static PostTransaction.Command booking(Draw draw, Command command) {
        Booking booking = command.booking();
        return new PostTransaction.Command(
                booking.businessKey(),
                booking.kind(),
                WalletBookings.drawn(command.owner(), draw, booking.target()));
    }
}
