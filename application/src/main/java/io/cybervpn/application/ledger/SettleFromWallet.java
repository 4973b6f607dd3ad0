package io.cybervpn.application.ledger;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.model.Contribution;
import io.cybervpn.domain.ledger.model.Draw;
import io.cybervpn.domain.ledger.model.Spending;
import io.cybervpn.domain.ledger.model.Wallet;
import io.cybervpn.domain.ledger.model.WalletBookings;
import io.cybervpn.domain.ledger.repository.Contributions;
import io.cybervpn.domain.ledger.repository.Wallets;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Pays for one purpose in one booking: with what was set aside for it, with money that came in for
 * it, and with the wallet's own, granted money first, where both are not enough. However many spend
 * at once, the wallet never goes below nothing. Not repeatable by itself: the caller holds the
 * purpose and knows that it is not paid for. The same business key with other postings fails.
 */
@Singleton
public final class SettleFromWallet {
    private final UnitOfWork unitOfWork;
    private final Wallets wallets;
    private final Contributions contributions;
    private final PostTransaction postTransaction;
    private final Clock clock;

    @Inject
    SettleFromWallet(
            UnitOfWork unitOfWork,
            Wallets wallets,
            Contributions contributions,
            PostTransaction postTransaction,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.wallets = wallets;
        this.contributions = contributions;
        this.postTransaction = postTransaction;
        this.clock = clock;
    }

    /**
     * What to pay.
     *
     * @param subject what is paid for, such as an order
     * @param total what it costs, more than nothing
     * @param came of its asset; lies in the owner's wallet as paid; what is over stays there
     */
    public record Command(
            UUID subject,
            AccountId owner,
            Money total,
            Money came,
            SpendFromWallet.Booking booking) {}

    /** What came of it. */
    public sealed interface Result {
        /**
         * Paid and booked.
         *
         * @param fromWallet what of the total the wallet gave beside the money that came
         */
        record Settled(Money fromWallet) implements Result {}

        /** It is not enough; nothing was changed. */
        record NotEnough(Money available) implements Result {}
    }

    /**
     * How it is paid.
     *
     * @param came as much of what came as is needed
     * @param beside what the wallet gives beside that and what was set aside
     */
    private record Parts(Optional<Contribution.Held> held, Money came, Draw beside) {
        Contribution.Spent spent(Command command) {
            return held.map(one -> one.spend(beside))
                    .orElseGet(
                            () ->
                                    Contribution.Spent.atOnce(
                                            command.subject(), command.owner(), beside));
        }

        Money setAside() {
            return held.map(one -> one.draw().total()).orElse(Money.zero(came.asset()));
        }
    }

    /** Pays. */
    public Uni<Result> execute(Command command) {
        return unitOfWork.run(
                () ->
                        wallets.lock(command.owner(), command.total().asset())
                                .chain(wallet -> decide(wallet, command)));
    }

    private Uni<Result> decide(Wallet wallet, Command command) {
        return contributions
                .find(command.subject())
                .map(found -> found.flatMap(SettleFromWallet::held))
                .chain(held -> pay(wallet, held, command));
    }

    private static Optional<Contribution.Held> held(Contribution found) {
        return switch (found) {
            case Contribution.Held held -> Optional.of(held);
            case Contribution.Released _ -> Optional.empty();
            case Contribution.Spent spent ->
                    throw new IllegalStateException(spent.subject() + " was paid before");
        };
    }

    private Uni<Result> pay(Wallet wallet, Optional<Contribution.Held> held, Command command) {
        Money open =
                held.map(one -> command.total().minus(one.draw().total())).orElse(command.total());
        Money came = command.came().compareTo(open) < 0 ? command.came() : open;
        return switch (wallet.spendBeside(came, open, clock.instant())) {
            case Spending.Short(var available) ->
                    Uni.createFrom().item(new Result.NotEnough(available));
            case Spending.Covered(var beside) -> carryOut(new Parts(held, came, beside), command);
        };
    }

    private Uni<Result> carryOut(Parts parts, Command command) {
        Contribution.Spent spent = parts.spent(command);
        Money fromWallet = spent.draw().total();
        return wallets.take(parts.beside())
                .chain(() -> postTransaction.execute(booking(parts, command)))
                .chain(() -> keep(spent))
                .replaceWith(new Result.Settled(fromWallet));
    }

    private Uni<Void> keep(Contribution.Spent spent) {
        return spent.draw().total().isZero()
                ? Uni.createFrom().voidItem()
                : contributions.save(spent, clock.instant());
    }

    private static PostTransaction.Command booking(Parts parts, Command command) {
        SpendFromWallet.Booking booking = command.booking();
        return new PostTransaction.Command(
                booking.businessKey(),
                booking.kind(),
                WalletBookings.settled(
                        command.owner(),
                        parts.setAside(),
                        parts.came(),
                        parts.beside(),
                        booking.target()));
    }
}
