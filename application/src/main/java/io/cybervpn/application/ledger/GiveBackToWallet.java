package io.cybervpn.application.ledger;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.model.Contribution;
import io.cybervpn.domain.ledger.model.Draw;
import io.cybervpn.domain.ledger.repository.Contributions;
import io.cybervpn.domain.ledger.repository.Wallets;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Says which part of what a wallet gave goes back to what was paid and which to what was given, and
 * gives the latter back to its grants, with the end that they had. Books nothing: the caller does,
 * in the same unit of work, and knows that he does it once.
 */
@Singleton
public final class GiveBackToWallet {
    private final Wallets wallets;
    private final Contributions contributions;
    private final Clock clock;

    @Inject
    GiveBackToWallet(Wallets wallets, Contributions contributions, Clock clock) {
        this.wallets = wallets;
        this.contributions = contributions;
        this.clock = clock;
    }

    /**
     * What goes back.
     *
     * @param subject what the wallet had paid for
     * @param amount more than nothing
     */
    public record Command(UUID subject, AccountId owner, Money amount) {}

    /** Where it goes; together they are what goes back. */
    public record Result(Money paid, Money granted) {}

    /** Gives it back. Only for an open unit of work. */
    public Uni<Result> execute(Command command) {
        return wallets.lock(command.owner(), command.amount().asset())
                .chain(() -> contributions.find(command.subject()))
                .chain(found -> giveBack(found, command.amount()));
    }

    /** What is not known to have been given before was paid. */
    private Uni<Result> giveBack(Optional<Contribution> found, Money amount) {
        return switch (found.orElse(null)) {
            case Contribution.Spent spent -> giveBack(spent.giveBack(amount));
            case null -> answer(new Draw(amount, List.of()));
            case Contribution.Held _, Contribution.Released _ ->
                    answer(new Draw(amount, List.of()));
        };
    }

    private Uni<Result> giveBack(Contribution.Return back) {
        return wallets.putBack(back.back())
                .chain(() -> contributions.save(back.after(), clock.instant()))
                .chain(() -> answer(back.back()));
    }

    private static Uni<Result> answer(Draw back) {
        return Uni.createFrom().item(new Result(back.paid(), back.fromGrants()));
    }
}
