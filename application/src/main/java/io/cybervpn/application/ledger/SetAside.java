package io.cybervpn.application.ledger;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction.Kind;
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
 * Sets as much of a wallet aside for one purpose as is there, granted money first, so that it
 * cannot be spent otherwise while a provider is asked for the rest. Repeatable: what is set aside
 * stays so. The caller holds the purpose.
 */
@Singleton
public final class SetAside {
    private final UnitOfWork unitOfWork;
    private final Wallets wallets;
    private final Contributions contributions;
    private final PostTransaction postTransaction;
    private final Clock clock;

    @Inject
    SetAside(
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
     * What for.
     *
     * @param subject what the money is for, such as an order
     * @param total what that costs, more than nothing
     * @param leastRest the least that a provider can be asked for
     */
    public record Command(UUID subject, AccountId owner, Money total, Money leastRest) {}

    /** What came of it. */
    public sealed interface Result {
        /** So much is set aside, perhaps nothing; the rest is to be paid otherwise. */
        record Aside(Money held) implements Result {}

        /** The wallet covers all of it: nothing was changed, pay with it at once. */
        record Covered() implements Result {}

        /** It is paid for already. */
        record Spent() implements Result {}
    }

    /** Sets it aside. */
    public Uni<Result> execute(Command command) {
        return unitOfWork.run(
                () ->
                        wallets.lock(command.owner(), command.total().asset())
                                .chain(wallet -> decide(wallet, command)));
    }

    private Uni<Result> decide(Wallet wallet, Command command) {
        return contributions.find(command.subject()).chain(found -> decide(wallet, found, command));
    }

    private Uni<Result> decide(Wallet wallet, Optional<Contribution> found, Command command) {
        return switch (found.orElse(null)) {
            case null -> first(wallet, command, 1);
            case Contribution.Released released -> first(wallet, command, released.time() + 1);
            case Contribution.Held held -> again(wallet, held, command);
            case Contribution.Spent _ -> answer(new Result.Spent());
        };
    }

    private Uni<Result> again(Wallet wallet, Contribution.Held held, Command command) {
        Money set = held.draw().total();
        Money nothing = Money.zero(set.asset());
        return switch (wallet.spendBeside(nothing, command.total().minus(set), clock.instant())) {
            case Spending.Covered _ -> answer(new Result.Covered());
            case Spending.Short _ -> answer(new Result.Aside(set));
        };
    }

    private Uni<Result> first(Wallet wallet, Command command, int time) {
        Draw draw = wallet.share(command.total(), command.leastRest(), clock.instant());
        if (draw.total().equals(command.total())) {
            return answer(new Result.Covered());
        }
        Result aside = new Result.Aside(draw.total());
        return draw.total().isZero()
                ? answer(aside)
                : hold(new Contribution.Held(command.subject(), command.owner(), draw, time))
                        .replaceWith(aside);
    }

    private Uni<Void> hold(Contribution.Held held) {
        return wallets.take(held.draw())
                .chain(() -> contributions.save(held, clock.instant()))
                .chain(() -> postTransaction.execute(booking(held)))
                .replaceWithVoid();
    }

    private static PostTransaction.Command booking(Contribution.Held held) {
        return new PostTransaction.Command(
                WalletBookings.heldKey(held.subject(), held.time()),
                Kind.WALLET_HELD,
                WalletBookings.drawn(
                        held.owner(), held.draw(), new LedgerAccount.CustomerHold(held.owner())));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
