package io.cybervpn.presentation.billing.rest;

import io.cybervpn.application.billing.AddOnWish;
import io.cybervpn.application.billing.Checkout;
import io.cybervpn.application.billing.OrderView;
import io.cybervpn.application.billing.PlaceOrder;
import io.cybervpn.application.billing.PlanChangeWish;
import io.cybervpn.application.payment.KeepingConsent;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.RecurringConsent;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.IdempotentCall;
import io.cybervpn.presentation.shared.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The one way from a door of the API to an order that is being paid. */
@Singleton
final class Checkouts {
    private final Checkout checkout;
    private final IdempotentCall idempotentCall;

    @Inject
    Checkouts(Checkout checkout, IdempotentCall idempotentCall) {
        this.checkout = checkout;
        this.idempotentCall = idempotentCall;
    }

    /** What every door asks for. */
    record Wish(
            UUID planId,
            int termDays,
            String currency,
            Optional<UUID> renews,
            String paymentMethod,
            boolean useWallet,
            Optional<String> keepConsent,
            Optional<String> recurringConsent,
            Optional<PlanChangeWish> change,
            Optional<AddOnWish> addOn) {
        /** Time of a plan: a new subscription, or a renewal. */
        Wish(
                UUID planId,
                int termDays,
                String currency,
                Optional<UUID> renews,
                String paymentMethod,
                boolean useWallet,
                Optional<String> keepConsent,
                Optional<String> recurringConsent) {
            this(
                    planId,
                    termDays,
                    currency,
                    renews,
                    paymentMethod,
                    useWallet,
                    keepConsent,
                    recurringConsent,
                    Optional.empty(),
                    Optional.empty());
        }

        /** An add-on, whose days and price are its own. */
        static Wish addOn(
                AddOnWish wish, String currency, String paymentMethod, boolean useWallet) {
            return new Wish(
                    wish.addOn().value(),
                    1,
                    currency,
                    Optional.empty(),
                    paymentMethod,
                    useWallet,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(wish));
        }

        /** One that keeps nothing. */
        Wish(
                UUID planId,
                int termDays,
                String currency,
                Optional<UUID> renews,
                String paymentMethod,
                boolean useWallet) {
            this(
                    planId,
                    termDays,
                    currency,
                    renews,
                    paymentMethod,
                    useWallet,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /**
     * A keyed call of a door.
     *
     * @param operation the door: the same key at another door is another request
     * @param body what must not change under the key
     */
    record Door(CurrentActor actor, String operation, @Nullable String key, Object body) {
        IdempotentCall.Keyed keyed() {
            return new IdempotentCall.Keyed(actor.account(), operation, key, body);
        }
    }

    /** An order that stands, with its payment if it has one. */
    record Ordered(OrderView order, Optional<PaymentView> payment) {}

    /** Orders once per key; {@code answer} words what came of it. */
    <T> Uni<RestResponse<T>> order(
            Door door, Wish wish, Class<T> type, Function<Ordered, T> answer) {
        IdempotentCall.Keyed keyed = door.keyed();
        Checkout.Command command =
                new Checkout.Command(
                        command(door, keyed, wish),
                        agreed(wish.keepConsent(), KeepingConsent.VERSION),
                        agreed(wish.recurringConsent(), RecurringConsent.VERSION),
                        wish.addOn());
        return idempotentCall.run(
                keyed,
                type,
                () ->
                        checkout.execute(command)
                                .map(Checkouts::ordered)
                                .map(answer)
                                .map(body -> created(body)));
    }

    private static Optional<String> agreed(Optional<String> version, String now) {
        if (version.filter(given -> !given.equals(now)).isPresent()) {
            throw Problem.of(409, "consent_text_changed", "Show the words of now, and ask again.")
                    .withParams(Map.of("version", now))
                    .asException();
        }
        return version;
    }

    private static PlaceOrder.Command command(Door door, IdempotentCall.Keyed keyed, Wish wish) {
        return new PlaceOrder.Command(
                door.actor().actor(),
                new PlanId(wish.planId()),
                wish.termDays(),
                Currencies.parse(wish.currency()),
                wish.renews(),
                wish.paymentMethod(),
                wish.useWallet(),
                door.operation() + " " + keyed.requiredKey(),
                wish.change());
    }

    private static Ordered ordered(Checkout.Result result) {
        return switch (result) {
            case Checkout.Result.Ordered(var order, var payment) -> new Ordered(order, payment);
            case Checkout.Result.PaymentRefused(var order) -> throw paymentRefused(order);
            case Checkout.Result.NotEnoughMoney(var order, var available) ->
                    throw notEnoughMoney(order, available);
            case Checkout.Result.Refused(var reason) -> throw Refusals.problem(reason);
        };
    }

    private static RuntimeException paymentRefused(OrderView order) {
        return Problem.of(
                        422,
                        "payment_refused",
                        "The payment provider does not take this payment. Choose another currency"
                                + " or way to pay.")
                .withParams(Map.of("orderId", order.id().value().toString()))
                .asException();
    }

    private static RuntimeException notEnoughMoney(OrderView order, Money available) {
        return Problem.of(
                        422,
                        "not_enough_money",
                        "There is too little in the wallet. Fill it and repeat the call with the"
                                + " same key, or choose another way to pay.")
                .withParams(
                        Map.of(
                                "orderId", order.id().value().toString(),
                                "currency", available.asset().code(),
                                "available", available.toDecimal(),
                                "missing", order.total().minus(available).toDecimal()))
                .asException();
    }

    private static <T> RestResponse<T> created(T body) {
        return RestResponse.status(RestResponse.Status.CREATED, body);
    }
}
