package io.cybervpn.presentation.billing.rest;

import io.cybervpn.application.billing.CancelOrder;
import io.cybervpn.application.billing.ListOrders;
import io.cybervpn.application.billing.ViewOrder;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.IdempotentCall;
import io.cybervpn.presentation.shared.rest.PageParams;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The caller's own orders (R80–R83, R97). */
@Path("/api/v1/orders")
@Authenticated
@Tag(name = "orders")
public final class OrderResource {
    private final Checkouts checkouts;
    private final ViewOrder viewOrder;
    private final ListOrders listOrders;
    private final CancelOrder cancelOrder;
    private final CurrentActor actor;

    @Inject
    OrderResource(
            Checkouts checkouts,
            ViewOrder viewOrder,
            ListOrders listOrders,
            CancelOrder cancelOrder,
            CurrentActor actor) {
        this.checkouts = checkouts;
        this.viewOrder = viewOrder;
        this.listOrders = listOrders;
        this.cancelOrder = cancelOrder;
        this.actor = actor;
    }

    /**
     * Places an order and asks the provider for an invoice. When the provider does not answer, the
     * order stands without a pay URL: look again.
     */
    @POST
    @Operation(
            operationId = "placeOrder",
            summary = "Orders a plan, or renews a subscription",
            description =
                    "Repeat it with the same Idempotency-Key and body to get the same answer. Codes:"
                            + " plan_not_found, plan_not_on_sale, term_not_offered,"
                            + " currency_not_offered, currency_unknown, subscription_not_found,"
                            + " subscription_of_other_plan, payment_method_unavailable,"
                            + " payment_refused, not_enough_money. With wallet as the way to pay the"
                            + " order is paid at once, out of the own wallet. With useWallet the wallet pays"
                            + " what it has, and the provider is asked for the rest: see fromWallet and"
                            + " toPay of the answer. With keepConsent what the buyer pays with is kept:"
                            + " consent_text_changed. With recurringConsent the provider takes the"
                            + " same again each period by itself: recurring_not_offered,"
                            + " charged_by_provider.")
    @APIResponseSchema(value = OrderJson.class, responseCode = "201")
    public Uni<RestResponse<OrderJson>> place(
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @NotNull @Valid OrderRequestJson body) {
        return checkouts.order(
                new Checkouts.Door(actor, "POST /orders", key, body),
                new Checkouts.Wish(
                        body.planId(),
                        body.termDays(),
                        body.currency(),
                        Optional.ofNullable(body.subscriptionId()),
                        body.paymentMethod(),
                        body.useWallet(),
                        Optional.ofNullable(body.keepConsent()),
                        Optional.ofNullable(body.recurringConsent())),
                OrderJson.class,
                ordered -> OrderJson.of(ordered.order()));
    }

    /** Lists the caller's orders, newest first. */
    @GET
    @Operation(operationId = "listOrders", summary = "Lists own orders, newest first")
    public Uni<OrderPageJson> list(@Valid @BeanParam PageParams page) {
        return listOrders
                .execute(new ListOrders.Query(actor.actor(), page.toRequest()))
                .map(OrderResource::answer);
    }

    /** Shows one of the caller's orders. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getOrder", summary = "Shows an own order")
    public Uni<OrderJson> get(@PathParam("id") UUID id) {
        return viewOrder
                .execute(new ViewOrder.Query(actor.actor(), new OrderId(id)))
                .map(OrderResource::answer);
    }

    /** Gives up an own order that waits for money, such as a change of plan. */
    @POST
    @Path("/{id}/cancel")
    @Operation(
            operationId = "cancelOrder",
            summary = "Gives up an own order that is not paid",
            description =
                    "Repeatable. Money that was on its way all the same still pays it. Code:"
                            + " order_paid.")
    public Uni<OrderJson> cancel(@PathParam("id") UUID id) {
        return cancelOrder
                .execute(new CancelOrder.Command(actor.actor(), new OrderId(id)))
                .map(OrderResource::answer);
    }

    private static OrderJson answer(CancelOrder.Result result) {
        return switch (result) {
            case CancelOrder.Result.Cancelled(var order) -> OrderJson.of(order);
            case CancelOrder.Result.Paid _ ->
                    throw Problem.of(409, "order_paid", "The order is paid.").asException();
            case CancelOrder.Result.NoSuchOrder _ -> throw Problem.notFound("order").asException();
        };
    }

    private static OrderPageJson answer(ListOrders.Result result) {
        return switch (result) {
            case ListOrders.Result.Found(var page) -> OrderPageJson.of(page);
            case ListOrders.Result.LoginRequired _ -> throw Problem.forbidden().asException();
        };
    }

    private static OrderJson answer(ViewOrder.Result result) {
        return switch (result) {
            case ViewOrder.Result.Found(var order) -> OrderJson.of(order);
            case ViewOrder.Result.NoSuchOrder _ -> throw Problem.notFound("order").asException();
        };
    }
}
