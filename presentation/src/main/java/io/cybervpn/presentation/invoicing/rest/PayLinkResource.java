package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Links by which somebody else pays one's own invoice. */
@Path("/api/v1/invoices/{id}/pay-links")
@Tag(name = "invoices")
@Authenticated
public final class PayLinkResource {
    private final PayLinkDoor door;
    private final CurrentActor actor;

    @Inject
    PayLinkResource(PayLinkDoor door, CurrentActor actor) {
        this.door = door;
        this.actor = actor;
    }

    /** Makes one; its token is seen this once. */
    @POST
    @Operation(
            operationId = "makeInvoicePayLink",
            summary = "Makes a link by which anybody who has it pays the invoice",
            description = "Each call makes one more. Codes: invoice_state, pay_links_too_many.")
    @APIResponseSchema(value = PayLinkJson.MadeJson.class, responseCode = "201")
    public Uni<RestResponse<PayLinkJson.MadeJson>> make(
            @PathParam("id") UUID id, @NotNull @Valid PayLinkJson.PayLinkRequestJson body) {
        return door.make(actor.actor(), id, body.days());
    }

    /** All of it, without their tokens. */
    @GET
    @Operation(
            operationId = "listInvoicePayLinks",
            summary = "Lists the links to pay an invoice, newest first")
    public Uni<PayLinkJson.ListJson> list(@PathParam("id") UUID id) {
        return door.list(actor.actor(), id);
    }

    /** Ends one at once. Repeatable. */
    @DELETE
    @Path("/{linkId}")
    @Operation(
            operationId = "revokeInvoicePayLink",
            summary = "Ends a link to pay an invoice at once")
    @APIResponse(responseCode = "204", description = "It opens nothing")
    public Uni<Void> revoke(@PathParam("id") UUID id, @PathParam("linkId") UUID link) {
        return door.revoke(actor.actor(), id, link).replaceWithVoid();
    }
}
