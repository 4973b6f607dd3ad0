package io.cybervpn.application.billing;

import io.cybervpn.application.billing.PlaceOrder.Result.Placed;
import io.cybervpn.application.payment.FindLeastCharge;
import io.cybervpn.application.payment.FindPaymentMethod;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.PaymentViews;
import io.cybervpn.application.payment.RecordWalletPayment;
import io.cybervpn.application.payment.StartPayment;
import io.cybervpn.domain.billing.OrderStatus;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Places an order, then asks the provider for an invoice, outside any transaction (R80–R83), or
 * pays it from the buyer's wallet, or both: the wallet gives what it has, which is set aside, and
 * the provider is asked for the rest. When the provider does not answer, the order stands all the
 * same and payment goes on asking; the buyer looks again. Repeatable by the request key: a call
 * that died half-way is taken up where it was.
 */
@Singleton
public final class Checkout {
    private final FindPaymentMethod findPaymentMethod;
    private final PlaceOrder placeOrder;
    private final PlaceAddOnOrder placeAddOnOrder;
    private final PaymentViews payments;
    private final StartPayment startPayment;
    private final WalletShare wallet;
    private final RecurringSales recurringSales;
    private final Clock clock;

    @Inject
    Checkout(
            FindPaymentMethod findPaymentMethod,
            PlaceOrder placeOrder,
            PlaceAddOnOrder placeAddOnOrder,
            PaymentViews payments,
            StartPayment startPayment,
            WalletShare wallet,
            RecurringSales recurringSales,
            Clock clock) {
        this.findPaymentMethod = findPaymentMethod;
        this.placeOrder = placeOrder;
        this.placeAddOnOrder = placeAddOnOrder;
        this.payments = payments;
        this.startPayment = startPayment;
        this.wallet = wallet;
        this.recurringSales = recurringSales;
        this.clock = clock;
    }

    /** What the buyer's wallet does for an order. */
    @Singleton
    static final class WalletShare {
        private final PayFromWallet payFromWallet;
        private final SplitOrder splitOrder;
        private final FindLeastCharge findLeastCharge;

        @Inject
        WalletShare(
                PayFromWallet payFromWallet,
                SplitOrder splitOrder,
                FindLeastCharge findLeastCharge) {
            this.payFromWallet = payFromWallet;
            this.splitOrder = splitOrder;
            this.findLeastCharge = findLeastCharge;
        }

        private Uni<SplitOrder.Result> split(Placed placed, String provider) {
            OrderView order = placed.order();
            return splitOrder.execute(
                    new SplitOrder.Command(
                            order.id(),
                            findLeastCharge.execute(
                                    new FindLeastCharge.Query(provider, order.total().asset()))));
        }
    }

    /**
     * The order to place and to pay.
     *
     * @param keepConsent the version of the words by which the buyer agreed that we keep what he
     *     pays with; empty: he did not
     * @param recurring the version of the words by which the buyer agreed that the provider takes
     *     the same again each period; empty: he did not
     * @param addOn orders this; of the order's plan and term nothing is asked then
     */
    public record Command(
            PlaceOrder.Command order,
            Optional<String> keepConsent,
            Optional<String> recurring,
            Optional<AddOnWish> addOn) {
        /** One that is paid once and keeps nothing. */
        public Command(PlaceOrder.Command order) {
            this(order, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** How far it came. */
    public sealed interface Result {
        /**
         * The order stands.
         *
         * @param payment empty only when a call is repeated so late that nothing is to be paid any
         *     more; without a pay URL while the provider has not answered
         */
        record Ordered(OrderView order, Optional<PaymentView> payment) implements Result {}

        /** The order stands, but the provider will not take its payment. */
        record PaymentRefused(OrderView order) implements Result {}

        /** The order stands, but there is too little in the wallet: fill it and repeat the call. */
        record NotEnoughMoney(OrderView order, Money available) implements Result {}

        /** No order was placed. */
        record Refused(Refusal reason) implements Result {}
    }

    /** Places and begins to pay. Never call it in a unit of work. */
    public Uni<Result> execute(Command command) {
        return recurringSales
                .refusal(command)
                .chain(
                        no ->
                                no.map(reason -> answer(new Result.Refused(reason)))
                                        .orElseGet(() -> takeIt(command)));
    }

    private Uni<Result> takeIt(Command command) {
        if (isWallet(command.order().paymentMethod())) {
            return place(new FindPaymentMethod.Result.Taken(), command);
        }
        return findPaymentMethod
                .execute(new FindPaymentMethod.Query(command.order().paymentMethod()))
                .chain(method -> place(method, command));
    }

    private static boolean isWallet(String paymentMethod) {
        return paymentMethod.equals(RecordWalletPayment.PROVIDER);
    }

    private Uni<Result> place(FindPaymentMethod.Result method, Command command) {
        return switch (method) {
            case FindPaymentMethod.Result.NoSuchProvider _ -> noSuchPaymentMethod();
            case FindPaymentMethod.Result.Taken _ ->
                    placeOrder(command).chain(placed -> pay(placed, Way.of(command)));
        };
    }

    private Uni<PlaceOrder.Result> placeOrder(Command command) {
        return command.addOn()
                .map(
                        wish ->
                                placeAddOnOrder.execute(
                                        new PlaceAddOnOrder.Command(command.order(), wish)))
                .orElseGet(() -> placeOrder.execute(command.order()));
    }

    private record Way(
            String provider,
            boolean useWallet,
            Optional<String> keepConsent,
            Optional<String> recurring) {
        static Way of(Command command) {
            PlaceOrder.Command order = command.order();
            return new Way(
                    order.paymentMethod(),
                    order.useWallet(),
                    command.keepConsent(),
                    command.recurring());
        }
    }

    private Uni<Result> pay(PlaceOrder.Result result, Way way) {
        return switch (result) {
            case PlaceOrder.Result.Refused(var reason) -> answer(new Result.Refused(reason));
            case Placed placed when placed.repeated() -> resume(placed, way);
            case Placed placed -> start(placed, way);
        };
    }

    /** A payment that was begun is taken up; only one that came to nothing is begun anew. */
    private Uni<Result> resume(Placed placed, Way way) {
        return payments.latestOf(placed.order().id().value())
                .chain(
                        latest ->
                                latest.filter(Checkout::isAlive).isPresent() || isOver(placed)
                                        ? answer(ordered(placed.order(), latest))
                                        : start(placed, way));
    }

    static boolean isAlive(PaymentView payment) {
        return switch (payment.state()) {
            case "expired", "failed" -> false;
            case String _ -> true;
        };
    }

    private boolean isOver(Placed placed) {
        OrderView order = placed.order();
        return order.status() != OrderStatus.AWAITING_PAYMENT
                || !order.expiresAt().isAfter(clock.instant());
    }

    private Uni<Result> start(Placed placed, Way way) {
        if (isWallet(way.provider())) {
            return payFromWallet(placed);
        }
        return way.useWallet()
                ? wallet.split(placed, way.provider()).chain(split -> startAt(way, placed, split))
                : startAt(way, placed, placed.order().total());
    }

    private Uni<Result> payFromWallet(Placed placed) {
        return wallet.payFromWallet
                .execute(new PayFromWallet.Command(placed.order().id()))
                .map(paid -> answer(placed, paid));
    }

    private Uni<Result> startAt(Way way, Placed placed, SplitOrder.Result split) {
        return switch (split) {
            case SplitOrder.Result.Done(var paid) -> answer(answer(placed, paid));
            case SplitOrder.Result.Rest(var toPay) ->
                    startAt(way, placed, toPay)
                            .call(result -> undoIfRefused(placed.order(), result));
        };
    }

    private Uni<Void> undoIfRefused(OrderView order, Result result) {
        return switch (result) {
            case Result.Ordered _ -> Uni.createFrom().voidItem();
            case Result.PaymentRefused _, Result.NotEnoughMoney _, Result.Refused _ ->
                    wallet.splitOrder.undo(order.id());
        };
    }

    /** One that waits no longer was given up in this very moment. */
    private static Result answer(Placed placed, PayFromWallet.Result paid) {
        return switch (paid) {
            case PayFromWallet.Result.Paid(var order, var payment) ->
                    ordered(order, Optional.of(payment));
            case PayFromWallet.Result.NotEnough(var order, var available) ->
                    new Result.NotEnoughMoney(order, available);
            case PayFromWallet.Result.NotWaiting() -> ordered(placed.order(), Optional.empty());
        };
    }

    private Uni<Result> startAt(Way way, Placed placed, Money toPay) {
        OrderView order = placed.order();
        return startPayment
                .execute(
                        new StartPayment.Command(
                                order.id().value(),
                                placed.account(),
                                toPay,
                                placed.title(),
                                way.provider(),
                                order.termDays(),
                                order.expiresAt(),
                                way.keepConsent(),
                                way.recurring()))
                .chain(started -> started(order, started));
    }

    private Uni<Result> started(OrderView order, StartPayment.Result started) {
        return switch (started) {
            case StartPayment.Result.Started(var payment) ->
                    answer(ordered(order, Optional.of(payment)));
            case StartPayment.Result.Delayed(var payment) ->
                    answer(ordered(order, Optional.of(payment)));
            case StartPayment.Result.Refused(var payment) ->
                    answer(new Result.PaymentRefused(Views.paidBy(order, payment)));
            case StartPayment.Result.NoSuchProvider _ -> noSuchPaymentMethod();
            case StartPayment.Result.NotRecurring _ ->
                    answer(new Result.Refused(new Refusal.NotRecurring()));
            case StartPayment.Result.NoSuchPayer _ ->
                    answer(new Result.Refused(new Refusal.LoginRequired()));
        };
    }

    private static Result ordered(OrderView order, Optional<PaymentView> payment) {
        return new Result.Ordered(
                payment.map(latest -> Views.paidBy(order, latest)).orElse(order), payment);
    }

    private static Uni<Result> noSuchPaymentMethod() {
        return answer(new Result.Refused(new Refusal.NoSuchPaymentMethod()));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
