package io.cybervpn.application.billing;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.payment.FindPaymentMethod;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.PaymentViews;
import io.cybervpn.application.payment.StartPayment;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.TopUpId;
import io.cybervpn.domain.billing.model.TopUp;
import io.cybervpn.domain.billing.repository.TopUps;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Begins to fill the caller's wallet through a provider: what is paid is in the wallet as soon as
 * payment captures it. Repeatable by the request key, as {@link Checkout} is.
 */
@Singleton
public final class TopUpWallet {
    private static final String TITLE = "Wallet top-up";

    private final FindPaymentMethod findPaymentMethod;
    private final PaymentViews payments;
    private final StartPayment startPayment;
    private final Wishes wishes;

    @Inject
    TopUpWallet(
            FindPaymentMethod findPaymentMethod,
            PaymentViews payments,
            StartPayment startPayment,
            Wishes wishes) {
        this.findPaymentMethod = findPaymentMethod;
        this.payments = payments;
        this.startPayment = startPayment;
        this.wishes = wishes;
    }

    /**
     * What to fill it with.
     *
     * @param requestKey the caller's key of this request, 1 to 300 characters
     */
    public record Command(Actor actor, Money amount, String paymentMethod, String requestKey) {}

    /** How far it came. */
    public sealed interface Result {
        /** Can be paid; without a pay URL while the provider has not answered. */
        record Begun(TopUpId id, PaymentView payment) implements Result {}

        /** A call was repeated so late that nothing can be paid any more. */
        record Over() implements Result {}

        /** The provider will not take this payment. */
        record PaymentRefused() implements Result {}

        /** Nothing, or beyond reason. */
        record NotPossible() implements Result {}

        /** Nothing was begun. */
        record Refused(Refusal reason) implements Result {}
    }

    /** Stores wishes, each once. */
    @Singleton
    static final class Wishes {
        private final UnitOfWork unitOfWork;
        private final HoldOwner holdOwner;
        private final TopUps topUps;
        private final OrderLifetimes lifetimes;
        private final Source source;

        @Inject
        Wishes(
                UnitOfWork unitOfWork,
                HoldOwner holdOwner,
                TopUps topUps,
                OrderLifetimes lifetimes,
                Source source) {
            this.unitOfWork = unitOfWork;
            this.holdOwner = holdOwner;
            this.topUps = topUps;
            this.lifetimes = lifetimes;
            this.source = source;
        }

        /** Empty for who is not there any more. */
        private Uni<Optional<TopUp>> store(AccountId account, Command command) {
            return unitOfWork.run(
                    () ->
                            holdOwner
                                    .execute(new HoldOwner.Query(account))
                                    .map(new Owner.Of(account)::equals)
                                    .chain(
                                            there ->
                                                    there
                                                            ? once(account, command)
                                                                    .map(Optional::of)
                                                            : Uni.createFrom()
                                                                    .item(Optional.empty())));
        }

        private Uni<TopUp> once(AccountId account, Command command) {
            Instant now = source.clock.instant();
            TopUp fresh =
                    new TopUp(
                            new TopUpId(source.ids.next()),
                            account,
                            command.requestKey(),
                            command.paymentMethod(),
                            command.amount(),
                            now,
                            now.plus(lifetimes.of(command.paymentMethod())));
            return topUps.add(fresh)
                    .chain(
                            added ->
                                    added
                                            ? Uni.createFrom().item(fresh)
                                            : topUps.wishedBy(account, command.requestKey())
                                                    .map(Optional::orElseThrow));
        }
    }

    /** Ids and time. */
    @Singleton
    static final class Source {
        private final Ids ids;
        private final Clock clock;

        @Inject
        Source(Ids ids, Clock clock) {
            this.ids = ids;
            this.clock = clock;
        }
    }

    /** Begins. Never call it in a unit of work. */
    public Uni<Result> execute(Command command) {
        if (!TopUp.isPossible(command.amount())) {
            return answer(new Result.NotPossible());
        }
        return command.actor()
                .account()
                .map(account -> choose(account, command))
                .orElseGet(() -> refuse(new Refusal.LoginRequired()));
    }

    private Uni<Result> choose(AccountId account, Command command) {
        return findPaymentMethod
                .execute(new FindPaymentMethod.Query(command.paymentMethod()))
                .chain(
                        method ->
                                switch (method) {
                                    case FindPaymentMethod.Result.NoSuchProvider _ ->
                                            refuse(new Refusal.NoSuchPaymentMethod());
                                    case FindPaymentMethod.Result.Taken _ ->
                                            wishes.store(account, command)
                                                    .chain(stored -> begin(stored, command));
                                });
    }

    private Uni<Result> begin(Optional<TopUp> stored, Command command) {
        return stored.map(
                        topUp ->
                                topUp.isFor(command.amount(), command.paymentMethod())
                                        ? resume(topUp)
                                        : refuse(new Refusal.KeyReused()))
                .orElseGet(() -> refuse(new Refusal.LoginRequired()));
    }

    /** A payment that was begun is taken up; only one that came to nothing is begun anew. */
    private Uni<Result> resume(TopUp topUp) {
        return payments.latestOf(topUp.id().value())
                .chain(
                        latest ->
                                latest.filter(Checkout::isAlive)
                                        .map(payment -> begun(topUp, payment))
                                        .orElseGet(() -> start(topUp)));
    }

    private Uni<Result> start(TopUp topUp) {
        if (!topUp.expiresAt().isAfter(wishes.source.clock.instant())) {
            return answer(new Result.Over());
        }
        return startPayment
                .execute(
                        new StartPayment.Command(
                                topUp.id().value(),
                                topUp.account(),
                                topUp.amount(),
                                TITLE,
                                topUp.paymentMethod(),
                                0,
                                topUp.expiresAt()))
                .chain(started -> started(topUp, started));
    }

    private static Uni<Result> started(TopUp topUp, StartPayment.Result started) {
        return switch (started) {
            case StartPayment.Result.Started(var payment) -> begun(topUp, payment);
            case StartPayment.Result.Delayed(var payment) -> begun(topUp, payment);
            case StartPayment.Result.Refused _ -> answer(new Result.PaymentRefused());
            case StartPayment.Result.NoSuchProvider _ -> refuse(new Refusal.NoSuchPaymentMethod());
            case StartPayment.Result.NotRecurring _ -> refuse(new Refusal.NotRecurring());
            case StartPayment.Result.NoSuchPayer _ -> refuse(new Refusal.LoginRequired());
        };
    }

    private static Uni<Result> begun(TopUp topUp, PaymentView payment) {
        return answer(new Result.Begun(topUp.id(), payment));
    }

    private static Uni<Result> refuse(Refusal reason) {
        return answer(new Result.Refused(reason));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
