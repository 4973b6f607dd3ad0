package io.cybervpn.presentation.renewal.rest;

import io.cybervpn.application.shared.Permission;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
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

/**
 * What payment providers charge for subscriptions by themselves: {@code renewals:read} to see it,
 * {@code renewals:write} to end it or to let it go on.
 */
@Path("/api/v1/admin/subscriptions/{id}/recurring-payment")
@Authenticated
@Tag(name = "admin-renewals")
public final class AdminRecurringPaymentResource {
    private final RecurringPayments recurringPayments;
    private final CurrentActor actor;

    @Inject
    AdminRecurringPaymentResource(RecurringPayments recurringPayments, CurrentActor actor) {
        this.recurringPayments = recurringPayments;
        this.actor = actor;
    }

    /** Shows the one that runs, else the latest. */
    @GET
    @Operation(
            operationId = "adminGetRecurringPayment",
            summary = "Shows what a provider charges for a subscription by itself")
    public Uni<RecurringPaymentJson> get(@PathParam("id") UUID id) {
        if (!actor.actor().may(Permission.RENEWALS_READ)) {
            throw Problem.forbidden().asException();
        }
        return recurringPayments.view(id);
    }

    /** Ends it, or lets it go on; repeatable. */
    @PUT
    @ReasonRequired
    @Operation(
            operationId = "adminSetRecurringPayment",
            summary = "Ends what a provider charges by itself, or lets it go on",
            description =
                    "With enabled true the payer may switch it on again at the provider. Code:"
                            + " recurring_payment_over.")
    public Uni<RecurringPaymentJson> set(
            @PathParam("id") UUID id, @NotNull @Valid RecurringPaymentRequestJson body) {
        return recurringPayments.steer(id, body, true);
    }
}
