package io.cybervpn.presentation.renewal.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a payment provider charges for an own subscription by itself (R95). */
@Path("/api/v1/subscriptions/{id}/recurring-payment")
@Authenticated
@Tag(name = "subscriptions")
public final class RecurringPaymentResource {
    private final RecurringPayments recurringPayments;

    @Inject
    RecurringPaymentResource(RecurringPayments recurringPayments) {
        this.recurringPayments = recurringPayments;
    }

    /** Shows the one that runs, else the latest. */
    @GET
    @Operation(
            operationId = "getRecurringPayment",
            summary = "Shows what a provider charges for an own subscription by itself")
    public Uni<RecurringPaymentJson> get(@PathParam("id") UUID id) {
        return recurringPayments.view(id);
    }

    /** Ends it, or lets it go on; repeatable. What is paid stays paid. */
    @PUT
    @Operation(
            operationId = "setRecurringPayment",
            summary = "Ends what a provider charges by itself, or lets it go on",
            description =
                    "With enabled true the payer may switch it on again at the provider, until what"
                            + " is paid is over. Code: recurring_payment_over.")
    public Uni<RecurringPaymentJson> set(
            @PathParam("id") UUID id, @NotNull @Valid RecurringPaymentRequestJson body) {
        return recurringPayments.steer(id, body, false);
    }
}
