package io.cybervpn.application.ledger;

import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerTransaction.Kind;
import io.cybervpn.domain.ledger.WalletChanged;
import io.cybervpn.domain.ledger.model.WalletBookings;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/**
 * Books what another shop owed a customer who came over: it is money that he paid, and ours to owe
 * now. For our own code, which has asked {@link HoldCustomer}; joins the caller's unit of work.
 * Repeatable by the id.
 */
@Singleton
public final class BringBalance {
    private final UnitOfWork unitOfWork;
    private final PostTransaction postTransaction;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    BringBalance(
            UnitOfWork unitOfWork, PostTransaction postTransaction, Outbox outbox, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.postTransaction = postTransaction;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What to book.
     *
     * @param brought what makes it one
     * @param amount more than nothing
     */
    public record Command(UUID brought, AccountId owner, Money amount) {}

    /** Books it. */
    public Uni<Void> execute(Command command) {
        return unitOfWork.run(
                () ->
                        postTransaction
                                .execute(
                                        new PostTransaction.Command(
                                                WalletBookings.broughtKey(command.brought()),
                                                Kind.BALANCE_BROUGHT,
                                                WalletBookings.brought(
                                                        command.owner(), command.amount())))
                                .chain(booked -> tell(command, booked)));
    }

    private Uni<Void> tell(Command command, PostTransaction.Result booked) {
        return switch (booked) {
            case PostTransaction.Result.AlreadyPosted() -> Uni.createFrom().voidItem();
            case PostTransaction.Result.Posted _ ->
                    outbox.append(
                            new WalletChanged(
                                    command.owner(),
                                    command.brought(),
                                    command.amount(),
                                    clock.instant()));
        };
    }
}
