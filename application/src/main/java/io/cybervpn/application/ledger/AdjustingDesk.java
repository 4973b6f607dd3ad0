package io.cybervpn.application.ledger;

import io.cybervpn.application.ledger.SpendFromWallet.Booking;
import io.cybervpn.application.ledger.SpendFromWallet.Source;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.Adjustment;
import io.cybervpn.domain.ledger.AdjustmentId;
import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction.Kind;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.ledger.WalletChanged;
import io.cybervpn.domain.ledger.model.Grant;
import io.cybervpn.domain.ledger.model.WalletBookings;
import io.cybervpn.domain.ledger.repository.Ledger;
import io.cybervpn.domain.ledger.repository.Wallets;
import io.cybervpn.domain.shared.Changes;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Where a wallet is changed by hand, at once or after an approval. Once per adjustment. */
@Singleton
final class AdjustingDesk {
    private final UnitOfWork unitOfWork;
    private final HoldCustomer holdCustomer;
    private final Books books;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    AdjustingDesk(
            UnitOfWork unitOfWork,
            HoldCustomer holdCustomer,
            Books books,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.holdCustomer = holdCustomer;
        this.books = books;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What is written. */
    @Singleton
    static final class Books {
        private final Ledger ledger;
        private final Wallets wallets;
        private final PostTransaction postTransaction;
        private final SpendFromWallet spendFromWallet;

        @Inject
        Books(
                Ledger ledger,
                Wallets wallets,
                PostTransaction postTransaction,
                SpendFromWallet spendFromWallet) {
            this.ledger = ledger;
            this.wallets = wallets;
            this.postTransaction = postTransaction;
            this.spendFromWallet = spendFromWallet;
        }

        private Uni<Boolean> has(String key) {
            return ledger.find(key).map(found -> found.isPresent());
        }

        private Uni<Outcome> post(String key, Kind kind, List<Posting> lines) {
            return postTransaction
                    .execute(new PostTransaction.Command(key, kind, lines))
                    .replaceWith(new Outcome.Done());
        }
    }

    /** What to do to whose wallet. */
    record Order(AccountId owner, AdjustmentId id, Adjustment adjustment) {
        String key() {
            return switch (adjustment) {
                case Adjustment.Credit _, Adjustment.Debit _ -> WalletBookings.adjustedKey(id);
                case Adjustment.Grant _ -> WalletBookings.grantedKey(grant());
            };
        }

        GrantId grant() {
            return new GrantId(id.value());
        }

        Money amount() {
            return adjustment.amount();
        }
    }

    /** What came of it. */
    sealed interface Outcome {
        /** So it is booked: now, or before. */
        record Done() implements Outcome {}

        /** There is no such customer any more. */
        record NoSuchOwner() implements Outcome {}

        /** There is less to take. */
        record NotEnough(Money available) implements Outcome {}
    }

    /** Does it, and says on the audit trail that {@code actor} did. */
    Uni<Outcome> carryOut(Actor actor, Order order) {
        return unitOfWork.run(
                () ->
                        holdCustomer
                                .execute(new HoldCustomer.Query(order.owner()))
                                .chain(
                                        there ->
                                                there
                                                        ? once(actor, order)
                                                        : Uni.createFrom()
                                                                .item(new Outcome.NoSuchOwner())));
    }

    private Uni<Outcome> once(Actor actor, Order order) {
        return books.wallets
                .lock(order.owner(), order.amount().asset())
                .chain(() -> books.has(order.key()))
                .chain(
                        before ->
                                before
                                        ? Uni.createFrom().item(new Outcome.Done())
                                        : book(order).call(done -> tell(actor, order, done)));
    }

    private Uni<Outcome> book(Order order) {
        return switch (order.adjustment()) {
            case Adjustment.Credit(var amount) ->
                    books.post(
                            order.key(),
                            Kind.WALLET_CREDITED,
                            WalletBookings.credited(order.owner(), amount));
            case Adjustment.Debit(var amount) -> debit(order, amount);
            case Adjustment.Grant(var amount, var lapsesAt) ->
                    books.wallets
                            .add(
                                    order.owner(),
                                    new Grant(order.grant(), amount, lapsesAt),
                                    clock.instant())
                            .chain(
                                    () ->
                                            books.post(
                                                    order.key(),
                                                    Kind.WALLET_GRANTED,
                                                    WalletBookings.granted(order.owner(), amount)));
        };
    }

    private Uni<Outcome> debit(Order order, Money amount) {
        Booking booking =
                new Booking(order.key(), Kind.WALLET_DEBITED, new LedgerAccount.Adjustments());
        return books.spendFromWallet
                .execute(new SpendFromWallet.Command(order.owner(), amount, Source.PAID, booking))
                .map(
                        spent ->
                                switch (spent) {
                                    case SpendFromWallet.Result.Spent _ -> new Outcome.Done();
                                    case SpendFromWallet.Result.NotEnough(var available) ->
                                            new Outcome.NotEnough(available);
                                });
    }

    private Uni<Void> tell(Actor actor, Order order, Outcome outcome) {
        return switch (outcome) {
            case Outcome.NoSuchOwner _, Outcome.NotEnough _ -> Uni.createFrom().voidItem();
            case Outcome.Done _ ->
                    note(actor, order)
                            .chain(
                                    () ->
                                            outbox.append(
                                                    new WalletChanged(
                                                            order.owner(),
                                                            order.id().value(),
                                                            order.amount(),
                                                            clock.instant())));
        };
    }

    private Uni<Void> note(Actor actor, Order order) {
        return audit.append(
                AuditTrail.Entry.of(actor, "wallets.adjust", "account", order.owner().value())
                        .with(
                                Changes.created(
                                        Map.of(
                                                "adjustment",
                                                order.id().value().toString(),
                                                "kind",
                                                order.adjustment().code(),
                                                "money",
                                                order.amount().toString()))));
    }
}
