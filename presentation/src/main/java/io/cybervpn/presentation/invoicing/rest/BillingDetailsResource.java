package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.BillingDetails;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a customer wants on his invoices; those that he has stay as they are. */
@Path("/api/v1/billing-details")
@Tag(name = "invoices")
@Authenticated
public final class BillingDetailsResource {
    private final BillingDetails billingDetails;
    private final CurrentActor actor;

    @Inject
    BillingDetailsResource(BillingDetails billingDetails, CurrentActor actor) {
        this.billingDetails = billingDetails;
        this.actor = actor;
    }

    /** What he said so far. */
    @GET
    @Operation(
            operationId = "getBillingDetails",
            summary = "Shows what one wants on one's invoices")
    public Uni<BillingDetailsJson> get() {
        return billingDetails
                .execute(new BillingDetails.Command(actor.actor(), Optional.empty()))
                .map(BillingDetailsResource::answer);
    }

    /** Says all of it anew. Repeatable. */
    @PUT
    @Operation(
            operationId = "setBillingDetails",
            summary = "Says what one wants on the invoices that come")
    public Uni<BillingDetailsJson> set(@NotNull @Valid BillingDetailsJson body) {
        return billingDetails
                .execute(new BillingDetails.Command(actor.actor(), Optional.of(body.toParty())))
                .map(BillingDetailsResource::answer);
    }

    private static BillingDetailsJson answer(BillingDetails.Result result) {
        return switch (result) {
            case BillingDetails.Result.Known(var details) -> BillingDetailsJson.of(details);
            case BillingDetails.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
