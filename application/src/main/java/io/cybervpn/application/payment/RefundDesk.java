package io.cybervpn.application.payment;

import io.cybervpn.application.ledger.GiveBackToWallet;
import io.cybervpn.application.ledger.HoldPaidMoney;
import io.cybervpn.application.ledger.PostTransaction;
import io.cybervpn.application.ledger.ReverseTransaction;
import io.cybervpn.application.payment.port.Spendings;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.domain.ledger.LedgerTransaction.Kind;
import io.cybervpn.domain.payment.PaymentFlagged;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Funding;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.payment.model.Refund;
import io.cybervpn.domain.payment.model.RefundBookings;
import io.cybervpn.domain.payment.model.RefundRequest;
import io.cybervpn.domain.payment.model.Refundable;
import io.cybervpn.domain.payment.model.Spending;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.payment.repository.Refunds;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.DomainEvent;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What all ways to a refund share: the payment is held, the money is counted, and state, booking
 * and event are stored together. Only for an open unit of work.
 */
@Singleton
final class RefundDesk {
    private final Payments payments;
    private final Refunds refunds;
    private final Spendings spendings;
    private final Books books;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    RefundDesk(
            Payments payments,
            Refunds refunds,
            Spendings spendings,
            Books books,
            Outbox outbox,
            Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.spendings = spendings;
        this.books = books;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The ledger as refunds need it. */
    @Singleton
    static final class Books {
        private final HoldPaidMoney wallet;
        private final PostTransaction post;
        private final ReverseTransaction reverse;
        private final GiveBackToWallet giveBack;

        @Inject
        Books(
                HoldPaidMoney wallet,
                PostTransaction post,
                ReverseTransaction reverse,
                GiveBackToWallet giveBack) {
            this.wallet = wallet;
            this.post = post;
            this.reverse = reverse;
            this.giveBack = giveBack;
        }

        Uni<Money> inWallet(Payment payment, Asset asset) {
            return wallet.execute(new HoldPaidMoney.Query(payment.request().payer(), asset));
        }

        Uni<Void> book(Payment payment, Refund refund, Funding funding) {
            return granted(payment.request(), refund)
                    .chain(
                            granted ->
                                    post.execute(
                                            new PostTransaction.Command(
                                                    RefundBookings.key(refund.id()),
                                                    Kind.REFUND,
                                                    RefundBookings.postings(
                                                            payment.request(),
                                                            funding,
                                                            refund.request().to(),
                                                            granted))))
                    .replaceWithVoid();
        }

        /** What a wallet had been given and paid with comes back to it as given. */
        private Uni<Money> granted(PaymentRequest paid, Refund refund) {
            Money amount = refund.request().amount();
            return paid.provider().equals(RecordWalletPayment.PROVIDER)
                    ? giveBack.execute(
                                    new GiveBackToWallet.Command(
                                            paid.subject(), paid.payer(), amount))
                            .map(GiveBackToWallet.Result::granted)
                    : Uni.createFrom().item(Money.zero(amount.asset()));
        }

        Uni<Void> bookBack(Refund refund) {
            return reverse.execute(new ReverseTransaction.Command(RefundBookings.key(refund.id())))
                    .replaceWithVoid();
        }
    }

    /** A payment that is held, with its refunds. */
    record Held(Payment payment, List<Refund> refunds) {
        Optional<Refund> byKey(String key) {
            return refunds.stream().filter(one -> one.request().key().equals(key)).findFirst();
        }

        Optional<Refund> byReference(String reference) {
            return refunds.stream()
                    .filter(one -> one.knownReference().equals(Optional.of(reference)))
                    .findFirst();
        }

        Optional<Refund> byId(Refund refund) {
            return refunds.stream().filter(one -> one.id().equals(refund.id())).findFirst();
        }
    }

    Instant now() {
        return clock.instant();
    }

    /** Holds a payment; empty if there is none. */
    Uni<Optional<Held>> hold(PaymentId id) {
        return payments.lock(id)
                .chain(
                        found ->
                                found.map(this::withRefunds)
                                        .orElseGet(
                                                () ->
                                                        Uni.createFrom()
                                                                .item(Optional.<Held>empty())));
    }

    private Uni<Optional<Held>> withRefunds(Payment payment) {
        return refunds.ofPayment(payment.id()).map(all -> Optional.of(new Held(payment, all)));
    }

    /** How much can go back, and from where. */
    Uni<Refundable> refundable(Held held) {
        return switch (held.payment()) {
            case Payment.Open _, Payment.Expired _, Payment.Failed _ ->
                    Uni.createFrom().item(() -> unspent(held, new Spending.Kept()));
            case Payment.Flagged flagged ->
                    spendings
                            .of(flagged.id(), flagged.request().subject())
                            .map(spending -> unspent(held, spending));
            case Payment.Captured captured ->
                    spendings
                            .of(captured.id(), captured.request().subject())
                            .chain(spending -> counted(held, captured, spending));
        };
    }

    private static Refundable unspent(Held held, Spending spending) {
        Money nothing = Money.zero(held.payment().request().amount().asset());
        return Refundable.of(held.payment(), held.refunds(), spending, nothing);
    }

    private Uni<Refundable> counted(Held held, Payment.Captured captured, Spending spending) {
        return books.inWallet(captured, captured.request().amount().asset())
                .map(has -> Refundable.of(captured, held.refunds(), spending, has));
    }

    /** What came, if it can be counted. */
    static Optional<Money> received(Payment payment) {
        return switch (payment) {
            case Payment.Open _, Payment.Expired _, Payment.Failed _ -> Optional.empty();
            case Payment.Captured captured -> money(captured.receipt().received());
            case Payment.Flagged flagged -> money(flagged.receipt().received());
        };
    }

    private static Optional<Money> money(Received received) {
        return switch (received) {
            case Received.Exact(var money) -> Optional.of(money);
            case Received.Unreadable _ -> Optional.empty();
        };
    }

    /**
     * Promises the money: stores and books a new refund. One to the wallet is done with that; one
     * to the provider is due at once.
     */
    Uni<Refund> promise(Held held, RefundRequest request, Funding funding) {
        Refund.Requested requested = new Refund.Requested(request, funding);
        return refunds.add(requested, now())
                .chain(() -> books.book(held.payment(), requested, funding))
                .chain(
                        () ->
                                switch (request.to()) {
                                    case PROVIDER -> Uni.createFrom().item(requested);
                                    case WALLET -> inWallet(held.payment(), requested);
                                });
    }

    /** Nobody else has to do anything for it. */
    private Uni<Refund> inWallet(Payment payment, Refund.Requested requested) {
        Refund.Succeeded done =
                new Refund.Succeeded(
                        requested.request(), requested.funding(), Optional.empty(), now());
        return carryOut(requested.succeed(payment, Optional.empty(), now())).replaceWith(done);
    }

    /** Stores a refund that a provider told of; it is booked by {@link #settle}. */
    Uni<Void> add(Refund told) {
        return refunds.add(told, now());
    }

    /**
     * Books what a provider has given back already, as soon as its payment is settled here.
     *
     * @return false when that is not yet
     */
    Uni<Boolean> settle(Held held, Refund.Reported reported) {
        return refundable(held)
                .chain(
                        refundable ->
                                switch (refundable) {
                                    case Refundable.NotPaid _, Refundable.NotSettled _ ->
                                            Uni.createFrom().item(false);
                                    case Refundable.Pot pot ->
                                            settle(held.payment(), reported, pot).replaceWith(true);
                                });
    }

    private Uni<Void> settle(Payment payment, Refund.Reported reported, Refundable.Pot pot) {
        Funding funding = pot.takeGone(reported.request().amount());
        Refund.Sent sent = new Refund.Sent(reported.request(), funding, reported.reference());
        return books.book(payment, sent, funding)
                .chain(
                        () ->
                                carryOut(
                                        sent.succeed(
                                                payment, Optional.of(reported.reference()), now())))
                .chain(() -> flagExcess(payment, reported, funding));
    }

    private Uni<Void> flagExcess(Payment payment, Refund.Reported reported, Funding funding) {
        return funding.excess().isZero()
                ? Uni.createFrom().voidItem()
                : flag(
                        payment,
                        "refund %s gave back %s more than there was"
                                .formatted(reported.reference(), funding.excess()));
    }

    /** Calls staff. */
    Uni<Void> flag(Payment payment, String reason) {
        return outbox.append(
                new PaymentFlagged(payment.id(), payment.request().subject(), reason, now()));
    }

    /** Stores a step with all that belongs to it. Steps that change nothing do nothing. */
    Uni<Void> carryOut(Refund.Step step) {
        return switch (step) {
            case Refund.Step.Same _, Refund.Step.AnotherOne _, Refund.Step.Contradiction _ ->
                    Uni.createFrom().voidItem();
            case Refund.Step.Moved(var refund) -> refunds.save(refund);
            case Refund.Step.Done(var refund, var event) ->
                    refunds.save(refund).chain(() -> outbox.append(event));
            case Refund.Step.Undone(var refund, var event) ->
                    refunds.save(refund)
                            .chain(() -> books.bookBack(refund))
                            .chain(() -> tell(event));
        };
    }

    private Uni<Void> tell(Optional<? extends DomainEvent> event) {
        return event.map(outbox::append).orElseGet(() -> Uni.createFrom().voidItem());
    }
}
