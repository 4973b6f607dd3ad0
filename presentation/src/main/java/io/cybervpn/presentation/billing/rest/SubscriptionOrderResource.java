package io.cybervpn.presentation.billing.rest;

import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.IdempotentCall;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The older door to the same checkout (R108): a subscription begins as an order. */
@Path("/api/v1/subscriptions")
@Authenticated
@Tag(name = "subscriptions")
public final class SubscriptionOrderResource {
    private final Checkouts checkouts;
    private final CurrentActor actor;

    @Inject
    SubscriptionOrderResource(Checkouts checkouts, CurrentActor actor) {
        this.checkouts = checkouts;
        this.actor = actor;
    }

    /** Orders a new subscription; it begins when the order is paid. */
    @POST
    @Operation(
            operationId = "orderSubscription",
            summary = "Orders a new subscription",
            description = "As placeOrder, without a subscription to renew.")
    @APIResponseSchema(value = OrderJson.class, responseCode = "201")
    public Uni<RestResponse<OrderJson>> order(
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @NotNull @Valid SubscriptionRequestJson body) {
        return checkouts.order(
                new Checkouts.Door(actor, "POST /subscriptions", key, body),
                new Checkouts.Wish(
                        body.planId(),
                        body.termDays(),
                        body.currency(),
                        Optional.empty(),
                        body.paymentMethod(),
                        false),
                OrderJson.class,
                ordered -> OrderJson.of(ordered.order()));
    }
}
